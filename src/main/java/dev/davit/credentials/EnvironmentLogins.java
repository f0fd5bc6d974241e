package dev.davit.credentials;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.davit.config.ConfigException;
import dev.davit.config.ConfigFile;
import dev.davit.config.Credentials;
import dev.davit.json.Json;
import dev.davit.text.GoCase;
import dev.davit.text.GoQuote;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The credentials in the environment variable DOCKER_AUTH_CONFIG, as docker reads them since 28.3:
 * {@code {"auths":{"REGISTRY":{"auth":"BASE64"}}}} and nothing else.
 */
final class EnvironmentLogins {
  private EnvironmentLogins() {}

  /**
   * Reads the variable.
   *
   * @throws ConfigException in docker's words if the value is invalid
   */
  static Map<String, Credentials> read(String value) {
    byte[] json = value.getBytes(UTF_8);
    Map<?, ?> all = object(json);
    all.forEach(
        (name, auths) -> {
          requireKnown("auths", name);
          check(auths);
        });
    return ConfigFile.credentialsOf(json);
  }

  private static Map<?, ?> object(byte[] json) {
    Object value;
    try {
      value = Json.first(json);
    } catch (Json.SyntaxException e) {
      throw new ConfigException(e.getMessage());
    }
    try {
      Json.only(json);
    } catch (Json.SyntaxException e) {
      throw new ConfigException(
          CredentialStore.VARIABLE + " does not support more than one JSON object");
    }
    return value instanceof Map<?, ?> object ? object : Map.of();
  }

  private static void check(@Nullable Object auths) {
    if (auths instanceof Map<?, ?> registries) {
      registries.forEach((registry, login) -> checkLogin(String.valueOf(registry), login));
    }
  }

  private static void checkLogin(String registry, @Nullable Object login) {
    boolean complete = false;
    if (login instanceof Map<?, ?> fields) {
      fields.keySet().forEach(field -> requireKnown("auth", field));
      complete = !fields.isEmpty() && !fields.containsValue("") && !fields.containsValue(null);
    }
    if (!complete) {
      throw new ConfigException(
          CredentialStore.VARIABLE + " environment variable is missing key `auth` for " + registry);
    }
  }

  private static void requireKnown(String known, @Nullable Object name) {
    String given = String.valueOf(name);
    if (!GoCase.equalFold(known, given)) {
      throw new ConfigException("json: unknown field " + GoQuote.quote(given));
    }
  }
}
