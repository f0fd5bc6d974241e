package dev.davit.gotypes;

import dev.davit.template.GoFunction;
import dev.davit.template.GoFunction.Param;
import dev.davit.template.GoNamed;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The template's view of Go's time.Duration. */
final class GoDuration {
  static final long SECOND = 1_000_000_000L;

  private GoDuration() {}

  /** Creates a time.Duration of nanoseconds. */
  static GoNamed of(long nanos) {
    return new GoNamed(
        "time.Duration", nanos, text(nanos), Long.toString(nanos), name -> method(nanos, name));
  }

  private static @Nullable GoFunction method(long nanos, String name) {
    return switch (name) {
      case "Abs" ->
          GoFunction.of(args -> of(nanos == Long.MIN_VALUE ? Long.MAX_VALUE : Math.abs(nanos)));
      case "Nanoseconds" -> GoFunction.of(args -> nanos);
      case "Microseconds" -> GoFunction.of(args -> nanos / 1000);
      case "Milliseconds" -> GoFunction.of(args -> nanos / 1_000_000);
      case "Seconds" -> GoFunction.of(args -> whole(nanos, SECOND));
      case "Minutes" -> GoFunction.of(args -> whole(nanos, 60 * SECOND));
      case "Hours" -> GoFunction.of(args -> whole(nanos, 3600 * SECOND));
      case "Round" ->
          GoFunction.of(args -> of(rounded(nanos, nanos(args.getFirst()))), Param.DURATION);
      case "Truncate" ->
          GoFunction.of(
              args -> of(nanos - remainder(nanos, nanos(args.getFirst()))), Param.DURATION);
      default -> null;
    };
  }

  static long nanos(@Nullable Object duration) {
    return (Long)
        (duration instanceof GoNamed named ? named.value() : Objects.requireNonNull(duration));
  }

  private static long remainder(long nanos, long unit) {
    return unit <= 0 ? 0 : nanos % unit;
  }

  /** Rounds to the nearest multiple, halves away from zero. */
  private static long rounded(long nanos, long unit) {
    long rest = remainder(nanos, unit);
    long away = Math.abs(rest) * 2 < unit || unit <= 0 ? 0 : nanos < 0 ? -unit : unit;
    return nanos - rest + away;
  }

  /**
   * Converts to a floating-point number of units; adds the integer part and the rest separately, as
   * Go does.
   */
  private static double whole(long nanos, long unit) {
    long units = nanos / unit;
    return units + (nanos % unit) / (double) unit;
  }

  /** Formats a duration as Go does: {@code 1h1m1.5s}, {@code 1.5µs}, {@code 0s}. */
  static String text(long nanos) {
    if (nanos == 0) {
      return "0s";
    }
    if (nanos == Long.MIN_VALUE) { // the absolute value exceeds a long
      return "-2562047h47m16.854775808s";
    }
    String sign = nanos < 0 ? "-" : "";
    long size = Math.abs(nanos);
    if (size < SECOND) {
      String[] units = {"ns", "µs", "ms"};
      int unit = size < 1000 ? 0 : size < 1_000_000 ? 1 : 2;
      return sign + decimal(size, (long) Math.pow(1000, unit)) + units[unit];
    }
    long minutes = size / (60 * SECOND);
    String seconds = decimal(size % (60 * SECOND), SECOND) + 's';
    if (minutes == 0) {
      return sign + seconds;
    }
    return sign + (minutes < 60 ? "" : minutes / 60 + "h") + minutes % 60 + 'm' + seconds;
  }

  static String decimal(long value, long unit) {
    StringBuilder text = new StringBuilder().append(value / unit);
    if (value % unit == 0) {
      return text.toString();
    }
    String fraction = Long.toString(unit + value % unit).substring(1);
    int end = fraction.length();
    while (fraction.charAt(end - 1) == '0') {
      end--;
    }
    return text.append('.').append(fraction, 0, end).toString();
  }
}
