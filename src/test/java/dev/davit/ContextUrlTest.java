package dev.davit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Contexts of builds that the client downloads; docker passes these tests, too. */
@Tag("commands")
final class ContextUrlTest {
  private static final String BUILT = "200 {\"stream\":\"built\\\\n\"}";

  @TempDir Path folder;
  private HttpServer server;
  private FakeEngine engine;

  @BeforeEach
  void start() throws IOException {
    engine = FakeEngine.onUnix();
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    answer("/Dockerfile", 200, "FROM web\n".getBytes(UTF_8));
    answer("/empty", 200, new byte[0]);
    answer("/missing", 404, "  nothing here\n".getBytes(UTF_8));
    answer("/broken", 500, new byte[0]);
    answer("/ctx.tar.gz", 200, new byte[] {0x1f, (byte) 0x8b, 8, 1, 2, 3});
    server.createContext("/moved", exchange -> redirect(exchange, "/Dockerfile"));
    server.createContext("/loop", exchange -> redirect(exchange, "/loop"));
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
    engine.close();
  }

  private void answer(String path, int status, byte[] body) {
    server.createContext(
        path,
        exchange -> {
          try (exchange) {
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
          }
        });
  }

  private static void redirect(HttpExchange exchange, String target) throws IOException {
    try (exchange) {
      exchange.getResponseHeaders().set("Location", target);
      exchange.sendResponseHeaders(302, -1);
    }
  }

  private String url(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  private Target.Result build(Map<String, String> more, String... args) throws IOException {
    Map<String, String> env = new HashMap<>(more);
    env.put("DOCKER_HOST", engine.address());
    env.put("DOCKER_CONFIG", folder.toString());
    env.put("DOCKER_BUILDKIT", "0");
    List<String> argv = new ArrayList<>(List.of("docker", "build"));
    argv.addAll(List.of(args));
    return Target.command(argv, env, "FROM stdin\n".getBytes(UTF_8), folder);
  }

  private String request() {
    return engine.requests().stream()
        .filter(request -> request.path().equals("/build"))
        .map(RequestText::of)
        .findFirst()
        .orElse("");
  }

  @ParameterizedTest
  @CsvSource({
    "/Dockerfile, dockerfile=Dockerfile&version=1 tar [Dockerfile 644 'FROM web\\n']",
    "/moved, dockerfile=Dockerfile&version=1 tar [Dockerfile 644 'FROM web\\n']",
    "/empty, dockerfile=Dockerfile&version=1 tar [Dockerfile 644 '']",
  })
  void dockerfile(String path, String query) throws IOException {
    engine.on("POST /build", BUILT);
    Target.Result result = build(Map.of(), url(path));
    assertAll(
        () -> assertEquals(0, result.exitCode(), result.err()),
        () -> assertTrue(result.out().endsWith("built\n"), result.out()),
        () ->
            assertTrue(
                result.out().startsWith("Downloading build context from remote url: " + url(path)),
                result.out()),
        () -> assertEquals("POST /v1.41/build?" + query, request()));
  }

  @Test
  void archiveIsSentAsItIs() throws IOException {
    engine.on("POST /build", BUILT);
    Target.Result result = build(Map.of(), "-f", "sub/Dockerfile", url("/ctx.tar.gz"));
    assertEquals(0, result.exitCode(), result.err());
    assertEquals(
        List.of(6, "dockerfile=sub%2FDockerfile&version=1"),
        engine.requests().stream()
            .filter(request -> request.path().equals("/build"))
            .flatMap(request -> List.<Object>of(request.body().length, request.query()).stream())
            .toList());
  }

  @ParameterizedTest
  @CsvSource({
    "/missing, failed to GET URL with status 404 Not Found: nothing here",
    "/broken, 'failed to GET URL with status 500 Internal Server Error: '",
    "/loop, 'Get \"/loop\": stopped after 10 redirects'",
  })
  void refused(String path, String reason) throws IOException {
    Target.Result result = build(Map.of(), url(path));
    String expected =
        "unable to prepare context: unable to download remote context "
            + url(path)
            + ": "
            + reason.replace("URL", url(path))
            + '\n';
    assertAll(
        () -> assertEquals(1, result.exitCode()),
        () -> assertEquals("", result.out()),
        () -> assertTrue(result.err().endsWith(expected), result.err()));
  }

  @Test
  void nobodyListens() throws IOException {
    server.stop(0);
    Target.Result result = build(Map.of(), url("/x"));
    String dial = "dial tcp " + url("").substring("http://".length()) + ": connect: ";
    assertTrue(
        result.err().endsWith("Get \"" + url("/x") + "\": " + dial + "connection refused\n"),
        result.err());
  }

  @Test
  void proxyOfTheEnvironmentIsAsked() throws IOException {
    engine.on("POST /build", BUILT);
    Target.Result result = build(Map.of("HTTP_PROXY", url("")), "http://nobody.example/Dockerfile");
    assertEquals(0, result.exitCode(), result.err());
    assertEquals(
        "POST /v1.41/build?dockerfile=Dockerfile&version=1 tar [Dockerfile 644 'FROM web\\n']",
        request());
  }

  @Test
  void fileIsNoDockerfileForAnArchive() throws IOException {
    Target.Result result = build(Map.of(), "-f", "x", url("/Dockerfile"));
    assertTrue(
        result
            .err()
            .endsWith(
                "unable to prepare context: ambiguous Dockerfile source:"
                    + " both stdin and flag correspond to Dockerfiles\n"),
        result.err());
    assertEquals(false, Files.exists(folder.resolve("x")));
  }
}
