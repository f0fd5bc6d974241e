package dev.davit.command.exec;

import dev.davit.attach.AttachSession;
import dev.davit.attach.ExecSignals;
import dev.davit.attach.Output;
import dev.davit.attach.SignalProxy;
import dev.davit.attach.TtyResizer;
import dev.davit.cli.CommandContext;
import dev.davit.cli.CommandException;
import dev.davit.cli.ExitCode;
import dev.davit.command.shared.AttachFlags;
import dev.davit.command.shared.StillRunning;
import dev.davit.engine.Execs;
import dev.davit.engine.http.UnreachableException;
import dev.davit.engine.model.ExecDetails;
import dev.davit.engine.model.ExecStart;
import dev.davit.engine.stream.HijackedStream;
import dev.davit.terminal.Streams;
import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The start of an exec instance with the client's streams attached, for exec and exec-start.
 *
 * @param output whether output is attached
 * @param signals forwards the client's signals; null to forward none
 */
record ExecSession(
    CommandContext in,
    String id,
    boolean tty,
    boolean stdin,
    boolean output,
    @Nullable ExecSignals signals) {
  private static final int PAUSE_NANOS = 100_000_000;

  /** Starts the exec instance and returns its exit code. */
  int run() throws IOException {
    try {
      return runAttached();
    } catch (Streams.BrokenPipe e) {
      throw StillRunning.command(in, id, e);
    }
  }

  private int runAttached() throws IOException {
    ExecStart start = new ExecStart(false, tty, AttachFlags.execConsoleSize(in, tty));
    try (SignalProxy proxy =
            signals == null
                ? null
                : AttachFlags.forwardSignals(in, signal -> signals.send(id, signal), tty);
        HijackedStream stream = in.engine().execs().start(id, start, stdin)) {
      FutureTask<Integer> exit = new FutureTask<>(() -> awaitExit(stream));
      if (!output) {
        Thread.ofPlatform().daemon().name("exec-exit").start(exit);
      }
      if (detached(stream)) {
        throw CommandException.refused("read escape sequence");
      }
      if (!output) {
        return result(exit);
      }
    }
    return exitCode();
  }

  private boolean detached(HijackedStream stream) throws IOException {
    Execs execs = in.engine().execs();
    try (AttachSession session =
            AttachSession.begin(
                in.streams(),
                stream,
                AttachFlags.sessionOptions(in, tty, stdin, Output.all(!tty)));
        TtyResizer resizer =
            tty
                ? TtyResizer.start(in.streams(), (rows, columns) -> execs.resize(id, rows, columns))
                : null) {
      return session.finish();
    }
  }

  private int exitCode() throws IOException {
    Integer code;
    try {
      code = in.engine().execs().inspect(id).exitCode();
    } catch (UnreachableException e) {
      if (in.engine().isThere()) {
        throw e;
      }
      throw new CommandException(
          "the connection to the engine was lost while the command was running",
          ExitCode.ENGINE_LOST,
          e);
    }
    if (code == null) {
      throw new IOException("the connection to the command was lost while it was running");
    }
    return code;
  }

  /**
   * Waits for the exit without attached output. dockerd then closes the connection when standard
   * input ends, before or after the exit, and the API has no endpoint to wait for an exec.
   */
  private int awaitExit(HijackedStream stream) throws IOException {
    try {
      while (true) {
        ExecDetails exec = in.engine().execs().inspect(id);
        Integer code = exec.exitCode();
        if (code != null && exec.hasEnded()) {
          return code;
        }
        LockSupport.parkNanos(PAUSE_NANOS);
      }
    } finally {
      stream.endInput();
    }
  }

  private static int result(FutureTask<Integer> exit) throws IOException {
    try {
      return exit.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException failure) {
        throw failure;
      }
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e); // this thread is never interrupted
    }
  }
}
