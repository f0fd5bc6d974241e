package dev.davit.resource;

import dev.davit.format.Column;
import dev.davit.format.Listing;
import dev.davit.format.TextWidth;
import java.util.List;
import java.util.Map;

/** The columns of {@code context ls}. Mirrors cli/command/formatter/context.go. */
public final class ContextColumns {
  /** The template of the default table. */
  public static final String TABLE =
      "table {{.Name}}{{if .Current}} *{{end}}\t{{.Description}}\t{{.DockerEndpoint}}\t{{.Error}}";

  private static final int MAX_ERROR = 45;

  private ContextColumns() {}

  /**
   * A context as a line of the list.
   *
   * @param current whether it is the current context
   * @param endpoint the engine's address
   * @param error the reason why the context cannot be used; empty if it can
   */
  public record Line(
      String name, boolean current, String description, String endpoint, String error) {}

  /** Returns the columns for templates and tables. */
  public static Listing<Line> listing() {
    return new Listing<>(
        "*formatter.clientContextContext",
        List.of(
            new Column<>("Current", "", Line::current),
            new Column<>("Description", "DESCRIPTION", Line::description),
            new Column<>("DockerEndpoint", "DOCKER ENDPOINT", Line::endpoint),
            new Column<>("Error", "ERROR", line -> TextWidth.ellipsis(line.error(), MAX_ERROR)),
            new Column<>("Name", "NAME", Line::name)),
        line -> Map.of());
  }
}
