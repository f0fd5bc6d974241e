package dev.davit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.davit.Target.Result;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Tests valid and invalid TLS engines, as listed in {@code src/test/resources/tls/cases.txt}. */
@Tag("commands")
final class TlsTest {
  private static final String INITIALIZE = "Failed to initialize: ";

  @TempDir Path folder;

  @TestFactory
  Stream<DynamicTest> cases() throws IOException {
    return Files.readAllLines(TlsServer.FILES.resolve("cases.txt")).stream()
        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
        .map(line -> DynamicTest.dynamicTest(line, () -> check(line.split(" ?\\| ?", -1))));
  }

  /** Invalid files are rejected for contexts as well, with the same messages. */
  @TestFactory
  Stream<DynamicTest> contexts() throws IOException {
    return Files.readAllLines(TlsServer.FILES.resolve("cases.txt")).stream()
        .filter(line -> line.contains(INITIALIZE) && !line.contains("nosuch"))
        .map(line -> DynamicTest.dynamicTest(line, () -> create(line.split(" ?\\| ?", -1))));
  }

  private void create(String[] columns) throws IOException {
    String files =
        (columns[2].replaceFirst("--tlsverify", "") + " ")
            .replaceAll("--tls(ca|)cert (\\S+) ", ",$1cert=" + TlsServer.FILES + "/$2")
            .replaceAll("--tlskey (\\S+) ", ",key=" + TlsServer.FILES + "/$1")
            .replace("cacert", "ca")
            .replace(" ", "");
    Result result =
        command(
            List.of("docker", "context", "create", "ctx", "--docker", "host=tcp://h:1" + files),
            Map.of());
    assertEquals(
        "unable to create docker endpoint config: invalid docker endpoint options: "
            + columns[3].substring(INITIALIZE.length())
            + '\n',
        result.err());
    assertEquals(1, result.exitCode());
  }

  private void check(String[] columns) throws IOException {
    try (FakeEngine engine = FakeEngine.onTcp();
        TcpFront front = front(columns[0], columns[1].equals("signed"), engine.address())) {
      engine.usually("GET /containers/json", "200 []");
      List<String> argv =
          new ArrayList<>(List.of("docker", "-H", "tcp://127.0.0.1:" + front.port()));
      argv.addAll(List.of(columns[2].split(" ")));
      argv.addAll(List.of("ps", "-q"));
      Result result = command(argv, Map.of());
      boolean works = columns[3].isEmpty();
      assertEquals(works ? "" : columns[3] + '\n', masked(result.err()));
      assertEquals(works ? 0 : 1, result.exitCode());
      // an untrusted server receives no request
      assertEquals(works ? 2 : 0, engine.requests().size());
    }
  }

  private static TcpFront front(String server, boolean wantsClients, String engine)
      throws IOException {
    return server.equals("none")
        ? TcpFront.plain(engine)
        : TcpFront.tls(new TlsServer(server, wantsClients), engine);
  }

  private Result command(List<String> argv, Map<String, String> more) throws IOException {
    Map<String, String> env = new HashMap<>(more);
    env.put("DOCKER_CONFIG", folder.toString());
    List<String> words = new ArrayList<>();
    for (String word : argv) {
      // davit runs in this process, whose working directory is different
      boolean file = !Target.isDocker() && word.matches("[\"']?[a-z0-9-]+\\.(pem|sh)[\"']?");
      String plain = word.replaceAll("[\"']", "");
      words.add(file ? word.replace(plain, TlsServer.FILES.resolve(plain).toString()) : word);
    }
    return Target.command(words, env, new byte[0], TlsServer.FILES);
  }

  private static String masked(String text) {
    return text.replaceAll("https?://127\\.0\\.0\\.1:\\d+/[^\"]*", "<url>")
        .replace(TlsServer.FILES + "/", "")
        .replaceAll("current time \\S+", "current time <time>");
  }

  @Test
  void theFilesMayComeFromTheEnvironment() throws IOException {
    Files.copy(TlsServer.FILES.resolve("engine-ca.pem"), folder.resolve("ca.pem"));
    Files.copy(TlsServer.FILES.resolve("ec.pem"), folder.resolve("cert.pem"));
    Files.copy(TlsServer.FILES.resolve("ec-sec1-key.pem"), folder.resolve("key.pem"));
    try (FakeEngine engine = FakeEngine.onTcp();
        TcpFront front = TcpFront.tls(new TlsServer("server", true), engine.address())) {
      engine.on("GET /containers/json", "200 []");
      Map<String, String> env = new HashMap<>();
      env.put("DOCKER_HOST", "tcp://127.0.0.1:" + front.port());
      env.put("DOCKER_CERT_PATH", folder.toString());
      env.put("DOCKER_TLS_VERIFY", "1");
      assertEquals(new Result("", "", 0), command(List.of("docker", "ps", "-q"), env));
      env.remove("DOCKER_TLS_VERIFY");
      env.put("DOCKER_TLS", "1");
      assertEquals(new Result("", "", 0), command(List.of("docker", "ps", "-q"), env));
      env.remove("DOCKER_TLS");
      assertEquals(1, command(List.of("docker", "ps", "-q"), env).exitCode());
    }
  }

  @Test
  void theEndOfInputGoesThroughAndOutputStillArrives() throws IOException {
    try (FakeEngine engine = FakeEngine.onTcp();
        TcpFront front = TcpFront.tls(new TlsServer("server", false), engine.address())) {
      engine
          .on("GET /containers/*/json", "200 {\"Id\":\"a\",\"Config\":{}}")
          .on("POST /containers/*/exec", "201 {\"Id\":\"e\"}")
          .on("POST /exec/*/start", "101\necho\nframe 1 after\\n\nframe 2 error\\n")
          .on("GET /exec/*/json", "200 {\"ExitCode\":5}");
      List<String> argv = new ArrayList<>(List.of("docker", "--tlsverify", "--tlscacert"));
      argv.add(TlsServer.FILES.resolve("engine-ca.pem").toString());
      argv.addAll(List.of("-H", "tcp://127.0.0.1:" + front.port(), "exec", "-i", "a", "cat"));
      Result result =
          Target.command(
              argv, Map.of("DOCKER_CONFIG", folder.toString()), "input\n".getBytes(UTF_8), folder);
      assertEquals(new Result("input\nafter\n", "error\n", 5), result);
    }
  }

  /**
   * Docker Engine does not read what follows the request, and unread bytes reset the connection
   * when it closes it.
   */
  @Test
  void inputThatIsNotAttachedIsNotEnded() throws IOException {
    try (FakeEngine engine = FakeEngine.onTcp();
        TcpFront front = TcpFront.tls(new TlsServer("server", false), engine.address())) {
      engine
          .on("GET /containers/*/json", "200 {\"Id\":\"a\",\"Config\":{}}")
          .on("POST /containers/*/exec", "201 {\"Id\":\"e\"}")
          .on("POST /exec/*/start", exchange -> tellWhetherInputEnds(exchange))
          .on("GET /exec/*/json", "200 {\"ExitCode\":0}");
      List<String> argv = new ArrayList<>(List.of("docker", "--tlsverify", "--tlscacert"));
      argv.add(TlsServer.FILES.resolve("engine-ca.pem").toString());
      argv.addAll(List.of("-H", "tcp://127.0.0.1:" + front.port(), "exec", "a", "cat"));
      Map<String, String> env = Map.of("DOCKER_CONFIG", folder.toString());
      Result result =
          Target.inProcess("davit", argv.subList(1, argv.size()), env, new byte[0], folder);
      assertEquals(new Result("open\n", "", 0), result);
    }
  }

  private static void tellWhetherInputEnds(FakeExchange exchange)
      throws IOException, InterruptedException {
    exchange.head(101, List.of(), -1);
    AtomicBoolean ended = new AtomicBoolean();
    Thread reader =
        Thread.ofPlatform()
            .daemon()
            .start(
                () -> {
                  try {
                    exchange.awaitEof();
                    ended.set(true);
                  } catch (IOException e) {
                    // the connection is lost
                  }
                });
    reader.join(500);
    exchange.frame(1, (ended.get() ? "ended\n" : "open\n").getBytes(UTF_8));
  }

  @Test
  void aTlsHandshakeWithoutAnswerTimesOut() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 0, InetAddress.getLoopbackAddress())) {
      String address = "tcp://127.0.0.1:" + silent.getLocalPort();
      String ca = TlsServer.FILES.resolve("engine-ca.pem").toString();
      List<String> args =
          List.of(
              "--connect-timeout", "200ms", "--tlsverify", "--tlscacert", ca, "-H", address, "ps");
      Map<String, String> env = Map.of("DOCKER_CONFIG", folder.toString());
      Result result = Target.inProcess("davit", args, env, new byte[0], folder);
      assertEquals(1, result.exitCode());
      assertTrue(
          result.err().startsWith("Cannot connect to the Docker daemon at " + address),
          result.err());
    }
  }
}
