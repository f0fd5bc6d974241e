package dev.davit;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.davit.Target.Result;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A real registry in the network of the tests' engine, with the user {@code ann}. */
final class RegistryServer implements Closeable {
  static final String SECRET = "hush-hush";

  /** The bcrypt hash of the password. */
  private static final String HASHED =
      "$2y$05$abcdefghijklmnopqrstuu4uoW5CdSDmY8cLkib7pLDRBlvRVo8Pe";

  private final Path folder;
  private @Nullable Process process;

  /** Creates a registry whose images are kept in a directory. */
  RegistryServer(Path folder, String address) throws IOException {
    this.folder = folder;
    Files.writeString(folder.resolve("htpasswd"), "ann:" + HASHED + "\n");
    Files.writeString(
        folder.resolve("registry.yml"),
        """
        version: 0.1
        log: {level: error}
        storage:
          filesystem: {rootdirectory: FOLDER/images}
        auth:
          htpasswd: {realm: tests, path: FOLDER/htpasswd}
        http:
          addr: ADDRESS
        """
            .replace("FOLDER", folder.toString())
            .replace("ADDRESS", address));
  }

  /** Returns user and password as in config.json. */
  static String auth() {
    return Base64.getEncoder().encodeToString(("ann:" + SECRET).getBytes(US_ASCII));
  }

  void start() throws IOException {
    process =
        Reach.inNetworkOfEngine(
                List.of("docker-registry", "serve", folder.resolve("registry.yml").toString()))
            .redirectOutput(folder.resolve("said").toFile())
            .redirectErrorStream(true)
            .start();
  }

  /** Repeats an action, such as a push, until it exits with 0. */
  void await(Action action) throws IOException {
    Instant limit = Instant.now().plusSeconds(30);
    while (action.run().exitCode() != 0) {
      assertTrue(
          Instant.now().isBefore(limit) && process != null && process.isAlive(),
          "the registry does not work");
      Await.pause();
    }
  }

  /** A command that needs the registry. */
  interface Action {
    Result run() throws IOException;
  }

  /** Ends the registry, which can be started again. */
  @Override
  public void close() throws IOException {
    if (process != null) {
      process.destroy();
      Target.exitCode(process);
      process = null;
    }
  }
}
