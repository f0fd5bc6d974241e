package dev.davit.command.container;

import dev.davit.attach.AttachSession;
import dev.davit.attach.Output;
import dev.davit.attach.SignalProxy;
import dev.davit.attach.TtyResizer;
import dev.davit.cli.CommandContext;
import dev.davit.cli.CommandException;
import dev.davit.cli.ExitCode;
import dev.davit.command.shared.AttachFlags;
import dev.davit.command.shared.StillRunning;
import dev.davit.engine.AttachOptions;
import dev.davit.engine.Containers;
import dev.davit.engine.Engine;
import dev.davit.engine.PendingWait;
import dev.davit.engine.WaitCondition;
import dev.davit.engine.stream.HijackedStream;
import dev.davit.terminal.Streams;
import java.io.IOException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The start of a container with the client's streams attached, for {@code run} and {@code start
 * -a}. Attaches and waits before the start, so that neither output nor exit is missed.
 *
 * @param autoRemove whether the engine removes the container when it exits
 * @param signals starts the signal proxy; returns null without one. Called once the engine has
 *     responded, as until then signals must end the client
 */
record AttachedStart(
    CommandContext in,
    String id,
    boolean tty,
    boolean autoRemove,
    AttachOptions attached,
    Supplier<@Nullable SignalProxy> signals) {
  /** Starts the container; reports a failure in the form of the command. */
  interface Start {
    void run() throws IOException;
  }

  /** Runs the container. Returns its exit code, or 0 if the detach keys were typed. */
  int run(Start start) throws IOException {
    try {
      return runAttached(start);
    } catch (Streams.BrokenPipe e) {
      throw StillRunning.container(in, id, e);
    }
  }

  private int runAttached(Start start) throws IOException {
    Containers containers = in.engine().containers();
    Output output = new Output(!tty, attached.stdout(), attached.stderr());
    try (HijackedStream stream = containers.attach(id, attached);
        PendingWait wait = waitFor(in, id, autoRemove);
        SignalProxy proxy = signals.get()) {
      try (AttachSession session =
          AttachSession.begin(
              in.streams(),
              stream,
              AttachFlags.sessionOptions(in, tty, attached.stdin(), output))) {
        start(in, start, wait, autoRemove);
        try (TtyResizer resizer = tty ? resizer() : null) {
          if (!output.isAttached()) {
            return exitCode(session, wait);
          }
          if (session.finish()) {
            return ExitCode.SUCCESS;
          }
        }
      }
      return exitCode(wait);
    }
  }

  /** Waits for the exit code where no output is attached, which would report the exit. */
  private static int exitCode(AttachSession session, PendingWait wait) {
    try {
      Integer exitCode = session.awaitExit(wait);
      return exitCode == null ? ExitCode.SUCCESS : exitCode;
    } catch (IOException e) {
      throw failedWait(e);
    }
  }

  private TtyResizer resizer() {
    Containers containers = in.engine().containers();
    return TtyResizer.start(in.streams(), (rows, columns) -> containers.resize(id, rows, columns));
  }

  /**
   * Begins to wait for the exit. Must be called before the start, as a container can exit at once.
   */
  static PendingWait waitFor(CommandContext in, String id, boolean autoRemove) throws IOException {
    Engine engine = in.engine();
    boolean removal = autoRemove && !engine.ping().isOldPodman();
    return engine
        .containers()
        .waitFor(id, removal ? WaitCondition.REMOVED : WaitCondition.NEXT_EXIT);
  }

  /**
   * Starts the container. If that fails, waits for an automatic removal before the failure is
   * reported.
   */
  static void start(CommandContext in, Start start, PendingWait wait, boolean autoRemove)
      throws IOException {
    try {
      start.run();
    } catch (IOException | CommandException e) {
      if (autoRemove && !in.engine().ping().isOldPodman()) {
        wait.afterFailedStart();
      }
      throw e;
    }
  }

  private static int exitCode(PendingWait wait) {
    try {
      return wait.exitCode();
    } catch (IOException e) {
      throw failedWait(e);
    }
  }

  private static CommandException failedWait(IOException e) {
    return new CommandException(
        "error waiting for container: " + e.getMessage(), ExitCode.NOT_RUN, e);
  }
}
