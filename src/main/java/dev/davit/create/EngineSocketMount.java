package dev.davit.create;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.davit.archive.TarEntry;
import dev.davit.archive.TarOutput;
import dev.davit.config.ConfigException;
import dev.davit.config.ConfigFile;
import dev.davit.config.Credentials;
import dev.davit.credentials.CredentialStore;
import dev.davit.engine.Archives;
import dev.davit.engine.model.ContainerSpec;
import dev.davit.engine.model.Mount;
import dev.davit.engine.socket.EngineAddress;
import dev.davit.json.JsonText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Mounts the engine's socket for {@code --use-api-socket}, and copies the user's registry logins
 * into the container, unless DOCKER_CONFIG is set there.
 */
public record EngineSocketMount(Map<String, Credentials> logins) {
  private static final String FOLDER = "/run/secrets/docker";
  private static final String VARIABLE = "DOCKER_CONFIG=";
  private static final int OWNER_ONLY = 0600;

  /**
   * Adds the mount and the environment variable to a container that is not yet created.
   *
   * @throws IOException if the engine has no Unix socket, or the logins cannot be read
   */
  public static EngineSocketMount addTo(
      ContainerSpec spec, EngineAddress engine, CredentialStore store, Map<String, String> env)
      throws IOException {
    if (!(engine instanceof EngineAddress.Unix socket)) {
      throw new IOException(
          "flag --use-api-socket can only be used with unix sockets: docker endpoint "
              + engine
              + " incompatible");
    }
    spec.hostConfig.mounts = with(spec.hostConfig.mounts, mount(socket));
    List<String> given = spec.config.env == null ? List.of() : spec.config.env;
    if (given.stream().anyMatch(variable -> variable.startsWith(VARIABLE))) {
      return new EngineSocketMount(Map.of());
    }
    Map<String, Credentials> logins = logins(store, env.getOrDefault("DOCKER_AUTH_CONFIG", ""));
    if (!logins.isEmpty()) {
      spec.config.env = with(given, VARIABLE + FOLDER);
    }
    return new EngineSocketMount(logins);
  }

  private static Mount mount(EngineAddress.Unix socket) {
    Mount mount = new Mount();
    mount.type = "bind";
    mount.source = socket.path();
    mount.target = "/var/run/docker.sock";
    return mount;
  }

  private static <E> List<E> with(@Nullable List<E> elements, E last) {
    List<E> all = elements == null ? new ArrayList<>() : new ArrayList<>(elements);
    all.add(last);
    return all;
  }

  /** Returns the logins of the variable, or if it has none the stored ones. */
  private static Map<String, Credentials> logins(CredentialStore store, String variable)
      throws IOException {
    try {
      Map<String, Credentials> fromVariable = ConfigFile.credentialsOf(variable.getBytes(UTF_8));
      if (!fromVariable.isEmpty()) {
        return fromVariable;
      }
    } catch (ConfigException e) {
      throw new IOException(
          "resolving credentials failed: failed to read credentials from DOCKER_AUTH_CONFIG: "
              + e.getMessage(),
          e);
    }
    try {
      return store.all();
    } catch (IOException e) {
      // docker repeats the prefix, too
      String doing = "resolving credentials failed: ";
      throw new IOException(doing + doing + e.getMessage(), e);
    }
  }

  /** Copies the logins into the created container. */
  public void fill(Archives archives, String id) throws IOException {
    if (logins.isEmpty()) {
      return;
    }
    byte[] content = configuration().getBytes(UTF_8);
    TarEntry entry =
        new TarEntry(
            FOLDER + "/config.json",
            TarEntry.Kind.FILE,
            OWNER_ONLY,
            0,
            0,
            0,
            0,
            "",
            TarEntry.Device.NONE);
    try {
      archives.upload(
          id,
          "/",
          false,
          out -> {
            TarOutput tar = new TarOutput(out);
            tar.putFile(entry, content);
            tar.finish();
          });
    } catch (IOException e) {
      throw new IOException(
          "injecting docker config.json into container failed: copying config.json into container"
              + " failed: "
              + e.getMessage(),
          e);
    }
  }

  /** Returns a config.json with the logins alone, in docker's layout. */
  private String configuration() {
    StringJoiner auths = new StringJoiner(",\n", "{\n\t\"auths\": {\n", "\n\t}\n}");
    new TreeMap<>(logins)
        .forEach(
            (registry, login) ->
                auths.add("\t\t" + JsonText.quoteHtmlSafe(registry) + ": " + login.configEntry()));
    return auths.toString();
  }
}
