package dev.davit.context;

import dev.davit.config.ConfigException;
import dev.davit.text.GoQuote;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * All contexts: the stored ones, and the default one, whose endpoint comes from flags and the
 * environment (cli/command/defaultcontextstore.go).
 */
public final class Contexts {
  private static final String IN_MEMORY = "<IN MEMORY>";

  private final ContextStore stored;
  private final String current;
  private final Supplier<EndpointResolver.Endpoint> ofDefault;

  public Contexts(
      ContextStore stored, String current, Supplier<EndpointResolver.Endpoint> ofDefault) {
    this.stored = stored;
    this.current = current;
    this.ofDefault = ofDefault;
  }

  /** Returns the name of the current context, which need not exist. */
  public String current() {
    return current;
  }

  public ContextStore stored() {
    return stored;
  }

  /**
   * Returns all contexts, the default one last.
   *
   * @throws ConfigException if a context cannot be read
   */
  public List<ContextMeta> all() {
    List<ContextMeta> all = new ArrayList<>(stored.all());
    all.add(ofDefault());
    return all;
  }

  /**
   * Returns a context by its name.
   *
   * @throws ConfigException if the context does not exist or cannot be read
   */
  public ContextMeta get(String name) {
    return isDefault(name)
        ? ofDefault()
        : stored.find(name).orElseThrow(() -> stored.notFound(name));
  }

  private ContextMeta ofDefault() {
    EndpointResolver.Endpoint endpoint = ofDefault.get();
    boolean skip = endpoint.tls().isPresent() && !endpoint.tls().get().verify();
    return ContextMeta.of(
        EndpointResolver.DEFAULT_CONTEXT,
        new ContextMeta.Endpoint(endpoint.address().toString(), skip));
  }

  /** Returns the certificates and keys of a context, by endpoint and file. */
  public Map<String, Map<String, byte[]>> tls(String name) throws IOException {
    if (!isDefault(name)) {
      return stored.tls(name).read();
    }
    EndpointResolver.Endpoint endpoint = ofDefault.get();
    if (endpoint.tls().isEmpty()) {
      return Map.of();
    }
    Map<String, byte[]> files = endpoint.tls().get().read();
    return files.isEmpty() ? Map.of() : Map.of(ContextMeta.DOCKER, files);
  }

  /** Returns the path of a context's metadata, to be printed. */
  public String metaPath(String name) {
    return isDefault(name) ? IN_MEMORY : stored.metaFolder(name).toString();
  }

  public String tlsPath(String name) {
    return isDefault(name) ? IN_MEMORY : stored.tls(name).folder().toString();
  }

  /**
   * Rejects a name for a new context.
   *
   * @throws ConfigException if the name is invalid, or a context has it already
   */
  public void checkNew(String name) {
    ContextName.check(name);
    boolean exists;
    try {
      exists = stored.find(name).isPresent();
    } catch (ConfigException e) {
      throw new ConfigException("error while getting existing contexts: " + e.getMessage());
    }
    if (exists) {
      throw new ConfigException("context " + GoQuote.quote(name) + " already exists");
    }
  }

  private static boolean isDefault(String name) {
    return name.equals(EndpointResolver.DEFAULT_CONTEXT);
  }
}
