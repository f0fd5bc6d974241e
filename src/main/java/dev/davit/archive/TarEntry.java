package dev.davit.archive;

/**
 * The header of one entry of a tar stream.
 *
 * @param name a {@link RawName}, as {@code linkName} is
 * @param mode the permissions with setuid, setgid and sticky; not the kind of file
 * @param size the size of the content in bytes; an archive has less of a sparse file
 * @param mtime seconds since 1970
 * @param linkName the target of a symbolic link, or the name of the entry that a hard link refers
 *     to
 * @param device the device number
 */
public record TarEntry(
    String name,
    Kind kind,
    int mode,
    long uid,
    long gid,
    long size,
    long mtime,
    String linkName,
    Device device) {

  /** The kinds of entries that are copied, each with the letter that the header has for it. */
  public enum Kind {
    FILE('0'),
    HARD_LINK('1'),
    SYMLINK('2'),
    CHARACTER_DEVICE('3'),
    BLOCK_DEVICE('4'),
    FOLDER('5'),
    FIFO('6');

    final char letter;

    Kind(char letter) {
      this.letter = letter;
    }
  }

  public record Device(int major, int minor) {
    public static final Device NONE = new Device(0, 0);
  }

  TarEntry withMode(int other) {
    return new TarEntry(name, kind, other, uid, gid, size, mtime, linkName, device);
  }

  /** Returns the entry with root as its user and group. */
  public TarEntry ownedByRoot() {
    return new TarEntry(name, kind, mode, 0, 0, size, mtime, linkName, device);
  }

  /** Returns the entry with another size of its content. */
  public TarEntry withSize(long other) {
    return new TarEntry(name, kind, mode, uid, gid, other, mtime, linkName, device);
  }

  public boolean isFolder() {
    return kind == Kind.FOLDER;
  }
}
