package dev.davit;

import dev.davit.Target.Result;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A dockerd for one test, which listens on tcp in its own network namespace. */
final class TcpEngine implements Closeable {
  private final Path folder;
  private final Map<String, String> client;

  private TcpEngine(Path folder, Map<String, String> client, List<String> options)
      throws IOException {
    this.folder = folder;
    this.client = client;
    List<String> up = new ArrayList<>(List.of("up", "--host", address()));
    up.addAll(options);
    engine(up);
  }

  static TcpEngine plain(Path folder) throws IOException {
    return new TcpEngine(folder, Map.of(), List.of());
  }

  /** Starts a dockerd that requires client certificates signed by its CA. */
  static TcpEngine tls(Path folder) throws IOException {
    Path files = Files.createDirectories(folder.resolve("certificates"));
    copy("engine-ca.pem", files.resolve("ca.pem"));
    copy("rsa.pem", files.resolve("cert.pem"));
    copy("rsa-pkcs1-key.pem", files.resolve("key.pem"));
    return new TcpEngine(
        folder,
        Map.of("DOCKER_TLS_VERIFY", "1", "DOCKER_CERT_PATH", files.toString()),
        List.of(
            "--tlsverify",
            "--tlscacert=" + TlsServer.FILES.resolve("engine-ca.pem"),
            "--tlscert=" + TlsServer.FILES.resolve("server.pem"),
            "--tlskey=" + TlsServer.FILES.resolve("server-key.pem")));
  }

  private static void copy(String name, Path to) throws IOException {
    Files.copy(TlsServer.FILES.resolve(name), to);
  }

  static String address() {
    return "tcp://127.0.0.1:2375";
  }

  Reach reach() {
    Map<String, String> env = new java.util.HashMap<>(client);
    env.put("DOCKER_HOST", address());
    return bare(env);
  }

  /** Returns the network of the engine with an environment that need not name the engine. */
  Reach bare(Map<String, String> more) {
    Map<String, String> env = new java.util.HashMap<>(more);
    env.put("DAVIT_ENGINE_DIR", folder.toString());
    return new Reach(List.of(Reach.engineScript(), "exec"), env, "");
  }

  private void engine(List<String> words) throws IOException {
    List<String> argv = new ArrayList<>(List.of(Reach.engineScript()));
    argv.addAll(words);
    ProcessBuilder builder = new ProcessBuilder(argv);
    builder.environment().put("DAVIT_ENGINE_DIR", folder.toString());
    Result result = Target.result(builder.start());
    if (result.exitCode() != 0) {
      throw new IOException(result.toString());
    }
  }

  @Override
  public void close() throws IOException {
    engine(List.of("down"));
  }
}
