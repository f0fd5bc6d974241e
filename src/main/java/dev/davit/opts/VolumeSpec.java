package dev.davit.opts;

import dev.davit.io.WorkingDirectory;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Parses {@code -v}: a host directory or named volume to mount, or the path of an anonymous volume.
 *
 * @param bind an element of HostConfig.Binds; for an anonymous volume its path
 */
public record VolumeSpec(boolean anonymous, String bind) {

  /**
   * Parses a volume.
   *
   * @throws IllegalArgumentException with docker's message
   */
  public static VolumeSpec parse(String text, WorkingDirectory cwd) {
    if (text.isEmpty()) {
      throw new IllegalArgumentException("invalid empty volume spec");
    }
    if (text.length() <= 2) {
      return new VolumeSpec(true, text);
    }
    List<String> sections = sections(text);
    for (int i = 0; i < sections.size(); i++) {
      if (sections.get(i).isEmpty()) {
        throw new IllegalArgumentException(
            "invalid spec: " + text + ": empty section between colons");
      }
      if (i == 2 && sections.size() > 3) {
        throw new IllegalArgumentException("invalid spec: " + text + ": too many colons");
      }
    }
    if (sections.size() == 1) {
      return new VolumeSpec(true, text);
    }
    String source = sections.getFirst();
    return new VolumeSpec(false, absolute(source, cwd) + text.substring(source.length()));
  }

  /** Splits at colons, except after a section of one letter, which is a Windows drive. */
  private static List<String> sections(String text) {
    List<String> sections = new ArrayList<>();
    StringBuilder section = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean drive = section.length() == 1 && Character.isLetter(section.charAt(0));
      if (c == ':' && !drive) {
        sections.add(section.toString());
        section.setLength(0);
      } else {
        section.append(c);
      }
    }
    sections.add(section.toString());
    return sections;
  }

  /**
   * Makes a source that begins with a dot absolute, relative to the working directory. As in
   * docker, it stays relative if the directory has no path, because it was removed: the engine
   * refuses it.
   */
  public static String absolute(String source, WorkingDirectory cwd) {
    if (!source.startsWith(".")) {
      return source;
    }
    try {
      return cwd.lexical(source);
    } catch (IOException e) {
      return source;
    }
  }
}
