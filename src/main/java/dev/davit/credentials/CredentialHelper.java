package dev.davit.credentials;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.davit.config.Credentials;
import dev.davit.context.ContextMeta;
import dev.davit.io.ProgramPath;
import dev.davit.json.Json;
import dev.davit.json.JsonText;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A credential helper, the program {@code docker-credential-NAME}: it gets an action as its
 * argument and the registry on standard input, and prints JSON (docker-credential-helpers).
 */
final class CredentialHelper {
  private static final String PREFIX = "docker-credential-";
  private static final String NOT_FOUND = "credentials not found in native keychain";
  private static final Set<String> USAGE_ERRORS =
      Set.of("no credentials server URL", "no credentials username");
  private static final String TOKEN = "<token>";
  private static final int MAX_ANSWER = 1 << 20;

  private final String name;
  private final Map<String, String> env;
  private final OutputStream messages;

  /**
   * Names a program as config.json does.
   *
   * @param env the environment of the program, with the PATH to search
   * @param messages the destination of the program's standard error
   */
  CredentialHelper(String name, Map<String, String> env, OutputStream messages) {
    this.name = PREFIX + name;
    this.env = env;
    this.messages = messages;
  }

  private record Answer(String text, int exitCode) {}

  /** Returns the registries for which the program has credentials. */
  Set<String> list() throws IOException {
    Set<String> registries = new LinkedHashSet<>();
    for (Object registry : object(ask("list", "unused", "listing"), "map[string]string").keySet()) {
      registries.add(String.valueOf(registry));
    }
    return registries;
  }

  /**
   * Returns the program's credentials, with the email address and registry token of {@code known}.
   */
  Credentials get(String registry, Credentials known) throws IOException {
    String answer = ask("get", registry, "getting");
    if (answer == null) {
      return new Credentials("", "", known.email(), "", "", known.registryToken());
    }
    Map<?, ?> fields = object(answer, "credentials.Credentials");
    String username = text(fields, "Username");
    String secret = text(fields, "Secret");
    boolean token = username.equals(TOKEN);
    return new Credentials(
        token ? "" : username,
        token ? "" : secret,
        known.email(),
        registry,
        token ? secret : "",
        known.registryToken());
  }

  /** Stores credentials in the program; an identity token takes the place of the password. */
  void store(Credentials login) throws IOException {
    boolean token = !login.identityToken().isEmpty();
    ask(
        "store",
        "{\"ServerURL\":"
            + JsonText.quoteHtmlSafe(login.server())
            + ",\"Username\":"
            + JsonText.quoteHtmlSafe(token ? TOKEN : login.username())
            + ",\"Secret\":"
            + JsonText.quoteHtmlSafe(token ? login.identityToken() : login.password())
            + "}\n",
        "storing");
  }

  /** Removes the program's credentials for a registry. */
  void erase(String registry) throws IOException {
    ask("erase", registry, "erasing");
  }

  /** Returns the program's output, or null if it has no credentials for the registry. */
  private @Nullable String ask(String action, String input, String doing) throws IOException {
    Path program = ProgramPath.find(name, env);
    if (program == null) {
      throw failed(doing, "exec: \"" + name + "\": executable file not found in $PATH", "");
    }
    Answer answer = run(program, action, input);
    String output = answer.text.strip();
    if (answer.exitCode == 0) {
      return answer.text;
    }
    if (action.equals("get") && output.equals(NOT_FOUND)) {
      return null;
    }
    String error = USAGE_ERRORS.contains(output) ? output : "exit status " + answer.exitCode;
    throw failed(doing, error, output);
  }

  /** Returns an error without any output that may be JSON, as that may contain a secret. */
  private static IOException failed(String doing, String error, String output) {
    String shown = output.indexOf('{') >= 0 ? "..." : output;
    return new IOException(
        "error " + doing + " credentials - err: " + error + ", out: `" + shown + "`");
  }

  /**
   * Returns the name of docker's default helper for this system, as config.json has it; empty if it
   * is not installed.
   */
  static String installed(Map<String, String> env) {
    String os = System.getProperty("os.name", "");
    String name =
        os.startsWith("Mac")
            ? "osxkeychain"
            : os.startsWith("Windows")
                ? "wincred"
                : ProgramPath.find("pass", env) != null ? "pass" : "secretservice";
    return ProgramPath.find(PREFIX + name, env) == null ? "" : name;
  }

  private Answer run(Path program, String action, String input) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(program.toString(), action);
    builder.environment().clear();
    builder.environment().putAll(env);
    Process process = builder.start();
    Thread errors = Thread.ofPlatform().daemon().start(() -> pass(process.getErrorStream()));
    try (OutputStream in = process.getOutputStream()) {
      in.write(input.getBytes(UTF_8));
    } catch (IOException e) {
      // a program need not read its input
    }
    try {
      byte[] text = process.getInputStream().readNBytes(MAX_ANSWER + 1);
      if (text.length > MAX_ANSWER) {
        throw new IOException(name + ": response is too large");
      }
      int exitCode = process.waitFor();
      errors.join();
      return new Answer(new String(text, UTF_8), exitCode);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    } finally {
      process.destroy();
    }
  }

  private void pass(InputStream from) {
    try {
      from.transferTo(messages);
    } catch (IOException e) {
      // standard error is closed
    }
  }

  private static Map<?, ?> object(@Nullable String json, String type) throws IOException {
    if (json == null || json.isBlank()) {
      throw new IOException("EOF");
    }
    Object value;
    try {
      value = Json.first(json.getBytes(UTF_8));
    } catch (Json.SyntaxException e) {
      throw new IOException(e.getMessage(), e);
    }
    if (value instanceof Map<?, ?> object) {
      return object;
    }
    if (value == null) {
      return Map.of();
    }
    throw new IOException(
        "json: cannot unmarshal " + Json.kind(value) + " into Go value of type " + type);
  }

  private static String text(Map<?, ?> fields, String name) throws IOException {
    Object value = ContextMeta.field(fields, name);
    if (value == null) {
      return "";
    }
    if (value instanceof String text) {
      return text;
    }
    throw new IOException(
        "json: cannot unmarshal "
            + Json.kind(value)
            + " into Go struct field Credentials."
            + name
            + " of type string");
  }
}
