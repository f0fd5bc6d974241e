package dev.davit.archive;

import dev.davit.text.GoQuote;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the entries of an archive go: below one name in one folder, and nowhere else.
 *
 * @param base what all names in the archive must start with: the name of what was asked for; empty
 *     for the root of a container, {@code .} for the contents of a folder, where Podman leaves it
 *     out
 * @param folder the folder that is unpacked to, for messages
 * @param name what the base is called there; {@code .} to unpack right into the folder
 */
record EntryPath(String base, String folder, String name) {

  /** The names that lead from the folder to an entry; none is {@code ..}, empty or a path. */
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

  /** What follows the base; an entry of any other is refused. */
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

  /** Not so where Podman sends the contents of a folder: it leaves out the {@code .}. */
  boolean startsWithBase(String entry) {
    return !base.equals(".") || entry.equals(".") || entry.startsWith("./");
  }

  private IOException outside(String entry) {
    return new IOException(quote(entry) + " is outside of " + quote(folder));
  }

  /** The path of an entry, for messages. */
  String shown(List<String> parts) {
    String path = String.join("/", parts);
    return folder.endsWith("/") ? folder + path : folder + '/' + path;
  }

  static String quote(String raw) {
    return GoQuote.quote(RawName.shown(raw));
  }
}
