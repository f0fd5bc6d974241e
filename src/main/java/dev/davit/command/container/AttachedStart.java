package dev.davit.command.container;

import dev.davit.attach.AttachSession;
import dev.davit.attach.Output;
import dev.davit.attach.SignalProxy;
import dev.davit.attach.TtyResizer;
import dev.davit.cli.CommandContext;
import dev.davit.cli.CommandException;
import dev.davit.cli.ExitCode;
import dev.davit.command.shared.AttachFlags;
import dev.davit.engine.AttachOptions;
import dev.davit.engine.Containers;
import dev.davit.engine.Engine;
import dev.davit.engine.PendingWait;
import dev.davit.engine.WaitCondition;
import dev.davit.engine.stream.HijackedStream;
import java.io.IOException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A container started with our streams joined to it: what {@code run} and {@code start -a} have in
 * common. Both attach and wait before the start, so that neither output nor exit is missed.
 *
 * @param autoRemove whether the engine removes it when it ends
 * @param signals begins to pass signals on, if they are to be; before there is something to start,
 *     as with an engine that hangs, they end us
 */
record AttachedStart(
    CommandContext in,
    String id,
    boolean tty,
    boolean autoRemove,
    AttachOptions attached,
    Supplier<@Nullable SignalProxy> signals) {
  /** What starts it, and reports a failure in the command's own way. */
  interface Start {
    void run() throws IOException;
  }

  /** Returns the container's exit code, or success when the detach keys were pressed. */
  int run(Start start) throws IOException {
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

  /** Without output nothing but the wait reports the container's end. */
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

  /** To be asked for before the start, so that the end of a short life is not missed. */
  static PendingWait waitFor(CommandContext in, String id, boolean autoRemove) throws IOException {
    Engine engine = in.engine();
    boolean removal = autoRemove && !engine.ping().isOldPodman();
    return engine
        .containers()
        .waitFor(id, removal ? WaitCondition.REMOVED : WaitCondition.NEXT_EXIT);
  }

  /** A container that is removed by itself is gone when a failed start is reported. */
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
