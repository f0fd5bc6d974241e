package dev.davit.command.volume;

import dev.davit.cli.CommandContext;
import dev.davit.cli.CommandException;
import dev.davit.cli.complete.Completers;
import dev.davit.cli.flags.Flag;
import dev.davit.create.ContainerCreator;
import dev.davit.create.ContainerCreator.PullPolicy;
import dev.davit.engine.ArchiveDownload;
import dev.davit.engine.Engine;
import dev.davit.engine.http.EngineException;
import dev.davit.engine.model.ContainerSpec;
import dev.davit.engine.model.Mount;
import dev.davit.engine.model.VolumeOptions;
import dev.davit.io.BodyWriter;
import dev.davit.text.GoQuote;
import java.io.IOException;
import java.util.List;

/**
 * A container with a volume, which is never started: the engine reads and writes the volume through
 * the archive endpoint.
 */
record HelperContainer(Engine engine, String name) {
  private static final Flag<String> IMAGE =
      Flag.string(
              "image",
              (char) 0,
              "busybox",
              "Image of the container through which the engine accesses the volume (default busybox)")
          .completes(Completers.IMAGE);
  private static final Flag<Boolean> PULL =
      Flag.bool("pull", "Pull the image of the helper container if it is missing");

  static final List<Flag<?>> FLAGS = List.of(IMAGE, PULL);

  /** The directory of the volume in the container, which no image has. */
  private static final String DIRECTORY = "davit-volume";

  /** Returns a name for a helper container that no other container has. */
  static String newName() {
    return "davit-volume-"
        + ProcessHandle.current().pid()
        + '-'
        + Long.toHexString(System.nanoTime());
  }

  /**
   * Creates the container.
   *
   * @param name a name of {@link #newName}, by which the caller removes the container
   * @throws CommandException if the engine does not have the image
   */
  static HelperContainer create(CommandContext in, String name, String volume, boolean readOnly)
      throws IOException {
    ContainerCreator creator =
        new ContainerCreator(
            in.engine(),
            in.streams(),
            in.get(PULL) ? PullPolicy.MISSING : PullPolicy.NEVER,
            false,
            "",
            in.credentials(),
            in.app().clock());
    try {
      creator.create(spec(name, volume, in.get(IMAGE), readOnly));
    } catch (EngineException e) {
      if (in.get(PULL) || !e.isNotFound()) {
        throw e;
      }
      throw CommandException.refused(
          "image "
              + GoQuote.quote(in.get(IMAGE))
              + " is missing on the engine: use --pull, or another image with --image");
    }
    return new HelperContainer(in.engine(), name);
  }

  private static ContainerSpec spec(String name, String volume, String image, boolean readOnly) {
    ContainerSpec spec = new ContainerSpec();
    spec.name = name;
    spec.config.image = image;
    spec.config.cmd = List.of("/" + DIRECTORY);
    spec.hostConfig.networkMode = "none";
    Mount mount = new Mount();
    mount.type = "volume";
    mount.source = volume;
    mount.target = "/" + DIRECTORY;
    mount.readOnly = readOnly ? true : null;
    mount.volumeOptions = new VolumeOptions();
    mount.volumeOptions.noCopy = true;
    spec.hostConfig.mounts = List.of(mount);
    return spec;
  }

  /** Downloads all files of the volume as a tar stream, with names that begin with {@code ./}. */
  ArchiveDownload download() throws IOException {
    return engine.archives().download(name, "/" + DIRECTORY + "/.", false);
  }

  /**
   * Unpacks a tar stream into the volume, whose names are put below {@link #prefix}. dockerd
   * unpacks at the container's root: within the volume, it would refuse symbolic links that lead
   * out of the volume.
   */
  void upload(BodyWriter archive) throws IOException {
    // the flag for owners would set the container's user instead of the archive's
    engine.archives().upload(name, "/" + (atRoot() ? "" : DIRECTORY), false, archive);
  }

  /** The directory for the names of an uploaded archive. */
  String prefix() throws IOException {
    return atRoot() ? DIRECTORY : "";
  }

  /** Podman writes volumes of a container that does not run only by a path within them. */
  private boolean atRoot() throws IOException {
    return engine.ping().podman().isEmpty();
  }
}
