package dev.davit;

import dev.davit.Target.Result;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;

/** A dockerd for one test, on a Unix socket, with the image busybox. */
final class OwnEngine implements Closeable {
  private final Path folder;
  private final String address;

  private OwnEngine(Path folder) throws IOException {
    this.folder = folder;
    run("up");
    address = run("host").strip();
  }

  /** Starts an engine with its files in a directory. */
  static OwnEngine start(Path folder) throws IOException {
    return new OwnEngine(folder);
  }

  /** Returns the value of {@code DOCKER_HOST} for this engine. */
  String address() {
    return address;
  }

  private String run(String verb) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(Reach.engineScript(), verb)
            .redirectError(folder.resolve("engine-" + verb).toFile());
    builder.environment().put("DAVIT_ENGINE_DIR", folder.toString());
    Result result = Target.result(builder.start());
    if (result.exitCode() != 0) {
      throw new IOException(result.toString());
    }
    return result.out();
  }

  @Override
  public void close() throws IOException {
    run("down");
  }
}
