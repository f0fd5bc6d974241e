package dev.davit.archive;

import dev.davit.text.GoQuote;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Maps the names of an archive's entries to paths below one name in one directory.
 *
 * @param base the prefix of all names in the archive: the name of the requested path; empty for the
 *     root of a container, {@code .} for the contents of a directory, where Podman omits it
 * @param directory the directory to unpack to, for messages
 * @param name the name that replaces the base there; {@code .} to unpack right into the directory
 */
record EntryPath(String base, String directory, String name) {

  /**
   * Returns the names from the directory to an entry; none of them is {@code ..}, empty or a path.
   */
  List<String> parts(String entry) throws IOException {
    List<String> parts = new ArrayList<>();
    if (!name.equals(".")) {
      parts.add(name);
    }
    for (String part : below(entry).split("/", -1)) {
      if (part.equals("..")) {
        throw outside(entry);
      }
      if (!part.isEmpty() && !part.equals(".")) {
        parts.add(part);
      }
    }
    return parts;
  }

  /** Returns the part behind the base; rejects an entry with another base. */
  private String below(String entry) throws IOException {
    if (!startsWithBase(entry)) {
      return entry;
    }
    boolean all = base.isEmpty();
    String start = all ? "" : base;
    boolean starts = entry.startsWith(start);
    String rest = starts ? entry.substring(start.length()) : "";
    if (!starts || !rest.isEmpty() && rest.charAt(0) != '/' || all && rest.isEmpty()) {
      throw outside(entry);
    }
    return rest;
  }

  /**
   * Returns whether an entry has the base; Podman omits {@code .} for the contents of a directory.
   */
  boolean startsWithBase(String entry) {
    return !base.equals(".") || entry.equals(".") || entry.startsWith("./");
  }

  private IOException outside(String entry) {
    return new IOException(quote(entry) + " is outside of " + quote(directory));
  }

  /** Returns the path of an entry, for messages. */
  String shown(List<String> parts) {
    String path = String.join("/", parts);
    return directory.endsWith("/") ? directory + path : directory + '/' + path;
  }

  static String quote(String raw) {
    return GoQuote.quote(RawName.shown(raw));
  }
}
