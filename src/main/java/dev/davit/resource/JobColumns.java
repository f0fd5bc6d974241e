package dev.davit.resource;

import dev.davit.engine.model.SwarmService;
import dev.davit.format.Column;
import dev.davit.format.Listing;
import dev.davit.format.TextWidth;
import dev.davit.text.GoQuote;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The columns of {@code ps --on swarm}, named as those of {@code ps}. */
public final class JobColumns {
  /** The default table's columns. */
  public static final List<String> SHOWN =
      List.of("ID", "Image", "Command", "RunningFor", "Status", "Names");

  private static final int SHORT_COMMAND = 20;

  private JobColumns() {}

  /**
   * A job with the numbers of its tasks.
   *
   * @param running the number of tasks that nodes prepare or run
   * @param over whether nothing more happens
   */
  public record Row(
      SwarmService service, long tasks, long complete, long running, long failed, boolean over) {}

  /**
   * Returns the columns for templates and tables.
   *
   * @param truncate whether to truncate IDs and commands, and to omit digests
   */
  public static Listing<Row> listing(boolean truncate, InstantSource clock) {
    List<Column<Row>> columns =
        List.of(
            new Column<>("Command", "COMMAND", row -> command(row, truncate)),
            new Column<>(
                "CreatedAt", "CREATED AT", row -> new ApiTime(row.service().createdAt()).shown()),
            new Column<>(
                "ID",
                "JOB ID",
                row -> truncate ? ShortId.of(row.service().id()) : row.service().id()),
            new Column<>("Image", "IMAGE", row -> image(row, truncate)),
            new Column<>("Labels", "LABELS", row -> Labels.list(row.service().labels())),
            new Column<>("Names", "NAMES", row -> row.service().name()),
            new Column<>(
                "RunningFor", "CREATED", row -> new ApiTime(row.service().createdAt()).ago(clock)),
            new Column<>("State", "STATE", JobColumns::state),
            new Column<>("Status", "STATUS", JobColumns::status));
    return new Listing<>("*job.jobContext", columns, row -> Labels.method(row.service().labels()));
  }

  private static String image(Row row, boolean truncate) {
    String image = String.valueOf(container(row).get("Image"));
    int digest = image.indexOf('@');
    return truncate && digest > 0 ? image.substring(0, digest) : image;
  }

  private static Map<?, ?> container(Row row) {
    return row.service().part("TaskTemplate", "ContainerSpec");
  }

  private static String command(Row row, boolean truncate) {
    List<Object> words = new ArrayList<>(words(container(row).get("Command")));
    words.addAll(words(container(row).get("Args")));
    String command = words.stream().map(String::valueOf).collect(Collectors.joining(" "));
    return GoQuote.quote(truncate ? TextWidth.ellipsis(command, SHORT_COMMAND) : command);
  }

  private static List<?> words(@Nullable Object value) {
    return value instanceof List<?> list ? list : List.of();
  }

  private static String state(Row row) {
    if (!row.over()) {
      return row.running() > 0 ? "running" : "pending";
    }
    return row.complete() == row.tasks() ? "complete" : "failed";
  }

  private static String status(Row row) {
    return row.complete()
        + " of "
        + row.tasks()
        + " complete"
        + (row.running() == 0 ? "" : ", " + row.running() + " running")
        + (row.failed() == 0 ? "" : ", " + row.failed() + " failed");
  }
}
