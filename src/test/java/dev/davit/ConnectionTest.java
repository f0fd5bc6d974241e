package dev.davit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import dev.davit.Target.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A real engine reached by tcp, plain and with TLS: run, exec, cp, and the end of input. */
@Tag("engine")
@Tag("matrix")
@ExtendWith(OnThisEngine.class)
final class ConnectionTest {
  private static final String NAME = "davit-connection";

  private static final String SESSION =
      """
      docker run -d --name NAME busybox sleep 300 >/dev/null
      echo hi | docker run -i --rm busybox sh -c 'cat; echo after; exit 5'; echo $?
      echo ho | docker exec -i NAME sh -c 'cat; echo error >&2; exit 3' 2>err; echo $?; cat err
      head -c 3000000 /dev/urandom >sent
      docker cp -q sent NAME:/tmp/there && docker cp -q NAME:/tmp/there back && cmp sent back; echo $?
      docker exec -i NAME cat <sent | cmp - sent; echo $?
      docker rm -f NAME
      """
          .replace("NAME", NAME);

  private static final String EXPECTED = "hi\nafter\n5\nho\n3\nerror\n0\n0\n" + NAME + "\n";

  @TempDir Path folder;

  @Test
  void byTcp() throws IOException {
    try (TcpFront front = TcpFront.plain(engine())) {
      Result result = Target.linked().run(SESSION, "tcp://127.0.0.1:" + front.port(), folder);
      assertEquals(new Result(EXPECTED, "", 0), result);
    }
  }

  @Test
  void byTls() throws IOException {
    Files.copy(TlsServer.FILES.resolve("engine-ca.pem"), folder.resolve("ca.pem"));
    Files.copy(TlsServer.FILES.resolve("rsa.pem"), folder.resolve("cert.pem"));
    Files.copy(TlsServer.FILES.resolve("rsa-pkcs1-key.pem"), folder.resolve("key.pem"));
    try (TcpFront front = TcpFront.tls(new TlsServer("server", true), engine())) {
      String address = "tcp://127.0.0.1:" + front.port();
      Result result =
          Target.linked().run("export DOCKER_TLS_VERIFY=1\n" + SESSION, address, folder);
      assertEquals(new Result(EXPECTED, "", 0), result);
    }
  }

  private static String engine() {
    String engine = System.getenv("DAVIT_TEST_ENGINE");
    assertNotNull(engine, "DAVIT_TEST_ENGINE names no engine: run this by make test");
    return engine;
  }
}
