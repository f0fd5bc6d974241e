package dev.davit.archive;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.davit.archive.TarEntry.Device;
import dev.davit.archive.TarEntry.Kind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/**
 * Creates archives for tests from text, one entry per line: {@code dir NAME}, {@code file NAME
 * CONTENT}, {@code sym NAME TARGET}, {@code hard NAME TARGET}, {@code fifo NAME}, {@code char
 * NAME}; a mode may follow the type after a colon: {@code dir:000 data}.
 */
public final class TarFile {
  private TarFile() {}

  public static byte[] of(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    TarOutput tar = new TarOutput(bytes);
    for (String line : text.strip().split("\n", -1)) {
      String[] words = line.strip().split(" ", 3);
      add(tar, words[0], unescaped(words[1]), words.length > 2 ? unescaped(words[2]) : "");
    }
    tar.finish();
    return bytes.toByteArray();
  }

  private static String unescaped(String word) {
    String text = word.replace("\\n", "\n").replace("\\e", "\u001b").replace("\\s", " ");
    return new String(text.getBytes(UTF_8), ISO_8859_1);
  }

  private static void add(TarOutput tar, String how, String name, String rest) throws IOException {
    int colon = how.indexOf(':');
    Kind kind = kind(colon < 0 ? how : how.substring(0, colon));
    int mode = colon < 0 ? 0755 : Integer.parseInt(how.substring(colon + 1), 8);
    byte[] content = kind == Kind.FILE ? rest.getBytes(ISO_8859_1) : new byte[0];
    String target = kind == Kind.FILE ? "" : rest;
    TarEntry entry =
        new TarEntry(name, kind, mode, 0, 0, content.length, 981173106, target, Device.NONE);
    tar.put(entry);
    if (kind == Kind.FILE) {
      tar.write(content, content.length);
      tar.endContent(entry);
    }
  }

  private static Kind kind(String word) {
    return switch (word) {
      case "dir" -> Kind.FOLDER;
      case "file" -> Kind.FILE;
      case "sym" -> Kind.SYMLINK;
      case "hard" -> Kind.HARD_LINK;
      case "fifo" -> Kind.FIFO;
      case "char" -> Kind.CHARACTER_DEVICE;
      default -> throw new IllegalArgumentException(word);
    };
  }
}
