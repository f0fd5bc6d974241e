package dev.davit.command.volume;

import dev.davit.archive.TarEntry;
import dev.davit.archive.TarInput;
import dev.davit.archive.TarRelocation;
import dev.davit.cli.CommandContext;
import dev.davit.engine.ArchiveDownload;
import dev.davit.engine.http.EngineException;
import dev.davit.engine.model.VolumeConfig;
import dev.davit.io.BodyWriter;
import dev.davit.io.Cleanup;
import dev.davit.resource.ObjectKind;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Reads and writes the files of volumes. The helper containers, and a volume that was created for
 * an import that then fails, are removed when this object is closed, or when a signal ends the
 * process.
 */
final class VolumeFiles implements Closeable {
  /** The time within which an engine creates a container. */
  private static final Duration CREATION = Duration.ofSeconds(3);

  private static final Duration PAUSE = Duration.ofMillis(100);

  private final CommandContext in;
  private final Cleanup cleanup;
  private final List<String> containers = new CopyOnWriteArrayList<>();
  private volatile boolean creating;
  private final List<String> created = new CopyOnWriteArrayList<>();

  VolumeFiles(CommandContext in) {
    this.in = in;
    this.cleanup =
        new Cleanup(
            () -> {
              boolean unfinished = creating;
              in.engine().cancelAll(); // the engine locks a container that it reads or writes
              if (unfinished) {
                removeWhenCreated(containers.getLast());
              }
              remove();
            });
  }

  /** Writes all files of a volume as a tar stream. */
  void write(String volume, OutputStream out) throws IOException {
    try (ArchiveDownload archive = open(volume)) {
      archive.body().transferTo(out);
    }
  }

  /**
   * Opens a tar stream of all files of a volume, which must exist; reports in one line what the
   * engine does not send.
   */
  ArchiveDownload open(String volume) throws IOException {
    requireVolume(volume);
    ArchiveDownload archive = helper(volume, true).download();
    if (in.engine().ping().podman().isPresent()) {
      in.streams().error("Podman does not send the owners of files: all files belong to root");
    }
    return archive;
  }

  /** Fails with the engine's message if a volume does not exist. */
  void requireVolume(String volume) throws IOException {
    ObjectKind.VOLUME.inspectRaw(in.engine(), volume, false);
  }

  /** Creates a volume unless it exists; returns whether it exists. */
  boolean createIfMissing(String volume) throws IOException {
    try {
      requireVolume(volume);
      return true;
    } catch (EngineException e) {
      if (!e.isNotFound()) {
        throw e;
      }
    }
    created.add(volume);
    VolumeConfig config = new VolumeConfig();
    config.name = volume;
    in.engine().volumes().create(config);
    return false;
  }

  /** Returns whether a volume has no files. */
  boolean isEmpty(String volume) throws IOException {
    try (ArchiveDownload archive = helper(volume, true).download()) {
      TarInput entries = new TarInput(archive.body());
      for (TarEntry entry = entries.next(); entry != null; entry = entries.next()) {
        if (!entry.name().equals("./")) { // the volume itself, which Podman omits
          return false;
        }
      }
      return true;
    }
  }

  /**
   * Unpacks a tar stream into a volume, and reports in one line what could not be kept.
   *
   * @param archive opened when the request is sent
   */
  void read(String volume, Archive archive) throws IOException {
    HelperContainer helper = helper(volume, false);
    String prefix = helper.prefix();
    long[] sparse = new long[1];
    BodyWriter body =
        out -> {
          try (InputStream tar = archive.open()) {
            sparse[0] = TarRelocation.copy(tar, out, prefix);
          }
        };
    helper.upload(body);
    created.clear();
    if (sparse[0] > 0) {
      in.streams().error("sparse files whose holes the engine fills with zeros: " + sparse[0]);
    }
  }

  /** Opens a tar stream. */
  interface Archive {
    InputStream open() throws IOException;
  }

  private HelperContainer helper(String volume, boolean readOnly) throws IOException {
    String name = HelperContainer.newName();
    containers.add(name);
    creating = true;
    try {
      return HelperContainer.create(in, name, volume, readOnly);
    } finally {
      creating = false;
    }
  }

  /** Removes a container that the engine may still be creating, though the client has gone. */
  private void removeWhenCreated(String name) {
    long end = System.nanoTime() + CREATION.toNanos();
    while (System.nanoTime() < end) {
      try {
        in.engine().containers().remove(name, true, false, true);
        return;
      } catch (EngineException e) {
        pause();
      } catch (IOException e) {
        return;
      }
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void remove() {
    containers.forEach(
        name -> attempt(() -> in.engine().containers().remove(name, true, false, true)));
    created.forEach(volume -> attempt(() -> in.engine().volumes().remove(volume, true)));
  }

  private interface Step {
    void run() throws IOException;
  }

  /** Runs a step of the removal; ignores a container that was never created. */
  private void attempt(Step step) {
    try {
      step.run();
    } catch (EngineException e) {
      if (!e.isNotFound()) {
        in.streams().error(String.valueOf(e.getMessage()));
      }
    } catch (IOException e) {
      in.streams().error(String.valueOf(e.getMessage()));
    }
  }

  @Override
  public void close() {
    cleanup.close();
    remove();
  }
}
