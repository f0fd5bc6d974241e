package dev.davit.progress;

import dev.davit.engine.model.ProgressMessage.Progress;
import dev.davit.format.Units;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Formats progress as a bar, numbers and the estimated rest of the time, as docker does. */
final class ProgressBar {
  private static final int BAR = 50;
  private static final int BAR_NEEDS = 110;
  private static final int REST_NEEDS = 50;
  private static final int NUMBER_WIDTH = 8;

  private ProgressBar() {}

  /** Whether nothing is known of the progress, so that its text is empty. */
  static boolean isEmpty(@Nullable Progress progress) {
    return progress == null || progress.current() <= 0 && progress.total() <= 0;
  }

  /**
   * Formats progress for a terminal.
   *
   * @param columns the columns of the terminal, on which bar and rest depend
   */
  static String text(@Nullable Progress progress, int columns, InstantSource clock) {
    if (progress == null || isEmpty(progress)) {
      return "";
    }
    if (progress.total() <= 0) {
      return amount(progress);
    }
    StringBuilder text = new StringBuilder();
    int done = (int) Math.min(BAR, (long) (100.0 * progress.current() / progress.total()) / 2);
    if (columns > BAR_NEEDS) {
      int filled = Math.max(0, done);
      text.append('[').repeat('=', filled).append('>').repeat(' ', BAR - filled).append("] ");
    }
    if (!progress.hideCounts()) {
      text.append(progress.current() > progress.total() ? amount(progress) : ratio(progress));
    }
    if (columns > REST_NEEDS && progress.current() > 0 && progress.start() > 0 && done < BAR) {
      text.append(' ').append(rest(progress, clock));
    }
    return text.toString();
  }

  private static String amount(Progress progress) {
    String units = progress.units();
    return units == null || units.isEmpty()
        ? padded(progress.current())
        : progress.current() + " " + units;
  }

  private static String ratio(Progress progress) {
    String units = progress.units();
    return units == null || units.isEmpty()
        ? padded(progress.current()) + '/' + Units.decimal(progress.total(), 4)
        : progress.current() + "/" + progress.total() + ' ' + units;
  }

  private static String padded(long bytes) {
    String size = Units.decimal(bytes, 4);
    return " ".repeat(Math.max(0, NUMBER_WIDTH - size.length())) + size;
  }

  /** The rest of the time if all goes on as before: {@code 1h0m5s}. */
  private static String rest(Progress progress, InstantSource clock) {
    Duration passed = Duration.between(Instant.ofEpochSecond(progress.start()), clock.instant());
    Duration left =
        passed.dividedBy(progress.current()).multipliedBy(progress.total() - progress.current());
    long seconds = Math.round(left.toMillis() / 1000.0);
    String sign = seconds < 0 ? "-" : "";
    long size = Math.abs(seconds);
    String minutes = size < 60 ? "" : size / 60 % 60 + "m";
    return sign + (size < 3600 ? "" : size / 3600 + "h") + minutes + size % 60 + 's';
  }
}
