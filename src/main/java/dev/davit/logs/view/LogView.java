package dev.davit.logs.view;

import dev.davit.gotypes.LocalZone;
import dev.davit.logs.line.LinePattern;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How lines are shown.
 *
 * @param host the engine's context, which precedes the names of containers; empty for one engine
 * @param prefix {@link Prefix#NAME}, {@link Prefix#ID} or {@link Prefix#NONE}
 * @param out how standard output is shown
 * @param err how standard error is shown
 * @param zone the time zone of times
 * @param clock the present, which ages are counted from
 * @param json what is shown of JSON; null for the lines as they are
 * @param highlighted the patterns whose matches are highlighted
 */
public record LogView(
    String host,
    Prefix prefix,
    Device out,
    Device err,
    TimestampStyle timestamps,
    LocalZone zone,
    InstantSource clock,
    @Nullable JsonView json,
    List<LinePattern> highlighted) {

  /** A stream: whether it is a terminal, and whether colours are used. */
  public record Device(boolean terminal, boolean colored) {}
}
