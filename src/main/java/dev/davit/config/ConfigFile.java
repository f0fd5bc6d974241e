package dev.davit.config;

import dev.davit.io.AtomicFile;
import dev.davit.io.FileError;
import dev.davit.io.WholeFile;
import dev.davit.text.GoQuote;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Docker's config.json. Values that could not be read are unset, and {@link #warnings()} reports
 * them (cli/config/configfile/file.go).
 */
public final class ConfigFile {
  private static final String BUILDER = "builder";
  private static final String CREDS_STORE = "credsStore";

  private final Path path;
  private final ConfigValues values;
  private final List<String> warnings;

  private ConfigFile(Path path, ConfigValues values, List<String> warnings) {
    this.path = path;
    this.values = values;
    this.warnings = warnings;
  }

  /**
   * Returns the directory that {@code --config}, DOCKER_CONFIG or HOME names; {@code flag} may be
   * empty.
   */
  public static Path directory(String flag, Map<String, String> env) {
    String named = flag.isEmpty() ? env.getOrDefault("DOCKER_CONFIG", "") : flag;
    if (!named.isEmpty()) {
      return Path.of(named).normalize();
    }
    String home = env.getOrDefault("HOME", "");
    return Path.of(home.isEmpty() ? System.getProperty("user.home", "") : home, ".docker")
        .normalize();
  }

  /** Reads config.json in a directory. Never fails: a missing file is empty, a broken one warns. */
  public static ConfigFile load(Path directory) {
    Path path = directory.resolve("config.json");
    Optional<byte[]> json;
    try {
      json = WholeFile.find(path);
    } catch (FileError e) {
      String problem = String.valueOf(e.getMessage());
      // docker, too, opens a directory without an error and fails only when it reads
      String doing =
          problem.startsWith("read ")
              ? "parsing config file (" + path + "): "
              : "loading config file: ";
      return new ConfigFile(path, ConfigValues.NONE, List.of("WARNING: Error " + doing + problem));
    }
    if (json.isEmpty()) {
      return new ConfigFile(path, ConfigValues.NONE, List.of());
    }
    ConfigReader reader = new ConfigReader();
    ConfigValues values = reader.read(json.get());
    List<String> warnings =
        reader
            .problem()
            .map(problem -> "WARNING: Error parsing config file (" + path + "): " + problem)
            .stream()
            .toList();
    return new ConfigFile(path, values, warnings);
  }

  /**
   * Reads the credentials in the text of a config.json; returns none if it is empty.
   *
   * @throws ConfigException in Go's words if the text is broken
   */
  public static Map<String, Credentials> credentialsOf(byte[] json) {
    if (json.length == 0) {
      return Map.of();
    }
    ConfigReader reader = new ConfigReader();
    Map<String, Credentials> credentials = reader.read(json).credentials();
    if (reader.problem().isPresent()) {
      throw new ConfigException(reader.problem().get());
    }
    return credentials;
  }

  public Path path() {
    return path;
  }

  /** Returns complete lines to print to standard error before all other output; at most one. */
  public List<String> warnings() {
    return warnings;
  }

  /** Returns the default of a command's {@code --format}: for "ps" it is {@code psFormat}. */
  public Optional<String> format(String command) {
    return values.text(command + "Format");
  }

  public Optional<String> detachKeys() {
    return values.text("detachKeys");
  }

  public Optional<String> currentContext() {
    return values.text("currentContext");
  }

  /** Returns the credential helper for all registries without their own. */
  public Optional<String> credentialStore() {
    return values.text(CREDS_STORE);
  }

  /** Returns the credential helpers by registry. */
  public Map<String, String> credentialHelpers() {
    return values.map("credHelpers");
  }

  public Map<String, Credentials> credentials() {
    return values.credentials();
  }

  public Map<String, String> httpHeaders() {
    return values.map("HttpHeaders");
  }

  public List<String> pruneFilters() {
    return values.list("pruneFilters");
  }

  /** Returns directories that are searched for plugins before all others. */
  public List<String> pluginDirectories() {
    return values.list("cliPluginsExtraDirs");
  }

  /** Returns the plugin that replaces buildx for builds. */
  public Optional<String> builderAlias() {
    return Optional.ofNullable(values.map("aliases").get(BUILDER));
  }

  /**
   * Returns proxies by engine address or "default", each by the keys httpProxy, httpsProxy and so
   * on.
   */
  public Map<String, Map<String, String>> proxies() {
    return values.table("proxies");
  }

  /**
   * Sets the current context, or removes it if the name is empty. Writes the file only if the value
   * changes.
   *
   * @throws IOException if the file cannot be written, or could not be read, and so is left
   *     unchanged
   */
  public void setCurrentContext(String name) throws IOException {
    if (name.equals(currentContext().orElse(""))) {
      return;
    }
    rewrite(text -> ConfigText.with(text, "currentContext", name));
  }

  /**
   * Stores the credentials of a registry.
   *
   * @param program the credential helper for all registries, which docker has found by itself;
   *     empty for none
   * @throws IOException if the file cannot be written, or could not be read, and so is left
   *     unchanged
   */
  public void setCredentials(Credentials login, String program) throws IOException {
    change(login.server(), login.configEntry(), program);
  }

  /**
   * Removes the credentials of a registry.
   *
   * @throws IOException if the file cannot be written, or could not be read, and so is left
   *     unchanged
   */
  public void removeCredentials(String registry) throws IOException {
    change(registry, null, "");
  }

  private void change(String registry, @Nullable String entry, String program) throws IOException {
    rewrite(
        text -> {
          byte[] changed = ConfigText.withCredentials(text, registry, entry);
          return program.isEmpty() ? changed : ConfigText.with(changed, CREDS_STORE, program);
        });
  }

  private void rewrite(UnaryOperator<byte[]> change) throws IOException {
    Optional<byte[]> text = WholeFile.find(path);
    try {
      AtomicFile.rewrite(path, change.apply(text.orElse(new byte[0])));
    } catch (IllegalArgumentException e) {
      throw new IOException("cannot update " + path + ": invalid content: " + e.getMessage(), e);
    }
  }

  /**
   * Rejects aliases as docker does before every command, even {@code --version} (cmd/docker).
   *
   * @param isCommand whether a word is the name of a command
   * @throws ConfigException naming the first alias that is not "builder", or that is for a command
   */
  public void checkAliases(Predicate<String> isCommand) {
    values
        .map("aliases")
        .forEach(
            (alias, target) -> {
              if (!alias.equals(BUILDER)) {
                throw new ConfigException(
                    "not allowed to alias "
                        + GoQuote.quote(alias)
                        + " (allowed: map[string]struct {}{\"builder\":struct {}{}})");
              }
              String word = target.split(" ", 2)[0];
              if (word.isEmpty() || isCommand.test(word)) {
                throw new ConfigException(
                    "not allowed to alias with builtin " + GoQuote.quote(target) + " as target");
              }
            });
  }
}
