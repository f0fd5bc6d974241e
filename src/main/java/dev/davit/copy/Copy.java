package dev.davit.copy;

import dev.davit.archive.ArchiveSource;
import dev.davit.archive.ArchiveTarget;
import dev.davit.engine.ArchiveDownload;
import dev.davit.engine.Archives;
import dev.davit.engine.http.EngineException;
import dev.davit.engine.http.UnreachableException;
import dev.davit.engine.model.PathStat;
import dev.davit.io.BodyWriter;
import dev.davit.io.SlashPath;
import dev.davit.io.WorkingDirectory;
import dev.davit.opts.CopyEndpoint.InContainer;
import dev.davit.opts.CopyEndpoint.Local;
import dev.davit.terminal.Streams;
import java.io.IOException;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Copies between the client's host and a container. Mirrors copyFromContainer and copyToContainer
 * in cli/command/container/cp.go.
 */
public final class Copy {
  private static final int GZIP_BUFFER = 64 * 1024;

  private final Archives archives;
  private final Streams streams;
  private final WorkingDirectory cwd;
  private final Options options;
  private boolean complete = true;

  /**
   * The options of a copy.
   *
   * @param archive whether to keep owners (into a container) or special bits and devices (out of
   *     one)
   * @param followLink whether to copy the target of a source that is a symbolic link
   * @param quiet whether to print neither progress nor a summary
   * @param compress whether to compress the archive on its way
   */
  public record Options(boolean archive, boolean followLink, boolean quiet, boolean compress) {}

  public Copy(Archives archives, Streams streams, WorkingDirectory cwd, Options options) {
    this.archives = archives;
    this.streams = streams;
    this.cwd = cwd;
    this.options = options;
  }

  /** Copies out of a container; returns false if files were left out, which have been reported. */
  public boolean out(InContainer from, Local to) throws IOException {
    if (to.isStream()) {
      try (ArchiveDownload archive = download(from, source(from))) {
        archive.body().transferTo(streams.out());
      }
      return true;
    }
    String destination = LocalPath.resolve(cwd, to.path());
    LocalPath.requireWritable(destination);
    LocalPath.Found source = source(from);
    CopyProgress progress = new CopyProgress(streams, options.quiet(), "Copying from container - ");
    try (ArchiveDownload archive = download(from, source)) {
      unpack(archive, source, destination, progress);
    } finally {
      progress.clear();
    }
    progress.succeeded(destination);
    return complete;
  }

  private ArchiveDownload download(InContainer from, LocalPath.Found source) throws IOException {
    return archives.download(from.container(), source.path(), options.compress());
  }

  private void unpack(
      ArchiveDownload archive, LocalPath.Found source, String destination, CopyProgress progress)
      throws IOException {
    String base = SlashPath.entry(rooted(source.path()));
    boolean isFolder = archive.stat().isDirectory();
    if (!isFolder && base.equals(".")) { // Podman takes the path for the file
      throw new IOException("lstat " + source.path() + ": not a directory");
    }
    String name = source.rebase() == null ? base : source.rebase();
    CopyPlan plan = CopyPlan.of(name, isFolder, LocalPath.destination(destination));
    ArchiveTarget.unpack(
        progress.counting(archive.body()),
        new ArchiveTarget.Request(
            base, SlashPath.clean(plan.directory()), plan.name(), isFolder, options.archive()),
        progress::at,
        message -> leftOut(message, progress));
  }

  /** Returns an absolute path, as relative paths in a container start from its root. */
  private static String rooted(String path) {
    return path.startsWith("/") ? path : '/' + path;
  }

  private void leftOut(String message, CopyProgress progress) {
    complete = false;
    progress.clear();
    streams.error(message);
  }

  /**
   * Returns the path to request: with {@code --follow-link} the target of a link, keeping its name.
   */
  private LocalPath.Found source(InContainer from) throws IOException {
    PathStat stat = options.followLink() ? stat(from.container(), from.path()) : null;
    if (stat == null || !stat.isSymlink()) {
      return new LocalPath.Found(from.path(), true, false, null);
    }
    String target = SlashPath.endingAs(from.path(), linkTarget(stat, from.path()));
    String name = SlashPath.base(from.path());
    return new LocalPath.Found(
        target, true, false, name.equals(SlashPath.base(target)) ? null : name);
  }

  private static String linkTarget(PathStat stat, String path) {
    String target = stat.linkTarget();
    return target.startsWith("/") ? target : SlashPath.join(SlashPath.folder(path), target);
  }

  /** Returns null if the path does not exist or the request fails; the copy itself reports why. */
  private @Nullable PathStat stat(String container, String path) throws IOException {
    try {
      return archives.statPath(container, path);
    } catch (EngineException | UnreachableException e) {
      return null;
    }
  }

  /** Copies into a container; returns false if files were left out, which have been reported. */
  public boolean in(Local from, InContainer to) throws IOException {
    String local = from.isStream() ? "" : LocalPath.resolve(cwd, from.path());
    LocalPath.Found target = target(to);
    if (from.isStream()) {
      if (!target.isFolder()) {
        throw new IOException("destination \"" + to + "\" must be a directory");
      }
      upload(to, target.path(), streams.in()::transferTo);
      new CopyProgress(streams, options.quiet(), "")
          .succeeded(to.container() + ':' + target.path());
      return true;
    }
    LocalPath.Found source = LocalPath.source(local, options.followLink());
    String base = SlashPath.entry(source.path());
    String name = source.rebase() == null ? base : source.rebase();
    CopyPlan plan = CopyPlan.of(name, source.isFolder(), target);
    CopyProgress progress = new CopyProgress(streams, options.quiet(), "Copying to container - ");
    ArchiveSource archive = new ArchiveSource(progress::at, message -> leftOut(message, progress));
    try {
      upload(
          to,
          plan.directory(),
          compressed(
              out -> archive.write(Path.of(source.path()), plan.name(), progress.counting(out))));
    } finally {
      progress.clear();
    }
    progress.succeeded(to.container() + ':' + target.path());
    return complete;
  }

  /** Compresses the archive if asked to; the engine detects compression by itself. */
  private BodyWriter compressed(BodyWriter tar) {
    if (!options.compress()) {
      return tar;
    }
    return out -> {
      GZIPOutputStream gzip = new GZIPOutputStream(out, GZIP_BUFFER);
      tar.writeTo(gzip);
      gzip.finish();
    };
  }

  private void upload(InContainer to, String folder, BodyWriter tar) throws IOException {
    archives.upload(to.container(), folder, options.archive(), tar);
  }

  private LocalPath.Found target(InContainer to) throws IOException {
    String path = to.path();
    PathStat stat = stat(to.container(), path);
    if (stat != null && stat.isSymlink()) {
      path = linkTarget(stat, path);
      stat = stat(to.container(), path);
    }
    if (stat == null) {
      return new LocalPath.Found(path, false, false, null);
    }
    if (stat.isDevice() || stat.isIrregular()) {
      throw new IOException(
          "destination \""
              + to
              + "\" must be a directory or a regular file: got "
              + (stat.isDevice() ? "a device" : "an irregular file"));
    }
    return new LocalPath.Found(path, true, stat.isDirectory(), null);
  }
}
