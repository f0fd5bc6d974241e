package dev.davit.context;

import dev.davit.config.ConfigException;
import dev.davit.text.GoQuote;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * All contexts: those that are stored, and the default one, which flags and the environment make
 * (cli/command/defaultcontextstore.go).
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

  /** The name of the context in use, which there need not be. */
  public String current() {
    return current;
  }

  public ContextStore stored() {
    return stored;
  }

  /**
   * All of them.
   *
   * @throws ConfigException if one can't be read
   */
  public List<ContextMeta> all() {
    List<ContextMeta> all = new ArrayList<>(stored.all());
    all.add(ofDefault());
    return all;
  }

  /**
   * What is known of one.
   *
   * @throws ConfigException if there is none of that name, or it can't be read
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

  /** Its certificates and keys, by endpoint and file. */
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

  /** Where what is known of it is kept, for people to read. */
  public String metaPath(String name) {
    return isDefault(name) ? IN_MEMORY : stored.metaFolder(name).toString();
  }

  public String tlsPath(String name) {
    return isDefault(name) ? IN_MEMORY : stored.tls(name).folder().toString();
  }

  /**
   * Refuses a name for a new context.
   *
   * @throws ConfigException if it can't be one, or there is one
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
