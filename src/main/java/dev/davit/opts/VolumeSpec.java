package dev.davit.opts;

import dev.davit.io.WorkingDirectory;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code -v}: a folder or named volume to bind, or a path that gets an anonymous volume.
 *
 * @param bind what HostConfig.Binds takes; for an anonymous volume its path
 */
public record VolumeSpec(boolean anonymous, String bind) {

  /** Throws IllegalArgumentException with docker's message. */
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

  /** A section of one letter is taken for a Windows drive: its colon does not end it. */
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
   * The path of a source, relative to the working directory where it begins with a dot.
   *
   * @throws IllegalArgumentException if that directory was removed
   */
  public static String absolute(String source, WorkingDirectory cwd) {
    if (!source.startsWith(".")) {
      return source;
    }
    try {
      return cwd.lexical(source);
    } catch (IOException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }
}
