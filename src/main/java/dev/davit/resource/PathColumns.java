package dev.davit.resource;

import dev.davit.engine.model.PathStat;
import dev.davit.format.Column;
import dev.davit.format.Listing;
import java.util.List;
import java.util.Map;

/** The columns of {@code stat}. */
public final class PathColumns {
  /** The default table's columns. */
  public static final List<String> SHOWN = List.of("Path", "Mode", "Size", "Mtime", "LinkTarget");

  /**
   * Go's mode bits for kinds of files, each with the letter of {@code ls}; the first match counts.
   */
  private static final List<Map.Entry<Long, Character>> KINDS =
      List.of(
          Map.entry(1L << 31, 'd'),
          Map.entry(1L << 27, 'l'),
          Map.entry(1L << 21, 'c'),
          Map.entry(1L << 26, 'b'),
          Map.entry(1L << 25, 'p'),
          Map.entry(1L << 24, 's'));

  private static final long SETUID = 1L << 23;
  private static final long SETGID = 1L << 22;
  private static final long STICKY = 1L << 20;

  private PathColumns() {}

  /**
   * A path with its attributes.
   *
   * @param path the path as given by the user
   */
  public record Found(String path, PathStat stat) {}

  /** Returns the columns for templates and tables. */
  public static Listing<Found> listing() {
    return new Listing<>(
        "*container.pathStat",
        List.of(
            new Column<>("LinkTarget", "LINK TARGET", of -> of.stat.linkTarget()),
            new Column<>("Mode", "MODE", of -> mode(of.stat.mode())),
            new Column<>("Mtime", "MODIFIED", of -> of.stat.mtime()),
            new Column<>("Name", "NAME", of -> of.stat.name()),
            new Column<>("Path", "PATH", Found::path),
            new Column<>("Size", "SIZE", of -> Long.toString(of.stat.size()))),
        of -> Map.of());
  }

  /** Returns a mode in the form of {@code ls -l}. */
  public static String mode(long mode) {
    StringBuilder letters = new StringBuilder(10);
    letters.append(
        KINDS.stream()
            .filter(kind -> (mode & kind.getKey()) != 0)
            .map(Map.Entry::getValue)
            .findFirst()
            .orElse('-'));
    for (int bit = 8; bit >= 0; bit--) {
      letters.append((mode & 1L << bit) == 0 ? '-' : "xwr".charAt(bit % 3));
    }
    special(letters, 3, (mode & SETUID) != 0, 's');
    special(letters, 6, (mode & SETGID) != 0, 's');
    special(letters, 9, (mode & STICKY) != 0, 't');
    return letters.toString();
  }

  private static void special(StringBuilder letters, int place, boolean set, char letter) {
    if (set) {
      boolean executable = letters.charAt(place) == 'x';
      letters.setCharAt(place, executable ? letter : Character.toUpperCase(letter));
    }
  }
}
