package dev.davit.resource;

import dev.davit.format.Column;
import dev.davit.format.Listing;
import dev.davit.format.TextWidth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The columns of {@code context ls}. Mirrors cli/command/formatter/context.go. */
public final class ContextColumns {
  /** The template of the default table. */
  public static final String TABLE =
      "table {{.Name}}{{if .Current}} *{{end}}\t{{.Description}}\t{{.DockerEndpoint}}\t{{.Error}}";

  /** The default table of {@code --status}. */
  public static final String STATUS_TABLE =
      "table {{.Name}}{{if .Current}} *{{end}}\t{{.DockerEndpoint}}\t{{.Version}}\t{{.Latency}}"
          + "\t{{.Running}}\t{{.Status}}";

  private static final int MAX_ERROR = 45;

  private ContextColumns() {}

  /**
   * A context as a line of the list.
   *
   * @param current whether it is the current context
   * @param endpoint the engine's address
   * @param error the reason why the context cannot be used; empty if it can
   * @param status the state of the engine; null if it was not asked
   */
  public record Line(
      String name,
      boolean current,
      String description,
      String endpoint,
      String error,
      @Nullable Status status) {
    /** Returns the line with the state of the engine. */
    public Line with(Status asked) {
      return new Line(name, current, description, endpoint, error, asked);
    }
  }

  /**
   * The response of an engine.
   *
   * @param error the reason why it did not respond; empty if it did
   * @param version of the engine
   * @param milliseconds the time of a response to {@code /_ping}
   * @param running the number of running containers
   */
  public record Status(
      String error,
      @Nullable String version,
      @Nullable Double milliseconds,
      @Nullable Integer running) {}

  /**
   * Returns the columns for templates and tables.
   *
   * @param status whether the engines were asked
   */
  public static Listing<Line> listing(boolean status) {
    List<Column<Line>> columns =
        new ArrayList<>(
            List.of(
                new Column<>("Current", "", Line::current),
                new Column<>("Description", "DESCRIPTION", Line::description),
                new Column<>("DockerEndpoint", "DOCKER ENDPOINT", Line::endpoint),
                new Column<>("Error", "ERROR", line -> TextWidth.ellipsis(line.error(), MAX_ERROR)),
                new Column<>("Name", "NAME", Line::name)));
    if (status) {
      columns.add(column("Status", each -> each.error().isEmpty() ? "ok" : each.error()));
      columns.add(column("Version", Status::version));
      columns.add(
          column(
              "Latency",
              each ->
                  each.milliseconds() == null
                      ? null
                      : String.format(Locale.ROOT, "%.1f ms", each.milliseconds())));
      columns.add(column("Running", Status::running));
    }
    return new Listing<>("*formatter.clientContextContext", columns, line -> Map.of());
  }

  private static Column<Line> column(String name, Function<Status, @Nullable Object> value) {
    return new Column<>(
        name,
        name.toUpperCase(Locale.ROOT),
        line -> {
          Object found = line.status() == null ? null : value.apply(line.status());
          return found == null ? "" : found;
        });
  }
}
