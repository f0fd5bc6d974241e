package dev.davit.credentials;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.davit.config.ConfigException;
import dev.davit.config.ConfigFile;
import dev.davit.config.Credentials;
import dev.davit.json.JsonText;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Base64;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The credentials of registries, in config.json or from credential helpers
 * (cli/config/configfile/file.go, cli/config/credentials).
 */
public final class CredentialStore {
  /** The key of Docker Hub. */
  public static final String HUB = "https://index.docker.io/v1/";

  /** The environment variable with credentials that replace all others. */
  public static final String VARIABLE = "DOCKER_AUTH_CONFIG";

  private final ConfigFile config;
  private final Map<String, String> env;
  private final OutputStream messages;
  private @Nullable Map<String, Credentials> environment;

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
    return of(key(domain));
  }

  /** Returns the credentials for a registry's domain, those of config.json if its helper fails. */
  public Credentials ofDomainOrFile(String domain) {
    try {
      return ofDomain(domain);
    } catch (IOException e) {
      return inFile(key(domain));
    }
  }

  private static String key(String domain) {
    return domain.equals("docker.io") || domain.equals("index.docker.io") ? HUB : domain;
  }

  /**
   * Returns the credentials for a registry by its key in config.json; empty ones if none are
   * stored.
   *
   * @throws IOException in docker's words if the credential helper fails
   */
  public Credentials of(String registry) throws IOException {
    Credentials given = ofEnvironment().get(registry);
    return given == null ? stored(registry) : given;
  }

  private Credentials stored(String registry) throws IOException {
    Credentials inFile = inFile(registry);
    String program = programFor(registry);
    return program.isEmpty() ? inFile : program(program).get(registry, inFile);
  }

  /** Returns the credentials of DOCKER_AUTH_CONFIG; prints why that is invalid. */
  private Map<String, Credentials> ofEnvironment() throws IOException {
    if (environment == null) {
      environment = Map.of();
      try {
        String variable = env.getOrDefault(VARIABLE, "");
        environment = variable.isEmpty() ? Map.of() : EnvironmentLogins.read(variable);
      } catch (ConfigException e) {
        String line = "Failed to create credential store from DOCKER_AUTH_CONFIG:  ";
        messages.write((line + e.getMessage() + '\n').getBytes(UTF_8));
      }
    }
    return environment;
  }

  private String programFor(String registry) {
    String own = config.credentialHelpers().get(registry);
    return own == null ? programForAll() : own;
  }

  /** Returns the helper for registries without their own; empty if they are in config.json. */
  private String programForAll() {
    return config.credentialStore().orElseGet(this::unnamedProgram);
  }

  /** Returns the helper that docker takes if config.json has neither a helper nor credentials. */
  private String unnamedProgram() {
    boolean used =
        config.credentialStore().isPresent()
            || !config.credentialHelpers().isEmpty()
            || !config.credentials().isEmpty();
    return used ? "" : CredentialHelper.installed(env);
  }

  /**
   * Stores credentials under their server, in the registry's credential helper or in config.json.
   * Credentials of DOCKER_AUTH_CONFIG are not stored.
   *
   * @return whether the password is now in config.json, which is not encrypted
   * @throws IOException in docker's words if that fails
   */
  public boolean store(Credentials login) throws IOException {
    if (login.equals(ofEnvironment().get(login.server()))) {
      return false;
    }
    String program = programFor(login.server());
    Credentials inFile = login;
    if (!program.isEmpty()) {
      program(program).store(login);
      inFile = new Credentials("", "", login.email(), login.server(), "", login.registryToken());
    }
    if (inFile.equals(config.credentials().get(login.server()))) {
      return false;
    }
    config.setCredentials(inFile, unnamedProgram());
    return !inFile.password().isEmpty();
  }

  /**
   * Removes the credentials for a registry, by its key in config.json.
   *
   * @throws IOException in docker's words if that fails
   */
  public void erase(String registry) throws IOException {
    String program = programFor(registry);
    if (!program.isEmpty()) {
      program(program).erase(registry);
    }
    if (config.credentials().containsKey(registry)) {
      config.removeCredentials(registry);
    }
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

  /** Returns the host, with its port, of a registry that is given as a host or a URL. */
  public static String hostname(String key) {
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
   * Returns the value of {@code X-Registry-Config}, the header that sends all credentials to the
   * engine; none if the helper for all registries fails, as with docker.
   */
  public String header() {
    StringJoiner json = new StringJoiner(",", "{", "}");
    try {
      all()
          .forEach(
              (registry, login) ->
                  json.add(
                      JsonText.quoteHtmlSafe(registry) + ':' + new String(login.json(), UTF_8)));
    } catch (IOException e) {
      json.setEmptyValue("{}");
    }
    return Base64.getUrlEncoder().encodeToString(json.toString().getBytes(UTF_8));
  }

  /**
   * Returns all credentials by registry. A failure of a helper for one registry is printed as a
   * warning.
   *
   * @throws IOException in docker's words if the helper for all registries fails
   */
  public Map<String, Credentials> all() throws IOException {
    Map<String, Credentials> all = new TreeMap<>();
    if (programForAll().isEmpty()) {
      all.putAll(config.credentials());
    } else {
      CredentialHelper program = program(programForAll());
      for (String registry : program.list()) {
        Credentials inFile = config.credentials().getOrDefault(registry, Credentials.NONE);
        all.put(registry, program.get(registry, inFile));
      }
    }
    for (String registry : config.credentialHelpers().keySet()) {
      try {
        all.put(registry, stored(registry));
      } catch (IOException e) {
        String line = "WARNING: Failed to get credentials for registry: " + registry + ": ";
        messages.write((line + e.getMessage() + '\n').getBytes(UTF_8));
      }
    }
    return all;
  }
}
