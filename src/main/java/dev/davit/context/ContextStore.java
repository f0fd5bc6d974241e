package dev.davit.context;

import dev.davit.config.ConfigException;
import dev.davit.context.ContextMeta.WrongType;
import dev.davit.io.AtomicFile;
import dev.davit.io.Directories;
import dev.davit.io.WholeFile;
import dev.davit.json.Json;
import dev.davit.text.GoQuote;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * The stored contexts, which docker and davit share: {@code contexts/meta/<sha256(name)>/meta.json}
 * and, beside it, {@code contexts/tls}.
 */
public final class ContextStore {
  private static final String META = "meta.json";

  private final Path root;

  /**
   * A stored context's docker endpoint. An empty host is the default one; TLS is present if files
   * are stored for it, or if the server's certificate is not verified.
   */
  public record Context(String name, String description, String host, Optional<TlsFiles> tls) {}

  public ContextStore(Path configDirectory) {
    this.root = configDirectory.resolve("contexts");
  }

  /**
   * Reads a stored context; "default" is never stored.
   *
   * @throws ConfigException if the context does not exist or its file is broken
   */
  public Context get(String name) {
    ContextMeta meta = find(name).orElseThrow(() -> notFound(name));
    ContextMeta.Endpoint endpoint = meta.endpoint();
    return new Context(
        name,
        meta.description(),
        endpoint.host(),
        tlsFiles(tls(name).folder().resolve(ContextMeta.DOCKER), !endpoint.skipTlsVerify()));
  }

  /**
   * Reads a stored context; empty if it does not exist.
   *
   * @throws ConfigException if the context's file is broken
   */
  Optional<ContextMeta> find(String name) {
    try {
      return read(metaFolder(name));
    } catch (IOException e) {
      throw new ConfigException("context " + GoQuote.quote(name) + ": " + e.getMessage());
    }
  }

  ConfigException notFound(String name) {
    return new ConfigException(
        "context "
            + GoQuote.quote(name)
            + ": context not found: open "
            + metaFolder(name).resolve(META)
            + ": no such file or directory");
  }

  private static Optional<ContextMeta> read(Path folder) throws IOException {
    Path file = folder.resolve(META);
    Optional<byte[]> text = WholeFile.find(file);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(ContextMeta.read(text.get()).typed());
    } catch (WrongType | Json.SyntaxException e) {
      throw new IOException("parsing " + file + ": " + e.getMessage(), e);
    }
  }

  /**
   * Reads all stored contexts.
   *
   * @throws ConfigException if one of the files is broken
   */
  List<ContextMeta> all() {
    List<Path> folders = new ArrayList<>();
    try { // docker lists all directories before it reads the first file
      for (Path folder : Directories.list(root.resolve("meta"))) {
        if (Files.isDirectory(folder) && Directories.list(folder).contains(folder.resolve(META))) {
          folders.add(folder);
        }
      }
    } catch (IOException e) {
      throw new ConfigException(String.valueOf(e.getMessage()));
    }
    List<ContextMeta> all = new ArrayList<>();
    try {
      for (Path folder : folders) {
        read(folder).ifPresent(all::add);
      }
    } catch (IOException e) {
      throw new ConfigException("failed to read metadata: " + e.getMessage());
    }
    return all;
  }

  /** Returns the names of all contexts, "default" first; only "default" if a context is broken. */
  public List<String> names() {
    List<String> names = new ArrayList<>();
    try {
      all().forEach(context -> names.add(context.name()));
    } catch (ConfigException e) {
      // no stored contexts
    }
    names.sort(null);
    names.addFirst(EndpointResolver.DEFAULT_CONTEXT);
    return names;
  }

  /** Stores a context, replacing one with the same name. */
  public void put(ContextMeta context) throws IOException {
    Path folder = metaFolder(context.name());
    Directories.make(folder, "rwxr-xr-x");
    byte[] json = context.json().getBytes(StandardCharsets.UTF_8);
    AtomicFile.write(folder.resolve(META), json, "rw-r--r--");
  }

  /** Removes a context, if it exists. */
  public void remove(String name) throws IOException {
    remove(name, "metadata", metaFolder(name));
    remove(name, "TLS data", tls(name).folder());
  }

  private static void remove(String name, String what, Path folder) throws IOException {
    try {
      Directories.remove(folder);
    } catch (IOException e) {
      throw new IOException(
          "failed to remove context " + name + ": failed to remove " + what + ": " + e.getMessage(),
          e);
    }
  }

  /** Returns whether a context has a directory, readable or not. */
  public boolean has(String name) {
    return Files.exists(metaFolder(name));
  }

  public Path metaFolder(String name) {
    return root.resolve("meta").resolve(sha256(name));
  }

  public ContextTls tls(String name) {
    return new ContextTls(root.resolve("tls").resolve(sha256(name)));
  }

  private static Optional<TlsFiles> tlsFiles(Path directory, boolean verify) {
    if (verify && !Files.isDirectory(directory)) {
      return Optional.empty();
    }
    return Optional.of(
        new TlsFiles(
            existing(directory.resolve("ca.pem")),
            existing(directory.resolve("cert.pem")),
            existing(directory.resolve("key.pem")),
            verify));
  }

  private static Optional<Path> existing(Path file) {
    return Optional.of(file).filter(Files::exists);
  }

  private static String sha256(String name) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
