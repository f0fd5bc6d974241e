package dev.davit.context;

import dev.davit.config.ConfigException;
import dev.davit.config.ConfigFile;
import dev.davit.io.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The global {@code --tls*} flags, null if not given, with their defaults DOCKER_TLS,
 * DOCKER_TLS_VERIFY and DOCKER_CERT_PATH (cli/flags/options.go).
 */
public record TlsFlags(
    @Nullable Boolean tls,
    @Nullable Boolean verify,
    @Nullable String caCert,
    @Nullable String cert,
    @Nullable String key) {

  public static final TlsFlags NONE = new TlsFlags(null, null, null, null, null);

  /**
   * Returns whether TLS is enabled; {@code --tlsverify=false} enables it, too, without
   * verification.
   */
  boolean enabled(Map<String, String> env) {
    boolean plain = tls == null ? isSet(env, "DOCKER_TLS") : tls;
    return plain || verify != null || isSet(env, "DOCKER_TLS_VERIFY");
  }

  /**
   * Returns the files to use, after checking that each is readable.
   *
   * @throws ConfigException in Go's words for the first unreadable file
   */
  TlsFiles files(Map<String, String> env) {
    String certPath = env.getOrDefault("DOCKER_CERT_PATH", "");
    // not the directory of --config: docker determines this default before it reads the flags
    Path directory =
        certPath.isEmpty() ? ConfigFile.directory("", env) : Path.of(certPath).normalize();
    Optional<Path> ca = caCert == null ? Optional.of(directory.resolve("ca.pem")) : named(caCert);
    Optional<Path> certFile = cert == null ? existing(directory.resolve("cert.pem")) : named(cert);
    Optional<Path> keyFile = key == null ? existing(directory.resolve("key.pem")) : named(key);
    ca.ifPresent(TlsFlags::checkReadable);
    certFile.ifPresent(TlsFlags::checkReadable);
    keyFile.ifPresent(TlsFlags::checkReadable);
    return new TlsFiles(
        ca, certFile, keyFile, verify == null ? isSet(env, "DOCKER_TLS_VERIFY") : verify);
  }

  private static boolean isSet(Map<String, String> env, String name) {
    return !env.getOrDefault(name, "").isEmpty();
  }

  private static Optional<Path> existing(Path file) {
    return Optional.of(file).filter(Files::exists);
  }

  private static Optional<Path> named(String text) {
    String path = unquote(text);
    return path.isEmpty() ? Optional.empty() : Optional.of(Path.of(path));
  }

  /** Strips one pair of quotes, which docker-machine's output once had. */
  private static String unquote(String text) {
    int last = text.length() - 1;
    boolean quoted =
        last > 0
            && text.charAt(0) == text.charAt(last)
            && (text.charAt(0) == '"' || text.charAt(0) == '\'');
    return quoted ? text.substring(1, last) : text;
  }

  private static void checkReadable(Path file) {
    try {
      WholeFile.read(file);
    } catch (IOException e) {
      throw new ConfigException(String.valueOf(e.getMessage()));
    }
  }
}
