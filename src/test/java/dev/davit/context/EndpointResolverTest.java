package dev.davit.context;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.davit.config.ConfigDirectory;
import dev.davit.config.ConfigException;
import dev.davit.config.ConfigFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EndpointResolverTest {
  @TempDir Path temp;

  /** Compares with the outcomes of docker 28.2.2, recorded by record.sh. */
  @TestFactory
  Stream<DynamicTest> answersLikeDocker() throws IOException {
    try (var table = EndpointResolverTest.class.getResourceAsStream("/config/choices.tsv")) {
      return new String(table.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isEmpty() && !line.startsWith("# "))
          .map(line -> line.split("\t", -1))
          .map(
              row ->
                  DynamicTest.dynamicTest(
                      String.join(" ", row[0], row[1], row[2]), () -> check(row)));
    }
  }

  private void check(String[] row) throws IOException {
    Path dir = Files.createTempDirectory(temp, "row");
    write(dir, entries(row[0], dir));
    Map<String, String> env = new HashMap<>();
    env.put("DOCKER_CONFIG", dir.toString());
    env.put("HOME", dir.resolve("home").toString());
    for (String variable : entries(row[1], dir)) {
      int equals = variable.indexOf('=');
      env.put(variable.substring(0, equals), variable.substring(equals + 1));
    }
    assertEquals(row[3], ps(entries(row[2], dir), env).replace(dir.toString(), "DIR"));
  }

  private static void write(Path dir, List<String> files) throws IOException {
    ConfigDirectory directory = new ConfigDirectory(dir);
    for (String file : files) {
      int equals = file.indexOf('=');
      if (equals < 0) {
        Files.createFile(dir.resolve(file));
      } else if (file.startsWith("config.json=")) {
        directory.config(file.substring(equals + 1));
      } else {
        directory.context(file.substring(0, equals), file.substring(equals + 1));
      }
    }
  }

  private static List<String> entries(String column, Path dir) {
    return column.equals("-")
        ? List.of()
        : List.of(column.replace("DIR", dir.toString()).split("\\|", -1));
  }

  /** Returns the error output of {@code docker ps} without an engine; lines are joined by a bar. */
  private static String ps(List<String> words, Map<String, String> env) {
    Flags flags = Flags.of(words);
    List<String> lines = new ArrayList<>();
    try {
      EndpointResolver.checkFlags(flags.hosts, flags.context);
      Path directory = ConfigFile.directory(flags.config, env);
      ConfigFile config = ConfigFile.load(directory);
      lines.addAll(config.warnings());
      config.checkAliases(word -> false);
      EndpointResolver choice =
          EndpointResolver.resolve(
              flags.hosts, flags.context, flags.tls(), env, config, new ContextStore(directory));
      lines.add(
          "Cannot connect to the Docker daemon at "
              + choice.address()
              + ". Is the docker daemon running?");
    } catch (ConfigException e) {
      lines.add(e.getMessage());
    }
    return String.join("|", lines);
  }

  private record Flags(
      List<String> hosts, String context, String config, Map<String, String> others) {
    static Flags of(List<String> words) {
      List<String> hosts = new ArrayList<>();
      Map<String, String> others = new HashMap<>();
      for (int i = 0; i < words.size(); i++) {
        String word = words.get(i);
        int equals = word.indexOf('=');
        if (word.equals("-H")) {
          hosts.add(words.get(++i));
        } else if (word.equals("--tls") || word.equals("--tlsverify")) {
          others.put(word, "true");
        } else if (equals > 0) {
          others.put(word.substring(0, equals), word.substring(equals + 1));
        } else {
          others.put(word, words.get(++i));
        }
      }
      return new Flags(
          hosts, others.getOrDefault("-c", ""), others.getOrDefault("--config", ""), others);
    }

    TlsFlags tls() {
      String tls = others.get("--tls");
      String verify = others.get("--tlsverify");
      return new TlsFlags(
          tls == null ? null : Boolean.valueOf(tls),
          verify == null ? null : Boolean.valueOf(verify),
          others.get("--tlscacert"),
          others.get("--tlscert"),
          others.get("--tlskey"));
    }
  }

  /**
   * Tests pinned API versions as {@code docker version} shows them; docker accepts the rejected
   * ones.
   */
  @ParameterizedTest(name = "DOCKER_API_VERSION={0}")
  @CsvSource({
    "'', none",
    "v, none",
    "1.30, 1.30",
    "v1.30, 1.30",
    "1.99, 1.99",
    "abc, 'Failed to initialize: invalid DOCKER_API_VERSION: \"abc\": must be MAJOR.MINOR, for example 1.41'",
    "vv1.30, 'Failed to initialize: invalid DOCKER_API_VERSION: \"vv1.30\": must be MAJOR.MINOR, for example 1.41'",
    "'1.30 ', 'Failed to initialize: invalid DOCKER_API_VERSION: \"1.30 \": must be MAJOR.MINOR, for example 1.41'",
    "1.4/../x, 'Failed to initialize: invalid DOCKER_API_VERSION: \"1.4/../x\": must be MAJOR.MINOR, for example 1.41'",
    "1., 'Failed to initialize: invalid DOCKER_API_VERSION: \"1.\": must be MAJOR.MINOR, for example 1.41'",
  })
  void pinsTheApiVersion(String version, String expected) {
    String answer;
    try {
      answer = choose("{}", Map.of("DOCKER_API_VERSION", version)).apiVersion().orElse("none");
    } catch (ConfigException | IOException e) {
      answer = String.valueOf(e.getMessage());
    }
    assertEquals(expected, answer);
  }

  /** Compares with the headers that docker 28.2.2 sent to a listening socket. */
  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"my-head\":\"v\",\"User-Agent\":\"x\",\"Accept\":\"y\"} | `` | {Accept=y, My-Head=v}",
        "{\"CONTENT-type\":\"1\",\"host\":\"q\",\"X_y\":\"1\",\"x.y\":\" d \"} | `` | {Content-Type=1, X.y=d, X_y=1}",
        "{\"a\":\"1\",\"A\":\"2\"} | `` | {A=2}",
        "{\"my-head\":\"v\"} | foo=bar,x-y= sp ,Z=,\"q=a,b\",foo=two | {Foo=two, Q=a,b, X-Y=sp, Z=}",
        "{} | \"a=b\"\"c\" | {A=b\"c}",
        "{} | ` a =b` | {A=b}",
        "{} | user-agent=c,host=foo | {}",
        "{} | `\n\na=b\nc=d` | {A=b}",
        "{} | `a=b\r\n` | {A=b}",
      })
  void sendsCustomHeaders(String configured, String variable, String expected) throws IOException {
    EndpointResolver choice =
        choose("{\"HttpHeaders\":" + configured + "}", Map.of("DOCKER_CUSTOM_HEADERS", variable));
    assertEquals(expected, choice.headers().toString());
  }

  /** docker reports these errors only at the first request. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"a b\":\"v\"} | Failed to initialize: net/http: invalid header field name \"a b\"",
        "{\"\":\"v\"} | Failed to initialize: net/http: invalid header field name \"\"",
        "{\"a\":\"v\\r\\nX: y\"} | Failed to initialize: net/http: invalid header field value for \"A\"",
      })
  void refusesHeadersThatSplitARequest(String configured, String expected) {
    ConfigException refused =
        assertThrows(
            ConfigException.class, () -> choose("{\"HttpHeaders\":" + configured + "}", Map.of()));
    assertEquals(expected, refused.getMessage());
  }

  @Test
  void takesTlsFilesFromTheCertPath() throws IOException {
    Path ca = Files.createFile(temp.resolve("ca.pem"));
    Path key = Files.createFile(temp.resolve("key.pem"));
    Map<String, String> env =
        Map.of("DOCKER_CERT_PATH", temp.toString(), "DOCKER_TLS", "1", "DOCKER_HOST", "h");
    assertEquals(
        Optional.of(new TlsFiles(Optional.of(ca), Optional.empty(), Optional.of(key), false)),
        choose("{}", env).tls());
    Map<String, String> verifying = new HashMap<>(env);
    verifying.put("DOCKER_TLS_VERIFY", "0");
    assertEquals(Optional.of(true), choose("{}", verifying).tls().map(TlsFiles::verify));
  }

  @Test
  void aSocketHasNoTls() throws IOException {
    Files.createFile(temp.resolve("ca.pem"));
    Map<String, String> env =
        Map.of("DOCKER_CERT_PATH", temp.toString(), "DOCKER_TLS", "1", "DOCKER_HOST", "unix:///x");
    assertEquals(Optional.empty(), choose("{}", env).tls());
  }

  @Test
  void takesTlsFilesFromTheContext() throws IOException {
    ConfigDirectory directory = new ConfigDirectory(temp);
    String endpoint = "{\"Endpoints\":{\"docker\":{\"Host\":\"tcp://h:1\",\"SkipTLSVerify\":%s}}}";
    directory.context("plain", endpoint.formatted("false"));
    directory.context("unchecked", endpoint.formatted("true"));
    directory.context("files", endpoint.formatted("false"));
    Path ca = directory.tlsFile("files", "ca.pem");
    Map<String, Optional<TlsFiles>> found = new HashMap<>();
    for (String context : List.of("plain", "unchecked", "files")) {
      found.put(context, choose("{}", Map.of("DOCKER_CONTEXT", context)).tls());
    }
    Optional<Path> none = Optional.empty();
    assertEquals(
        Map.of(
            "plain", Optional.empty(),
            "unchecked", Optional.of(new TlsFiles(none, none, none, false)),
            "files", Optional.of(new TlsFiles(Optional.of(ca), none, none, true))),
        found);
  }

  private EndpointResolver choose(String config, Map<String, String> env) throws IOException {
    return EndpointResolver.resolve(
        List.of(),
        "",
        TlsFlags.NONE,
        env,
        new ConfigDirectory(temp).config(config),
        new ContextStore(temp));
  }
}
