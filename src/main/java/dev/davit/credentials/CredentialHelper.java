package dev.davit.credentials;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.davit.config.Credentials;
import dev.davit.context.ContextMeta;
import dev.davit.json.Json;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A program that keeps credentials, {@code docker-credential-NAME}: it is told what to do by its
 * argument and its standard input and answers in JSON (docker-credential-helpers).
 */
final class CredentialHelper {
  private static final String NOT_FOUND = "credentials not found in native keychain";
  private static final Set<String> COMPLAINTS =
      Set.of("no credentials server URL", "no credentials username");
  private static final String TOKEN = "<token>";
  private static final int MAX_ANSWER = 1 << 20;

  private final String name;
  private final Map<String, String> env;
  private final OutputStream messages;

  /**
   * A program by the name that config.json gives it.
   *
   * @param env the environment, in whose PATH it is looked for
   * @param messages where goes what it has to say to the user
   */
  CredentialHelper(String name, Map<String, String> env, OutputStream messages) {
    this.name = "docker-credential-" + name;
    this.env = env;
    this.messages = messages;
  }

  private record Answer(String text, int exitCode) {}

  /** The registries that it has credentials for. */
  Set<String> list() throws IOException {
    Set<String> registries = new LinkedHashSet<>();
    for (Object registry : object(ask("list", "unused", "listing"), "map[string]string").keySet()) {
      registries.add(String.valueOf(registry));
    }
    return registries;
  }

  /** Adds to what is known of a registry otherwise; those of it alone where it has none. */
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

  /** What it answers; null where it says that there are no such credentials. */
  private @Nullable String ask(String action, String input, String doing) throws IOException {
    Path program = find();
    if (program == null) {
      throw failed(doing, "exec: \"" + name + "\": executable file not found in $PATH", "");
    }
    Answer answer = run(program, action, input);
    String said = answer.text.strip();
    if (answer.exitCode == 0) {
      return answer.text;
    }
    if (action.equals("get") && said.equals(NOT_FOUND)) {
      return null;
    }
    String error = COMPLAINTS.contains(said) ? said : "exit status " + answer.exitCode;
    throw failed(doing, error, said);
  }

  /** What looks like an answer may hold a secret, and is not for a message. */
  private static IOException failed(String doing, String error, String said) {
    String shown = said.indexOf('{') >= 0 ? "..." : said;
    return new IOException(
        "error " + doing + " credentials - err: " + error + ", out: `" + shown + "`");
  }

  private @Nullable Path find() {
    for (String folder : env.getOrDefault("PATH", "").split(File.pathSeparator, -1)) {
      Path program = Path.of(folder, name);
      // docker never runs what lies in the current folder by chance
      if (program.isAbsolute() && Files.isRegularFile(program) && Files.isExecutable(program)) {
        return program;
      }
    }
    return null;
  }

  private Answer run(Path program, String action, String input) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(program.toString(), action);
    builder.environment().clear();
    builder.environment().putAll(env);
    Process process = builder.start();
    Thread told = Thread.ofPlatform().daemon().start(() -> pass(process.getErrorStream()));
    try (OutputStream in = process.getOutputStream()) {
      in.write(input.getBytes(UTF_8));
    } catch (IOException e) {
      // it need not read what it has no use for
    }
    try {
      byte[] text = process.getInputStream().readNBytes(MAX_ANSWER + 1);
      if (text.length > MAX_ANSWER) {
        throw new IOException(name + ": response is too large");
      }
      int exitCode = process.waitFor();
      told.join();
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
      // then nobody reads it
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
