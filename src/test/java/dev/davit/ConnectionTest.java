package dev.davit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The same sessions by each way to an engine: a dockerd on tcp, one that wants TLS of both sides,
 * and one behind a real sshd.
 */
@Tag("engine")
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
