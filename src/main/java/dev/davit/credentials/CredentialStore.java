package dev.davit.credentials;

import dev.davit.config.ConfigFile;
import dev.davit.config.Credentials;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * The credentials of registries, in config.json or from credential helpers
 * (cli/config/configfile/file.go, cli/config/credentials).
 */
public final class CredentialStore {
  private static final String HUB = "https://index.docker.io/v1/";

  private final ConfigFile config;
  private final Map<String, String> env;
  private final OutputStream messages;

  /**
   * @param messages the destination of messages, such as the standard error of credential helpers
   */
  public CredentialStore(ConfigFile config, Map<String, String> env, OutputStream messages) {
    this.config = config;
    this.env = env;
    this.messages = messages;
  }

  /**
   * Returns the credentials for a registry's domain; empty ones if none are stored.
   *
   * @throws IOException in docker's words if the credential helper fails
   */
  public Credentials ofDomain(String domain) throws IOException {
    return of(domain.equals("docker.io") || domain.equals("index.docker.io") ? HUB : domain);
  }

  private Credentials of(String registry) throws IOException {
    String program =
        config.credentialHelpers().getOrDefault(registry, config.credentialStore().orElse(""));
    Credentials inFile = inFile(registry);
    return program.isEmpty() ? inFile : program(program).get(registry, inFile);
  }

  /** Returns the credentials in config.json; old files have URLs as keys. */
  private Credentials inFile(String registry) {
    Credentials exact = config.credentials().get(registry);
    if (exact != null) {
      return exact;
    }
    for (Map.Entry<String, Credentials> each : config.credentials().entrySet()) {
      if (registry.equals(hostname(each.getKey()))) {
        return each.getValue();
      }
    }
    return Credentials.NONE;
  }

  private static String hostname(String key) {
    int scheme = key.indexOf("://");
    String rest = scheme < 0 ? key : key.substring(scheme + "://".length());
    int slash = rest.indexOf('/');
    String authority = slash < 0 ? rest : rest.substring(0, slash);
    return authority.substring(scheme < 0 ? 0 : authority.lastIndexOf('@') + 1);
  }

  private CredentialHelper program(String name) {
    return new CredentialHelper(name, env, messages);
  }

  /**
   * Returns all credentials by registry. A failure of a helper for one registry is printed as a
   * warning.
   *
   * @throws IOException in docker's words if the helper for all registries fails
   */
  public Map<String, Credentials> all() throws IOException {
    Map<String, Credentials> all = new TreeMap<>();
    if (config.credentialStore().isEmpty()) {
      all.putAll(config.credentials());
    } else {
      CredentialHelper program = program(config.credentialStore().get());
      for (String registry : program.list()) {
        Credentials inFile = config.credentials().getOrDefault(registry, Credentials.NONE);
        all.put(registry, program.get(registry, inFile));
      }
    }
    for (String registry : config.credentialHelpers().keySet()) {
      try {
        all.put(registry, of(registry));
      } catch (IOException e) {
        String line = "WARNING: Failed to get credentials for registry: " + registry + ": ";
        messages.write((line + e.getMessage() + '\n').getBytes(StandardCharsets.UTF_8));
      }
    }
    return all;
  }
}
