package dev.davit.engine.model;

/**
 * The stat of a path in a container, from the header {@code X-Docker-Container-Path-Stat}.
 *
 * @param mode Go's {@code os.FileMode}: permissions in the low bits, the file type in the high bits
 * @param mtime modification time in RFC 3339
 * @param linkTarget target of a symbolic link, from the container's root; empty for other files
 * @param isDir whether Podman sends the path as a directory, as it does a link to one
 */
public record PathStat(
    String name, long size, long mode, String mtime, String linkTarget, boolean isDir) {
  private static final long DIRECTORY = 1L << 31;
  private static final long SYMLINK = 1L << 27;
  private static final long DEVICE = 1L << 26;
  private static final long IRREGULAR = 1L << 19;

  public PathStat {
    name = name == null ? "" : name;
    mtime = mtime == null ? "" : mtime;
    linkTarget = linkTarget == null ? "" : linkTarget;
  }

  public boolean isDirectory() {
    return (mode & DIRECTORY) != 0 || isDir;
  }

  public boolean isSymlink() {
    return (mode & SYMLINK) != 0;
  }

  public boolean isDevice() {
    return (mode & DEVICE) != 0;
  }

  public boolean isIrregular() {
    return (mode & IRREGULAR) != 0;
  }
}
