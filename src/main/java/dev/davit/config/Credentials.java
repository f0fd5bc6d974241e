package dev.davit.config;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.davit.json.JsonText;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;

/**
 * The login for a registry; absent parts are empty (cli/config/types/authconfig.go).
 *
 * @param server the registry, as named in config.json or by the credential helper
 */
public record Credentials(
    String username,
    String password,
    String email,
    String server,
    String identityToken,
    String registryToken) {

  public static final Credentials NONE = new Credentials("", "", "", "", "", "");

  /**
   * Returns the value of {@code X-Registry-Auth}, the header that sends credentials to the engine.
   */
  public String header() {
    return Base64.getUrlEncoder().encodeToString(json());
  }

  /** Returns the credentials as the JSON of the API; empty parts are left out. */
  public byte[] json() {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("username", username);
    fields.put("password", password);
    fields.put("email", email);
    fields.put("serveraddress", server);
    fields.put("identitytoken", identityToken);
    fields.put("registrytoken", registryToken);
    StringJoiner json = new StringJoiner(",", "{", "}");
    fields.forEach(
        (name, value) -> {
          if (!value.isEmpty()) {
            json.add(JsonText.quoteHtmlSafe(name) + ':' + JsonText.quoteHtmlSafe(value));
          }
        });
    return json.toString().getBytes(UTF_8);
  }

  /** Returns the credentials as config.json has them below {@code auths}, in docker's layout. */
  public String configEntry() {
    StringJoiner fields = new StringJoiner(",\n", "{\n", "\n\t\t}").setEmptyValue("{}");
    if (!username.isEmpty() || !password.isEmpty()) {
      byte[] pair = (username + ':' + password).getBytes(UTF_8);
      add(fields, "auth", Base64.getEncoder().encodeToString(pair));
    }
    add(fields, "email", email);
    add(fields, "identitytoken", identityToken);
    add(fields, "registrytoken", registryToken);
    return fields.toString();
  }

  private static void add(StringJoiner fields, String name, String value) {
    if (!value.isEmpty()) {
      fields.add("\t\t\t\"" + name + "\": " + JsonText.quoteHtmlSafe(value));
    }
  }

  /** Omits all secrets, as debuggers and messages may show this text. */
  @Override
  public String toString() {
    return "credentials of " + server;
  }
}
