package dev.davit.opts;

import dev.davit.io.FileError;
import dev.davit.io.WholeFile;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads files of {@code NAME=value} lines, for environment variables and labels: no quotes, no
 * escapes, comments only at the beginning of a line. Mirrors docker's pkg/kvfile.
 */
public final class EnvFile {
  private static final int MAX_LINE = 64 * 1024;

  private EnvFile() {}

  /**
   * Reads a file.
   *
   * @param name the path from the command line, for messages
   * @param lookup returns the value for a line that is only a name; null omits the line
   * @throws IllegalArgumentException with docker's message
   */
  public static List<String> read(
      Path path, String name, Function<String, @Nullable String> lookup) {
    try {
      byte[] bytes = WholeFile.start(path, name);
      List<String> entries = new ArrayList<>();
      // in a file that is too large, the first invalid line is reported before the size, as docker
      // stops at that line
      read(bytes, name, lookup, WholeFile.isWhole(bytes) ? entries::add : entry -> {});
      WholeFile.requireWhole(bytes, name);
      return entries;
    } catch (FileError e) {
      String problem = String.valueOf(e.getMessage());
      throw new IllegalArgumentException(
          problem.startsWith("read ") ? "invalid env file (" + name + "): " + problem : problem, e);
    }
  }

  private static void read(
      byte[] bytes,
      String name,
      Function<String, @Nullable String> lookup,
      Consumer<String> entries) {
    int number = 0;
    int from = startsWithMark(bytes) ? 3 : 0;
    while (from < bytes.length) {
      int to = from;
      while (to < bytes.length && bytes[to] != '\n') {
        to++;
      }
      String entry = entry(name, ++number, bytes, from, to, lookup);
      if (entry != null) {
        entries.accept(entry);
      }
      from = to + 1;
    }
  }

  private static boolean startsWithMark(byte[] bytes) {
    return bytes.length >= 3
        && bytes[0] == (byte) 0xef
        && bytes[1] == (byte) 0xbb
        && bytes[2] == (byte) 0xbf;
  }

  private static @Nullable String entry(
      String file,
      int number,
      byte[] bytes,
      int from,
      int end,
      Function<String, @Nullable String> lookup) {
    int to = end > from && bytes[end - 1] == '\r' ? end - 1 : end;
    if (to - from >= MAX_LINE) {
      throw new IllegalArgumentException(
          "invalid env file (" + file + "): bufio.Scanner: token too long");
    }
    String line = decode(file, number, bytes, from, to).stripLeading();
    if (line.isEmpty() || line.charAt(0) == '#') {
      return null;
    }
    String name = KeyValue.name(line);
    if (name.isEmpty()) {
      throw new IllegalArgumentException(
          "invalid env file (" + file + "): no variable name on line '" + line + "'");
    }
    if (name.indexOf(' ') >= 0 || name.indexOf('\t') >= 0) {
      throw new IllegalArgumentException(
          "invalid env file (" + file + "): variable '" + name + "' contains whitespaces");
    }
    if (KeyValue.value(line) != null) {
      return line;
    }
    String value = lookup.apply(name);
    return value == null ? null : name + '=' + value;
  }

  private static String decode(String file, int number, byte[] bytes, int from, int to) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(bytes, from, to - from))
          .toString();
    } catch (CharacterCodingException e) {
      StringBuilder shown = new StringBuilder("[");
      for (int i = from; i < to; i++) {
        shown.append(i == from ? "" : " ").append(bytes[i] & 0xff);
      }
      throw new IllegalArgumentException(
          "invalid env file ("
              + file
              + "): invalid utf8 bytes at line "
              + number
              + ": "
              + shown
              + ']',
          e);
    }
  }
}
