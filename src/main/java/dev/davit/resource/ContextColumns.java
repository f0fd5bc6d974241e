package dev.davit.resource;

import dev.davit.format.Column;
import dev.davit.format.Listing;
import java.util.List;
import java.util.Map;

/** What {@code context ls} shows. Mirrors cli/command/formatter/context.go. */
public final class ContextColumns {
  /** The default table. */
  public static final String TABLE =
      "table {{.Name}}{{if .Current}} *{{end}}\t{{.Description}}\t{{.DockerEndpoint}}\t{{.Error}}";

  private static final int MAX_ERROR = 45;

  private ContextColumns() {}

  /**
   * A context as a line.
   *
   * @param current whether it is the one in use
   * @param endpoint where its engine is
   * @param error why it can't be used; empty if it can
   */
  public record Line(
      String name, boolean current, String description, String endpoint, String error) {}

  /** How contexts are listed. */
  public static Listing<Line> listing() {
    return new Listing<>(
        "*formatter.clientContextContext",
        List.of(
            new Column<>("Current", "", Line::current),
            new Column<>("Description", "DESCRIPTION", Line::description),
            new Column<>("DockerEndpoint", "DOCKER ENDPOINT", Line::endpoint),
            new Column<>("Error", "ERROR", line -> shortened(line.error())),
            new Column<>("Name", "NAME", Line::name)),
        line -> Map.of());
  }

  private static String shortened(String error) {
    return error.length() > MAX_ERROR ? error.substring(0, MAX_ERROR - 1) + '…' : error;
  }
}
