package dev.davit.build;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.davit.io.FileError;
import dev.davit.io.SlashPath;
import dev.davit.text.GoText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The file {@code .dockerignore} of a context. Mirrors moby's patternmatcher/ignorefile. */
final class IgnoreFile {
  static final String NAME = ".dockerignore";

  private static final String BYTE_ORDER_MARK = "\u00ef\u00bb\u00bf";

  /** The longest line that docker reads, in bytes. */
  private static final int MAX_LINE = 64 * 1024;

  private IgnoreFile() {}

  /**
   * Reads the file of a context.
   *
   * @return its lines without comments; none if the file does not exist
   * @throws IOException in docker's words if the file cannot be read
   */
  static List<IgnoreLine> read(Path context) throws IOException {
    Path file = context.resolve(NAME);
    try {
      return parse(new String(Files.readAllBytes(file), ISO_8859_1));
    } catch (NoSuchFileException e) {
      return List.of();
    } catch (IOException e) {
      if (Files.isDirectory(file)) {
        throw new IOException("error reading .dockerignore: read " + file + ": is a directory", e);
      }
      throw new FileError("open", file.toString(), e);
    }
  }

  /** Parses the content, with a char for each byte. */
  static List<IgnoreLine> parse(String content) throws IOException {
    List<IgnoreLine> lines = new ArrayList<>();
    String[] all = content.split("\n", -1);
    for (int i = 0; i < all.length; i++) {
      if (all[i].length() >= MAX_LINE) {
        throw new IOException("error reading .dockerignore: bufio.Scanner: token too long");
      }
      boolean marked = i == 0 && all[i].startsWith(BYTE_ORDER_MARK);
      String pattern = pattern(marked ? all[i].substring(BYTE_ORDER_MARK.length()) : all[i]);
      if (pattern != null) {
        lines.add(new IgnoreLine(i + 1, pattern));
      }
    }
    return lines;
  }

  /** Returns the pattern of a line; null for an empty line or a comment. */
  private static @Nullable String pattern(String line) {
    String text = GoText.trimRaw(line);
    if (line.startsWith("#") || text.isEmpty()) {
      return null;
    }
    if (!text.startsWith("!")) {
      return relative(text);
    }
    return '!' + relative(GoText.trimRaw(text.substring(1)));
  }

  /** Cleans a path; one from the root is a path from the root of the context. */
  private static String relative(String path) {
    if (path.isEmpty()) {
      return path;
    }
    String clean = SlashPath.clean(path);
    return clean.length() > 1 && clean.startsWith("/") ? clean.substring(1) : clean;
  }
}
