package dev.davit.attach;

import dev.davit.engine.Engine;
import dev.davit.engine.model.ExecConfig;
import dev.davit.engine.model.ExecStart;
import dev.davit.engine.stream.HijackedStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Sends signals to the command of an exec, for which the API has no endpoint: a second exec finds
 * the command in the container's {@code /proc}, by an environment variable that it was given, and
 * kills it. The container must have {@code sh} and {@code grep}, and the command must still run as
 * its user.
 */
public final class ExecSignals {
  private static final String VARIABLE = "DAVIT_EXEC";
  private static final int TRIES = 10;
  private static final int PAUSE_NANOS = 100_000_000;

  /** Kills the process that has the variable and whose parent lacks it: children inherit it. */
  private static final String SCRIPT =
      """
      found=1
      for environ in $(grep -zlF "$1" /proc/[0-9]*/environ 2>/dev/null); do
        pid=${environ#/proc/} pid=${pid%/environ}
        parent=$(grep '^PPid:' "/proc/$pid/status" 2>/dev/null) || continue
        parent=${parent##*[!0-9]}
        grep -zqF "$1" "/proc/$parent/environ" 2>/dev/null && continue
        kill "-$2" "$pid" && found=0
      done
      exit $found
      """;

  private final Engine engine;
  private final String container;
  private final String tag;
  private final @Nullable String user;

  private ExecSignals(Engine engine, String container, String tag, @Nullable String user) {
    this.engine = engine;
    this.container = container;
    this.tag = tag;
    this.user = user;
  }

  /** Adds the environment variable to an exec that is not yet created. */
  public static ExecSignals mark(Engine engine, String container, ExecConfig config) {
    String tag = VARIABLE + '=' + HexFormat.of().toHexDigits(new SecureRandom().nextLong());
    List<String> env = new ArrayList<>(config.env == null ? List.of() : config.env);
    env.add(tag);
    config.env = env;
    return new ExecSignals(engine, container, tag, config.user);
  }

  /**
   * Sends a signal to the command of an exec. Waits for a command that is just starting, and does
   * nothing if the command has ended.
   *
   * @throws SignalProxy.Undeliverable if the command cannot be found
   */
  public void send(String exec, String signal) throws IOException {
    if (signal.equals("WINCH")) {
      return; // a TTY gets it with its new size
    }
    for (int i = 0; i < TRIES; i++) {
      if (engine.execs().inspect(exec).hasEnded() || kill(signal)) {
        return;
      }
      LockSupport.parkNanos(PAUSE_NANOS);
    }
    throw new SignalProxy.Undeliverable(
        "cannot forward "
            + signal
            + " to the command: requires sh and grep in the container, and an unchanged user of the"
            + " command");
  }

  private boolean kill(String signal) throws IOException {
    ExecConfig config = new ExecConfig();
    config.user = user;
    config.cmd = List.of("sh", "-c", SCRIPT, "sh", tag, signal);
    config.attachStdout = true;
    config.attachStderr = true;
    String id = engine.execs().create(container, config);
    try (HijackedStream stream =
        engine.execs().start(id, new ExecStart(false, false, null), false)) {
      stream.input().transferTo(OutputStream.nullOutputStream());
    }
    Integer code = engine.execs().inspect(id).exitCode();
    return code != null && code == 0;
  }
}
