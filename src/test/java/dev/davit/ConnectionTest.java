package dev.davit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.davit.Target.Result;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Plays the same sessions over each transport: a dockerd on tcp, a dockerd with TLS client
 * certificates, and a dockerd behind sshd.
 */
@Tag("native")
final class ConnectionTest {
  private static final List<String> SESSIONS = List.of("reach");

  private static final List<String> TERMINALS = List.of("reach", "run", "signals");

  @TempDir Path folder;

  @TestFactory
  Stream<DynamicTest> byTcp() throws IOException {
    TcpEngine engine = TcpEngine.plain(folder);
    return by(engine.reach()).onClose(() -> close(engine));
  }

  @TestFactory
  Stream<DynamicTest> byTls() throws IOException {
    TcpEngine engine = TcpEngine.tls(folder);
    return by(engine.reach()).onClose(() -> close(engine));
  }

  /** A session in which OTHER is the installed docker, which shares its contexts with davit. */
  private static final String CONTEXTS =
      """
      set -e
      ENDPOINT=host=ADDRESS,ca=FILES/ca.pem,cert=FILES/cert.pem,key=FILES/key.pem
      docker context create ours --docker $ENDPOINT
      docker --context ours ps -q
      OTHER --context ours ps -q
      docker context export ours ours.tar
      OTHER context import ours-2 ours.tar
      OTHER --context ours-2 ps -q
      OTHER context create theirs --docker $ENDPOINT
      docker --context theirs ps -q
      OTHER context export theirs theirs.tar
      docker context import theirs-2 theirs.tar
      DOCKER_CONTEXT=theirs-2 docker ps -q
      docker context use theirs-2
      OTHER ps -q
      docker context update theirs-2 --docker host=ADDRESS
      ! docker ps -q
      find contexts/tls -name key.pem -printf '%m ' | tr ' ' '\\n' | sort -u
      """;

  @Test
  void byAContextWithItsCertificates() throws IOException {
    try (TcpEngine engine = TcpEngine.tls(folder)) {
      String lines =
          CONTEXTS
              .replace("ADDRESS", TcpEngine.address())
              .replace("FILES", folder.resolve("certificates").toString())
              .replace("OTHER", Target.docker().orElseThrow().toString());
      Result result = Target.linked().run(lines, engine.bare(Map.of()), folder);
      assertEquals(
          "ours ours-2 theirs theirs-2 theirs-2 theirs-2 600",
          result.out().strip().replaceAll("\\s+", " "),
          result.err());
      assertEquals(0, result.exitCode(), result.err());
    }
  }

  /** The engine's TLS alert arrives while the request is still being sent. */
  @Test
  void byTlsWithoutACertificate() throws IOException {
    try (TcpEngine engine = TcpEngine.tls(folder)) {
      String line =
          "for I in 1 2 3; do docker -H HOST --tlsverify --tlscacert CA ps; done 2>&1 | sort -u"
              .replace("HOST", TcpEngine.address())
              .replace("CA", folder.resolve("certificates/ca.pem").toString());
      Result result = Target.linked().run(line, engine.bare(Map.of()), folder);
      assertEquals(
          "the server probably has client authentication (--tlsverify) enabled; check your TLS client"
              + " certification settings: Get \"https://127.0.0.1:2375/v1.50/containers/json\": remote"
              + " error: tls: bad certificate\n",
          result.out());
    }
  }

  @TestFactory
  Stream<DynamicTest> bySsh() throws IOException {
    String socket = Reach.privateEngine().substring("unix://".length());
    return by(Reach.bySsh(new SshServer(folder.resolve("ssh")), "ssh://engine" + socket));
  }

  private Stream<DynamicTest> by(Reach engine) {
    Stream<DynamicTest> sessions =
        SESSIONS.stream()
            .map(
                name ->
                    DynamicTest.dynamicTest(
                        "session " + name,
                        () -> SessionScript.play(SessionTest.file(name), engine, folder)));
    Stream<DynamicTest> terminals =
        TERMINALS.stream()
            .map(
                name ->
                    DynamicTest.dynamicTest(
                        "terminal " + name,
                        () -> TerminalScript.play(TerminalTest.file(name), engine, folder)));
    return Stream.concat(sessions, terminals);
  }

  private static void close(TcpEngine engine) {
    try {
      engine.close();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
