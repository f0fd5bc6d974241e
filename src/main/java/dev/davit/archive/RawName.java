package dev.davit.archive;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.nio.file.Path;

/**
 * File names as the bytes that they have on disk and in archives, one {@code char} for each byte:
 * names need not be UTF-8, and copying must not change them.
 */
public final class RawName {
  private static final String HEX = "0123456789ABCDEF";

  private RawName() {}

  /** Returns the bytes of a path. */
  public static String of(Path path) {
    String text = path.toString();
    if (isAscii(text)) {
      return text;
    }
    // URIs of the default file system contain the bytes, in any locale
    String escaped = Path.of("/").resolve(path).toUri().getRawPath();
    String raw = unescape(path.isAbsolute() ? escaped : escaped.substring(1));
    return raw.endsWith("/") ? raw.substring(0, raw.length() - 1) : raw;
  }

  /** Returns the path with these bytes, none of which is NUL. */
  static Path path(String raw) {
    if (isAscii(raw)) {
      return Path.of(raw);
    }
    StringBuilder uri = new StringBuilder("file:///");
    for (byte b : raw.getBytes(ISO_8859_1)) {
      if (b == '/') {
        uri.append('/');
      } else {
        uri.append('%').append(HEX.charAt(b >> 4 & 15)).append(HEX.charAt(b & 15));
      }
    }
    Path path = Path.of(URI.create(uri.toString()));
    return raw.startsWith("/") ? path : path.subpath(0, path.getNameCount());
  }

  /** Returns the name decoded as text, for messages. */
  public static String shown(String raw) {
    return new String(raw.getBytes(ISO_8859_1), UTF_8);
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80) {
        return false;
      }
    }
    return true;
  }

  private static String unescape(String escaped) {
    StringBuilder raw = new StringBuilder(escaped.length());
    for (int i = 0; i < escaped.length(); i++) {
      char c = escaped.charAt(i);
      if (c == '%') {
        raw.append((char) Integer.parseInt(escaped, i + 1, i + 3, 16));
        i += 2;
      } else {
        raw.append(c);
      }
    }
    return raw.toString();
  }
}
