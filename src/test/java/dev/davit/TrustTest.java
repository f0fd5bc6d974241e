package dev.davit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.davit.Target.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Which servers are trusted, as {@code src/test/resources/tls/trust/cases.txt} has it. */
@Tag("commands")
final class TrustTest {
  private static final Path FILES = TlsServer.FILES.resolve("trust");

  @TempDir Path folder;

  @TestFactory
  Stream<DynamicTest> cases() throws IOException {
    return Files.readAllLines(FILES.resolve("cases.txt")).stream()
        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
        .map(line -> DynamicTest.dynamicTest(line, () -> check(line.split(" ?\\| ?", -1))));
  }

  private void check(String[] columns) throws IOException {
    String host = columns[0];
    boolean named = !host.equals("127.0.0.1");
    TlsServer server = new TlsServer("trust/" + columns[1], false);
    try (FakeEngine engine = FakeEngine.onTcp();
        TcpFront front =
            named
                ? TcpFront.proxy(server, engine.address())
                : TcpFront.tls(server, engine.address())) {
      engine.usually("GET /containers/json", "200 []");
      Map<String, String> env = new HashMap<>(Map.of("DOCKER_CONFIG", folder.toString()));
      if (named) {
        env.put("HTTPS_PROXY", "http://127.0.0.1:" + front.port());
      }
      List<String> argv = new ArrayList<>(List.of("docker", "--tlsverify"));
      argv.addAll(trusting(columns[2], env));
      String literal = host.indexOf(':') < 0 ? host : "[" + host + "]";
      argv.addAll(List.of("-H", "tcp://" + literal + ":" + front.port(), "ps", "-q"));
      Result result = Target.command(argv, env, new byte[0], folder);
      String reason = expected(columns);
      assertEquals(reason, reason(result.err()));
      assertEquals(reason.isEmpty() ? 0 : 1, result.exitCode());
      assertEquals(reason.isEmpty() ? 2 : 0, engine.requests().size());
    }
  }

  /** The JDK takes it for no name of a host; docker accepts it, but Java's server does not. */
  @Test
  void aHostWithAnUnderscoreIsRefused() throws IOException {
    try (FakeEngine engine = FakeEngine.onTcp();
        TcpFront front = TcpFront.proxy(new TlsServer("trust/wild", false), engine.address())) {
      Map<String, String> env =
          Map.of(
              "DOCKER_CONFIG",
              folder.toString(),
              "HTTPS_PROXY",
              "http://127.0.0.1:" + front.port());
      List<String> args = new ArrayList<>(List.of("--tlsverify"));
      args.addAll(trusting("root", new HashMap<>()));
      args.addAll(List.of("-H", "tcp://my_engine.test:" + front.port(), "ps"));
      Result result = Target.inProcess("davit", args, env, new byte[0], folder);
      assertEquals("Illegal given domain name: my_engine.test", reason(result.err()));
      assertEquals(1, result.exitCode());
      assertEquals(List.of(), engine.requests());
    }
  }

  /** The flags for a file of authorities, or for those of the system, whose file is put there. */
  private static List<String> trusting(String authorities, Map<String, String> env) {
    if (!authorities.startsWith("system:")) {
      return List.of("--tlscacert", FILES.resolve(authorities + ".pem").toString());
    }
    env.put("SSL_CERT_FILE", FILES.resolve(authorities.substring(7) + ".pem").toString());
    String key = TlsServer.FILES.resolve("ec-pkcs8-key.pem").toString();
    String cert = TlsServer.FILES.resolve("ec.pem").toString();
    return List.of("--tlscacert", "", "--tlscert", cert, "--tlskey", key);
  }

  /** Docker's reason, or davit's where it has another one; davit leaves out what may be behind. */
  private static String expected(String[] columns) {
    if (Target.isDocker()) {
      return columns[3];
    }
    return columns.length > 4 ? columns[4] : columns[3].replaceFirst(" \\(possibly .*", "");
  }

  private static String reason(String err) {
    return err.replaceAll("^error during connect: Get \"[^\"]*\": tls: [a-z ]*: x509: |\n$", "")
        .replaceAll("current time \\S+", "current time <time>");
  }
}
