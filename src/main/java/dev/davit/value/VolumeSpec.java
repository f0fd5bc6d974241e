package dev.davit.value;

import java.nio.file.Path;

/**
 * {@code -v}: a folder or named volume to bind, or a path that gets an anonymous volume.
 *
 * @param bind what HostConfig.Binds takes; for an anonymous volume its path
 */
public record VolumeSpec(boolean anonymous, String bind) {

  /** Throws IllegalArgumentException with docker's message. */
  public static VolumeSpec parse(String text, Path cwd) {
    if (text.isEmpty()) {
      throw new IllegalArgumentException("invalid empty volume spec");
    }
    if (text.length() <= 2 || isDriveLike(text)) {
      return new VolumeSpec(true, text);
    }
    String[] parts = text.split(":", -1);
    if (parts.length > 3) {
      throw new IllegalArgumentException("invalid spec: " + text + ": too many colons");
    }
    for (String part : parts) {
      if (part.isEmpty()) {
        throw new IllegalArgumentException(
            "invalid spec: " + text + ": empty section between colons");
      }
    }
    if (parts.length == 1) {
      return new VolumeSpec(true, text);
    }
    return new VolumeSpec(false, absolute(parts[0], cwd) + text.substring(parts[0].length()));
  }

  /** A one-letter name is taken for a Windows drive, which makes the whole text one path. */
  private static boolean isDriveLike(String text) {
    return Character.isLetter(text.charAt(0)) && text.charAt(1) == ':' && text.indexOf(':', 2) < 0;
  }

  private static String absolute(String source, Path cwd) {
    return source.startsWith(".") ? cwd.resolve(source).normalize().toString() : source;
  }
}
