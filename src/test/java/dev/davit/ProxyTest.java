package dev.davit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.davit.Target.Result;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** A real proxy, tinyproxy, which wants a password; when requests go by it is docker's choice. */
@Tag("engine")
final class ProxyTest {

  private static final String SECRET = "hush-hush";

  /**
   * What the environment says, and whether requests go by the proxy. PROXY is its URL, PORT the
   * engine's port.
   */
  private static final List<String> CHOICES =
      List.of(
          "HTTP_PROXY=PROXY | yes",
          "http_proxy=PROXY | yes",
          "HTTPS_PROXY=PROXY | no",
          "ALL_PROXY=PROXY | no",
          "HTTP_PROXY=PROXY NO_PROXY=other.test | yes",
          "HTTP_PROXY=PROXY NO_PROXY=engine.test | no",
          "HTTP_PROXY=PROXY no_proxy=engine.test | no",
          "HTTP_PROXY=PROXY NO_PROXY=other.test,.test | no",
          "HTTP_PROXY=PROXY NO_PROXY=test | no",
          "HTTP_PROXY=PROXY NO_PROXY=*.test | no",
          "HTTP_PROXY=PROXY NO_PROXY=ngine.test | yes",
          "HTTP_PROXY=PROXY NO_PROXY=engine.test:PORT | no",
          "HTTP_PROXY=PROXY NO_PROXY=engine.test:1 | yes",
          "HTTP_PROXY=PROXY NO_PROXY=127.0.0.0/8 | yes",
          "HTTP_PROXY=PROXY NO_PROXY=* | no",
          "HTTP_PROXY=PROXY DOCKER_HOST=tcp://127.0.0.1:PORT | no",
          "HTTP_PROXY=PROXY DOCKER_HOST=tcp://localhost:PORT | no");

  @TempDir Path folder;
  private int port;
  private Process proxy;

  @BeforeEach
  void start() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 0, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    Files.writeString(folder.resolve("hosts"), "127.0.0.1 localhost engine.test other.test\n");
    Path script = folder.resolve("with-hosts");
    Files.writeString(
        script,
        "#!/bin/sh\nexec unshare --mount sh -c 'mount --bind FOLDER/hosts /etc/hosts; exec \"$@\"' sh \"$@\"\n"
            .replace("FOLDER", folder.toString()));
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.writeString(
        folder.resolve("tinyproxy.conf"),
        "Port %d\nListen 127.0.0.1\nBasicAuth ann %s\nLogFile \"%s\"\nLogLevel Info\nTimeout 60\n"
            .formatted(port, SECRET, log()));
    Files.createFile(log());
    log().toFile().setWritable(true, false);
    proxy =
        new ProcessBuilder(
                script.toString(),
                "tinyproxy",
                "-d",
                "-c",
                folder.resolve("tinyproxy.conf").toString())
            .redirectOutput(folder.resolve("said").toFile())
            .redirectErrorStream(true)
            .start();
    Instant limit = Instant.now().plusSeconds(30);
    while (!listens()) {
      assertTrue(Instant.now().isBefore(limit) && proxy.isAlive(), "tinyproxy does not listen");
      Await.pause();
    }
  }

  private boolean listens() {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  @AfterEach
  void end() throws IOException {
    proxy.destroy();
    Target.exitCode(proxy);
  }

  private Path log() {
    return folder.resolve("log");
  }

  private String url(String password) {
    return "http://ann:" + password + "@127.0.0.1:" + port;
  }

  private Result run(String line, Map<String, String> env) throws IOException {
    Reach reach = new Reach(List.of(folder.resolve("with-hosts").toString()), env, "");
    return Target.linked().run(line, reach, folder);
  }

  @TestFactory
  Stream<DynamicTest> choices() {
    return CHOICES.stream()
        .map(row -> DynamicTest.dynamicTest(row, () -> choose(row.split(" \\| ", 2))));
  }

  private void choose(String[] columns) throws IOException {
    try (FakeEngine engine = FakeEngine.onTcp()) {
      engine.on("GET /containers/json", "200 []");
      String number = engine.address().replaceFirst(".*:", "");
      Map<String, String> env = new HashMap<>();
      env.put("DOCKER_HOST", "tcp://engine.test:" + number);
      for (String word : columns[0].split(" ", -1)) {
        String[] pair = word.split("=", 2);
        env.put(pair[0], pair[1].replace("PROXY", url(SECRET)).replace("PORT", number));
      }
      Files.writeString(log(), "");
      assertEquals(new Result("", "", 0), run("docker ps -q", env));
      assertEquals(2, engine.requests().size());
      assertEquals(
          columns[1].equals("yes"),
          Files.readString(log()).contains("containers/json"),
          columns[0]);
    }
  }

  @Test
  void aTunnelCarriesTlsWithItsStreams() throws IOException {
    try (FakeEngine engine = FakeEngine.onTcp();
        TcpFront front = TcpFront.tls(new TlsServer("server", false), engine.address())) {
      engine
          .on("GET /containers/*/json", "200 {\"Id\":\"a\",\"Config\":{}}")
          .on("POST /containers/*/exec", "201 {\"Id\":\"e\"}")
          .on("POST /exec/*/start", "101\nframe 1 line\\n")
          .on("GET /exec/*/json", "200 {\"ExitCode\":5}");
      Map<String, String> env =
          Map.of("DOCKER_HOST", "tcp://engine.test:" + front.port(), "HTTPS_PROXY", url(SECRET));
      String ca = TlsServer.FILES.resolve("engine-ca.pem").toString();
      Result result = run("docker --tls --tlscacert " + ca + " exec a ls", env);
      assertEquals(new Result("line\n", "", 5), result);
      assertTrue(Files.readString(log()).contains("CONNECT engine.test:"));
      if (!Target.isDocker()) {
        // the stream too, which docker sends around the proxy
        assertEquals(2, Files.readString(log()).split("CONNECT engine.test:", -1).length - 1);
      }
    }
  }

  @Test
  void itsPasswordIsNeverShown() throws IOException {
    try (FakeEngine engine = FakeEngine.onTcp()) {
      engine.on("GET /containers/json", "200 []");
      String host = "tcp://engine.test:" + engine.address().replaceFirst(".*:", "");
      for (String password : List.of(SECRET, "wrong-" + SECRET)) {
        Map<String, String> env = Map.of("DOCKER_HOST", host, "HTTP_PROXY", url(password));
        String flags = Target.isDocker() ? "-D" : "--debug --trace=curl";
        Result result = run("docker " + flags + " ps -q", env);
        assertEquals(password.equals(SECRET) ? 0 : 1, result.exitCode(), result.toString());
        assertFalse(result.toString().contains(SECRET), result.toString());
        assertFalse(result.toString().contains("YW5uO"), result.toString());
      }
      assertTrue(
          engine.requests().stream()
              .noneMatch(each -> each.headers().containsKey("Proxy-Authorization")));
    }
  }
}
