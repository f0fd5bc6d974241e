package dev.davit.config;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A configuration directory of a test. */
public record ConfigDirectory(Path path) {

  /** Writes config.json. */
  public ConfigFile config(String json) throws IOException {
    Files.writeString(path.resolve("config.json"), json);
    return ConfigFile.load(path);
  }

  /** Writes a context's meta.json. */
  public void context(String name, String json) throws IOException {
    Path folder = path.resolve("contexts/meta").resolve(sha256(name));
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("meta.json"), json);
  }

  /** Writes one of a context's TLS files. */
  public Path tlsFile(String context, String file) throws IOException {
    Path folder = path.resolve("contexts/tls").resolve(sha256(context)).resolve("docker");
    Files.createDirectories(folder);
    return Files.writeString(folder.resolve(file), "");
  }

  private static String sha256(String name) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
