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
 * Signals for the command of an exec, which the API has no call for: a second exec looks for it in
 * the container's {@code /proc}, by a variable that its environment was given, and kills it. That
 * needs {@code sh} and {@code grep} there, and that the command still runs as its user.
 */
public final class ExecSignals {
  private static final String VARIABLE = "DAVIT_EXEC";
  private static final int TRIES = 10;
  private static final int PAUSE_NANOS = 100_000_000;

  /** The command's children inherit the variable: it is the one whose parent is without. */
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

  /** Marks a command that is to get signals, before it is put into the container. */
  public static ExecSignals mark(Engine engine, String container, ExecConfig config) {
    String tag = VARIABLE + '=' + HexFormat.of().toHexDigits(new SecureRandom().nextLong());
    List<String> env = new ArrayList<>(config.env == null ? List.of() : config.env);
    env.add(tag);
    config.env = env;
    return new ExecSignals(engine, container, tag, config.user);
  }

  /**
   * Sends a signal to the command of an exec; to one that has only just begun as soon as it is
   * there, to one that has ended none.
   *
   * @throws SignalProxy.Undeliverable if it cannot be found
   */
  public void send(String exec, String signal) throws IOException {
    if (signal.equals("WINCH")) {
      return; // a TTY's size says so
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
