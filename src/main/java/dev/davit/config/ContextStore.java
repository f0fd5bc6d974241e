package dev.davit.config;

import dev.davit.engine.GoQuote;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The contexts that {@code docker context create} stored: {@code
 * contexts/meta/<sha256(name)>/meta.json} and, beside it, {@code contexts/tls}.
 */
public final class ContextStore {
  private final Path root;

  /**
   * A stored context's docker endpoint. The host is empty where the default one is meant; TLS is
   * present if files are stored for it or the server is not to be checked.
   */
  public record Context(String name, String description, String host, Optional<TlsFiles> tls) {}

  public ContextStore(Path configDirectory) {
    this.root = configDirectory.resolve("contexts");
  }

  /**
   * Reads a context; "default" is none that is stored.
   *
   * @throws ConfigException if there is no such context or its file is broken
   */
  public Context get(String name) {
    String id = sha256(name);
    Path file = root.resolve("meta").resolve(id).resolve("meta.json");
    String context = "context " + GoQuote.quote(name) + ": ";
    Object meta;
    try {
      meta = Json.only(GoFile.read(file));
    } catch (NoSuchFileException e) {
      throw new ConfigException(context + "context not found: " + e.getMessage());
    } catch (IOException e) {
      throw new ConfigException(context + e.getMessage());
    } catch (Json.SyntaxException e) {
      throw new ConfigException(context + "parsing " + file + ": " + e.getMessage());
    }
    try {
      return read(name, meta, root.resolve("tls").resolve(id).resolve("docker"));
    } catch (WrongType e) {
      throw new ConfigException(context + "parsing " + file + ": " + e.getMessage());
    }
  }

  /** The names of all contexts, "default" first; what cannot be read is left out. */
  public List<String> names() {
    List<String> names = new ArrayList<>();
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(root.resolve("meta"))) {
      for (Path folder : folders) {
        Object meta = Json.only(GoFile.read(folder.resolve("meta.json")));
        if (meta instanceof Map<?, ?> fields && field(fields, "Name") instanceof String name) {
          names.add(name);
        }
      }
    } catch (IOException | DirectoryIteratorException | Json.SyntaxException e) {
      // as if there were no more
    }
    names.sort(null);
    names.addFirst(EngineChoice.DEFAULT_CONTEXT);
    return names;
  }

  private static Context read(String name, @Nullable Object meta, Path tlsDirectory)
      throws WrongType {
    Map<?, ?> fields = object(meta, "value of type store.untypedContextMetadata");
    Object metadata = field(fields, "Metadata");
    String description =
        object(metadata, "value of type map[string]interface {}").get("Description")
                instanceof String text
            ? text
            : "";
    Map<?, ?> endpoints =
        object(
            field(fields, "Endpoints"),
            "struct field untypedContextMetadata.endpoints of type map[string]json.RawMessage");
    if (!endpoints.containsKey("docker")) {
      throw new ConfigException("cannot find docker endpoint in context");
    }
    if (endpoints.get("docker") == null) {
      throw new ConfigException("endpoint \"docker\" is not of type EndpointMeta");
    }
    Map<?, ?> endpoint = object(endpoints.get("docker"), "value of type context.EndpointMetaBase");
    String host = host(field(endpoint, "Host"));
    boolean verify = !skipsVerify(field(endpoint, "SkipTLSVerify"));
    return new Context(name, description, host, tls(tlsDirectory, verify));
  }

  private static String host(@Nullable Object value) throws WrongType {
    return switch (value) {
      case null -> "";
      case String host -> host;
      default -> throw new WrongType(value, "struct field EndpointMetaBase.Host of type string");
    };
  }

  private static boolean skipsVerify(@Nullable Object value) throws WrongType {
    return switch (value) {
      case null -> false;
      case Boolean skip -> skip;
      default ->
          throw new WrongType(value, "struct field EndpointMetaBase.SkipTLSVerify of type bool");
    };
  }

  private static Map<?, ?> object(@Nullable Object value, String target) throws WrongType {
    return switch (value) {
      case null -> Map.of();
      case Map<?, ?> object -> object;
      default -> throw new WrongType(value, target);
    };
  }

  /** Go matches field names without regard to case, the last one winning. */
  private static @Nullable Object field(Map<?, ?> object, String name) {
    Object found = null;
    for (Map.Entry<?, ?> entry : object.entrySet()) {
      if (name.equalsIgnoreCase(String.valueOf(entry.getKey()))) {
        found = entry.getValue();
      }
    }
    return found;
  }

  private static Optional<TlsFiles> tls(Path directory, boolean verify) {
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

  private static final class WrongType extends Exception {
    private static final long serialVersionUID = 1;

    WrongType(Object value, String target) {
      super("json: cannot unmarshal " + Json.kind(value) + " into Go " + target);
    }
  }
}
