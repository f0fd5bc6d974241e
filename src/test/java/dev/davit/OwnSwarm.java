package dev.davit;

import dev.davit.Target.Result;
import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A swarm for one test, with the image busybox on each node. Node 1 is the manager, nodes 2 and 3
 * are workers; node N has the host name {@code nodeN} and the label {@code n=N}.
 */
final class OwnSwarm implements Closeable {
  private final Path folder;

  private OwnSwarm(Path folder) {
    this.folder = folder;
  }

  /** Starts a swarm with its files in a directory. */
  static OwnSwarm start(Path folder) throws IOException {
    OwnSwarm swarm = new OwnSwarm(folder);
    swarm.run("up");
    return swarm;
  }

  /** Returns the value of {@code DOCKER_HOST} for a node. */
  String address(int node) throws IOException {
    return run("host", String.valueOf(node)).strip();
  }

  /** Kills the engine of a node and all its containers; it cannot be started again. */
  void stopNode(int node) throws IOException {
    run("stop", String.valueOf(node));
  }

  private String run(String verb, String... node) throws IOException {
    List<String> command = new ArrayList<>(List.of(script(), verb, folder.toString()));
    command.addAll(List.of(node));
    File errors = folder.resolve("swarm-" + verb).toFile();
    Result result = Target.result(new ProcessBuilder(command).redirectError(errors).start());
    if (result.exitCode() != 0) {
      throw new IOException(result.toString());
    }
    return result.out();
  }

  private static String script() {
    return Path.of("src/dev/swarm").toAbsolutePath().toString();
  }

  @Override
  public void close() throws IOException {
    run("down");
  }
}
