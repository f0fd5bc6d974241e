package dev.davit.gotypes;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The time zone of local times, located and read as Go does, from the system's zone files (RFC
 * 9636): java.time has different names for most zones, and only offsets in the native binary.
 */
public final class LocalZone {
  private static final int MAGIC = 0x545a6966; // TZif
  private static final List<String> FOLDERS =
      List.of(
          "/usr/share/zoneinfo/",
          "/usr/share/lib/zoneinfo/",
          "/usr/lib/locale/TZ/",
          "/etc/zoneinfo/");
  private static final Span UTC = new Span(0, false, "UTC");

  /**
   * An offset and zone name that apply for a period.
   *
   * @param offset seconds east of Greenwich
   */
  public record Span(int offset, boolean summer, String name) {}

  private final long[] starts;
  private final Span[] begun;
  private final Span first;
  private final @Nullable PosixZone after;

  private LocalZone(long[] starts, Span[] begun, Span first, @Nullable PosixZone after) {
    this.starts = starts;
    this.begun = begun;
    this.first = first;
    this.after = after;
  }

  /** Returns the zone of this process. */
  public static LocalZone current() {
    return of(System.getenv("TZ"));
  }

  /**
   * Returns the zone that {@code TZ} names, or the system's if TZ is null; UTC if its file cannot
   * be read.
   */
  public static LocalZone of(@Nullable String variable) {
    LocalZone zone = variable == null ? read(List.of("/etc/localtime")) : read(files(variable));
    return zone == null ? new LocalZone(new long[0], new Span[0], UTC, null) : zone;
  }

  /** Returns the zone of a name such as {@code Europe/Berlin}; null if the system has none. */
  public static @Nullable LocalZone named(String name) {
    return name.equals("UTC") ? of(name) : read(files(name));
  }

  private static List<String> files(String variable) {
    String name = variable.startsWith(":") ? variable.substring(1) : variable;
    if (name.startsWith("/")) {
      return List.of(name);
    }
    boolean leadsOut = List.of(name.split("/", -1)).contains("..") || name.indexOf('\\') >= 0;
    return name.isEmpty() || leadsOut
        ? List.of()
        : FOLDERS.stream().map(folder -> folder + name).toList();
  }

  private static @Nullable LocalZone read(List<String> files) {
    for (String file : files) {
      try {
        return parse(ByteBuffer.wrap(Files.readAllBytes(Path.of(file))));
      } catch (IOException
          | InvalidPathException
          | BufferUnderflowException
          | IndexOutOfBoundsException _) {
        // try the next file
      }
    }
    return null;
  }

  private static LocalZone parse(ByteBuffer file) throws IOException {
    Header header = Header.read(file);
    if (header.version < 2) {
      return body(file, header, Integer.BYTES, null);
    }
    file.position(file.position() + header.size(Integer.BYTES));
    Header wide = Header.read(file);
    int footer = file.position() + wide.size(Long.BYTES);
    String rule = text(file, footer, file.limit()).strip();
    return body(file, wide, Long.BYTES, rule.isEmpty() ? null : PosixZone.parse(rule));
  }

  /** The header of a data block, with its counts. */
  private record Header(int version, int leaps, int times, int types, int letters, int others) {
    static Header read(ByteBuffer file) throws IOException {
      if (file.getInt() != MAGIC) {
        throw new IOException("no zone file");
      }
      int version = file.get() == 0 ? 1 : 2;
      file.position(file.position() + 15);
      int others = file.getInt() + file.getInt();
      return new Header(
          version, file.getInt(), file.getInt(), file.getInt(), file.getInt(), others);
    }

    int size(int time) {
      return times * (time + 1) + types * 6 + letters + leaps * (time + 4) + others;
    }
  }

  private static LocalZone body(ByteBuffer file, Header header, int time, @Nullable PosixZone after)
      throws IOException {
    long[] starts = new long[header.times];
    for (int i = 0; i < starts.length; i++) {
      starts[i] = time == Long.BYTES ? file.getLong() : file.getInt();
    }
    byte[] kinds = new byte[header.times];
    file.get(kinds);
    int letters = file.position() + header.types * 6;
    Span[] types = new Span[header.types];
    for (int i = 0; i < types.length; i++) {
      int offset = file.getInt();
      boolean summer = file.get() != 0;
      types[i] = new Span(offset, summer, name(file, letters + (file.get() & 0xff)));
    }
    if (types.length == 0) {
      throw new IOException("no zone in the file");
    }
    Span[] begun = new Span[kinds.length];
    Arrays.setAll(begun, i -> types[kinds[i] & 0xff]);
    return new LocalZone(starts, begun, first(types, kinds), after);
  }

  private static String name(ByteBuffer file, int begin) {
    int end = begin;
    while (file.get(end) != 0) {
      end++;
    }
    return text(file, begin, end);
  }

  private static String text(ByteBuffer file, int begin, int end) {
    byte[] text = new byte[end - begin];
    file.get(begin, text);
    return new String(text, ISO_8859_1);
  }

  /**
   * Returns the span before the first change: the type that no change begins, or the first that is
   * not summer time.
   */
  private static Span first(Span[] types, byte[] kinds) {
    boolean unused = true;
    for (byte kind : kinds) {
      unused &= kind != 0;
    }
    if (unused) {
      return types[0];
    }
    for (int kind = (kinds[0] & 0xff) - 1; kind >= 0 && types[kinds[0] & 0xff].summer; kind--) {
      if (!types[kind].summer) {
        return types[kind];
      }
    }
    return Arrays.stream(types).filter(type -> !type.summer).findFirst().orElse(types[0]);
  }

  /** Returns the span at a second of Unix time. */
  public Span at(long second) {
    int found = Arrays.binarySearch(starts, second);
    int change = found < 0 ? -found - 2 : found;
    if (change >= 0 && change == starts.length - 1 && after != null) {
      return after.at(second);
    }
    return change < 0 ? first : begun[change];
  }

  /** Formats a second of Unix time as Go's time.String: {@code 2026-01-02 03:04:05 +0100 CET}. */
  public String show(long second) {
    Span span = at(second);
    StringBuilder text = dateTime(second, span, ' ').append(span.offset < 0 ? " -" : " +");
    int minutes = Math.abs(span.offset) / 60;
    digits(text, minutes / 60 * 100 + minutes % 60, 4).append(' ');
    return text.append(span.name).toString();
  }

  /** Formats a second of Unix time by RFC 3339: {@code 2026-01-02T03:04:05+01:00}. */
  public String showRfc3339(long second) {
    Span span = at(second);
    return withOffset(dateTime(second, span, 'T'), span);
  }

  /** Formats a time by RFC 3339 with nine decimals: {@code 2026-01-02T03:04:05.000000006Z}. */
  public String showRfc3339(long second, int nanos) {
    Span span = at(second);
    return withOffset(digits(dateTime(second, span, 'T').append('.'), nanos, 9), span);
  }

  private static String withOffset(StringBuilder text, Span span) {
    if (span.offset == 0) {
      return text.append('Z').toString();
    }
    int minutes = Math.abs(span.offset) / 60;
    digits(text.append(span.offset < 0 ? '-' : '+'), minutes / 60, 2).append(':');
    return digits(text, minutes % 60, 2).toString();
  }

  private static StringBuilder dateTime(long second, Span span, char separator) {
    LocalDateTime time = LocalDateTime.ofEpochSecond(second + span.offset, 0, ZoneOffset.UTC);
    StringBuilder text = new StringBuilder(32);
    digits(text, time.getYear(), 4).append('-');
    digits(text, time.getMonthValue(), 2).append('-');
    digits(text, time.getDayOfMonth(), 2).append(separator);
    digits(text, time.getHour(), 2).append(':');
    digits(text, time.getMinute(), 2).append(':');
    return digits(text, time.getSecond(), 2);
  }

  private static StringBuilder digits(StringBuilder text, int value, int width) {
    String digits = Integer.toString(value);
    return text.repeat('0', width - digits.length()).append(digits);
  }
}
