package dev.davit.context;

import dev.davit.engine.tls.Tls;
import dev.davit.io.WholeFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What TLS to an engine is made from; {@code verify} is whether its certificate is checked. */
public record TlsFiles(Optional<Path> ca, Optional<Path> cert, Optional<Path> key, boolean verify) {

  /**
   * Reads what is in them.
   *
   * @param env may name the file of the system's authorities, for which there is no file here
   * @throws dev.davit.config.ConfigException if something is wrong with one
   */
  public Tls load(Map<String, String> env) {
    return TlsMaterial.read(this, env);
  }

  /** The content of those that there are, by the names that contexts give them. */
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
