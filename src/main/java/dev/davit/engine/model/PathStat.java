package dev.davit.engine.model;

/**
 * What a path in a container is, from the header {@code X-Docker-Container-Path-Stat}.
 *
 * @param mode Go's {@code os.FileMode}: permissions below, the kind of file in the high bits
 * @param mtime when it was last modified, RFC 3339
 * @param linkTarget where a symbolic link leads, from the container's root; else empty
 * @param isDir Podman's word for what comes as a folder, which a link to one does there
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
