package dev.davit.context;

import dev.davit.engine.tls.Tls;
import dev.davit.io.WholeFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The files for TLS to an engine; {@code verify} is whether the server's certificate is verified.
 */
public record TlsFiles(Optional<Path> ca, Optional<Path> cert, Optional<Path> key, boolean verify) {

  /**
   * Reads the files.
   *
   * @param env the environment, whose SSL_CERT_FILE replaces the system's authorities, used without
   *     a CA file
   * @throws dev.davit.config.ConfigException if a file is unreadable or invalid
   */
  public Tls load(Map<String, String> env) {
    return TlsMaterial.read(this, env);
  }

  /** Returns the content of the existing files, by their names in a context. */
  Map<String, byte[]> read() throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    add(files, "ca.pem", ca);
    add(files, "cert.pem", cert);
    add(files, "key.pem", key);
    return files;
  }

  private static void add(Map<String, byte[]> files, String name, Optional<Path> file)
      throws IOException {
    if (file.isPresent()) {
      files.put(name, WholeFile.read(file.get()));
    }
  }
}
