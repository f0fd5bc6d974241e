package dev.davit.example;

import dev.davit.engine.ArchiveDownload;
import dev.davit.engine.AttachOptions;
import dev.davit.engine.Engine;
import dev.davit.engine.PendingWait;
import dev.davit.engine.WaitCondition;
import dev.davit.engine.model.ContainerSpec;
import dev.davit.engine.socket.EngineAddress;
import dev.davit.engine.stream.FrameReader;
import dev.davit.engine.stream.HijackedStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/**
 * Uses davit's engine package as a library: runs a command in a container as {@code davit run}
 * does, and reads a file as {@code davit cp} does.
 */
public final class RunAndCopy {
  private RunAndCopy() {}

  /**
   * Prints the container's output, its exit code, and the size of the tar stream of {@code
   * /greeting}.
   *
   * @param args an address such as {@code unix:///var/run/docker.sock}, and an image with a shell
   */
  public static void main(String[] args) throws IOException {
    try (Engine engine = Engine.at(EngineAddress.parse(args[0], false))) {
      ContainerSpec spec = new ContainerSpec();
      spec.config.image = args[1];
      spec.config.cmd = List.of("sh", "-c", "echo hello | tee /greeting; exit 3");
      spec.hostConfig.networkMode = "none";
      String id = engine.containers().create(spec).id();
      try {
        System.out.println("exit code " + run(engine, id));
        System.out.println("greeting is in a tar of " + size(engine, id) + " bytes");
      } finally {
        engine.containers().remove(id, true, false, true);
      }
    }
  }

  /** Attaches and waits before the start, so that no output is lost. */
  private static int run(Engine engine, String id) throws IOException {
    AttachOptions outputs = AttachOptions.live(false, true, true, null);
    try (HijackedStream streams = engine.containers().attach(id, outputs);
        PendingWait end = engine.containers().waitFor(id, WaitCondition.NEXT_EXIT)) {
      engine.containers().start(id);
      FrameReader.copy(streams.input(), System.out, System.err);
      return end.exitCode();
    }
  }

  private static long size(Engine engine, String id) throws IOException {
    try (ArchiveDownload greeting = engine.archives().download(id, "/greeting", false);
        InputStream tar = greeting.body()) {
      return tar.readAllBytes().length;
    }
  }
}
