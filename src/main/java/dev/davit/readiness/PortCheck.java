package dev.davit.readiness;

import dev.davit.engine.Engine;
import dev.davit.engine.http.EngineException;
import dev.davit.engine.model.ExecConfig;
import dev.davit.engine.model.ExecStart;
import dev.davit.engine.stream.HijackedStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Checks whether processes in a container listen on TCP ports, by an exec of {@code cat}. A port
 * that is published accepts connections before the container's process listens, so connecting
 * proves nothing.
 */
final class PortCheck {
  private static final String NOT_FOUND = "executable file not found";
  private static final int NOT_EXECUTABLE = 126;
  private static final int NO_SUCH_FILE = 127;

  private final Engine engine;
  private final String id;

  PortCheck(Engine engine, String id) {
    this.engine = engine;
    this.id = id;
  }

  /**
   * Returns the ports; none if the container does not run any more.
   *
   * @throws IOException if the container has no {@code cat}
   */
  ListeningPorts ports() throws IOException {
    List<String> lines = new ArrayList<>();
    String exec = "";
    try {
      exec = engine.execs().observing().create(id, cat());
      try (HijackedStream stream =
          engine.execs().observing().start(exec, new ExecStart(false, false, null), false)) {
        LogLines.read(stream.input(), true, lines::add);
      }
    } catch (EngineException e) {
      // the container has stopped, which an event reports, or it lacks cat
      lines.add(e.reason());
    }
    ListeningPorts ports = ListeningPorts.of(lines);
    if (!ports.isReadable() && isMissing(exec, lines)) {
      throw new IOException(
          "cannot look for listening ports: the container has no cat; wait for another condition,"
              + " such as log=REGEX");
    }
    return ports;
  }

  private boolean isMissing(String exec, List<String> lines) throws IOException {
    if (lines.stream().anyMatch(line -> line.contains(NOT_FOUND))) {
      return true;
    }
    if (exec.isEmpty()) {
      return false;
    }
    try {
      Integer code = engine.execs().inspect(exec).exitCode();
      return code != null && (code == NOT_EXECUTABLE || code == NO_SUCH_FILE);
    } catch (EngineException e) {
      return false;
    }
  }

  private static ExecConfig cat() {
    ExecConfig config = new ExecConfig();
    config.attachStdout = true;
    config.attachStderr = true;
    config.cmd = List.of("cat", "/proc/net/tcp", "/proc/net/tcp6");
    return config;
  }
}
