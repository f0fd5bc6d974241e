package dev.davit.command.container;

import dev.davit.attach.AttachSession;
import dev.davit.attach.Output;
import dev.davit.attach.SignalProxy;
import dev.davit.attach.TtyResizer;
import dev.davit.cli.CommandContext;
import dev.davit.cli.CommandException;
import dev.davit.cli.ExitCode;
import dev.davit.cli.Usage;
import dev.davit.cli.complete.Completer;
import dev.davit.cli.complete.Completers;
import dev.davit.cli.flags.CommonFlags;
import dev.davit.cli.flags.Flag;
import dev.davit.cli.flags.FlagValues;
import dev.davit.command.selection.SelectionFlags;
import dev.davit.command.selection.SingleContainer;
import dev.davit.command.selection.TakesContainer;
import dev.davit.command.shared.AttachFlags;
import dev.davit.command.shared.StillRunning;
import dev.davit.engine.AttachOptions;
import dev.davit.engine.Containers;
import dev.davit.engine.LogsOptions;
import dev.davit.engine.PendingWait;
import dev.davit.engine.WaitCondition;
import dev.davit.engine.http.ApiResponse;
import dev.davit.engine.model.ContainerDetails;
import dev.davit.engine.stream.HijackedStream;
import dev.davit.terminal.Streams;
import java.io.IOException;
import java.util.List;

/**
 * {@code davit attach}: attaches the client's streams to a running container. Mirrors
 * cli/command/container/attach.go.
 */
public final class AttachCommand implements TakesContainer {
  private static final Flag<Boolean> LOGS =
      Flag.bool("logs", "Print the container's previous output first");
  private static final Flag<Boolean> NO_STDERR = Flag.bool("no-stderr", "Do not attach STDERR");
  private static final Flag<Boolean> NO_STDIN = Flag.bool("no-stdin", "Do not attach STDIN");
  private static final Flag<Boolean> NO_STDOUT = Flag.bool("no-stdout", "Do not attach STDOUT");
  private static final Flag<Boolean> NO_STREAM =
      Flag.bool("no-stream", "Exit after the output of --logs instead of streaming");
  private static final Flag<Boolean> WS =
      Flag.bool(
          "ws", "Attach through a WebSocket, for proxies that reject upgraded HTTP connections");

  @Override
  public Usage usage() {
    return Usage.exactly(1, "[OPTIONS] CONTAINER");
  }

  @Override
  public List<Flag<?>> flags() {
    return SelectionFlags.oneWith(
        List.of(
            CommonFlags.DETACH_KEYS,
            LOGS,
            NO_STDERR,
            NO_STDIN,
            NO_STDOUT,
            NO_STREAM,
            CommonFlags.SIG_PROXY,
            WS));
  }

  @Override
  public Completer argument(int place, FlagValues given) {
    return place == 0 ? Completers.UNPAUSED_CONTAINER : Completers.NOTHING;
  }

  @Override
  public int run(CommandContext typed) throws IOException {
    if (typed.get(NO_STREAM) && !typed.get(LOGS)) {
      throw CommandException.refused("--no-stream requires --logs");
    }
    CommandContext in = SingleContainer.resolved(typed);
    return in.get(NO_STREAM) ? showLogs(in) : follow(in);
  }

  /**
   * Prints the output so far, also of a stopped container. Uses the logs endpoint except with
   * {@code --ws}, as Podman does not end an attach to a running container.
   */
  private static int showLogs(CommandContext in) throws IOException {
    Containers containers = in.engine().containers();
    boolean tty = containers.inspect(name(in)).config().tty();
    if (in.get(WS)) {
      try (HijackedStream stream = attach(in, false);
          AttachSession session = begin(in, stream, tty, false, output(in, tty))) {
        session.finish();
      }
      return ExitCode.SUCCESS;
    }
    boolean stdout = !in.get(NO_STDOUT);
    boolean stderr = !in.get(NO_STDERR);
    try (ApiResponse logs = containers.logs(name(in), LogsOptions.all(stdout, stderr))) {
      output(in, tty).copy(logs.body(), in.streams());
    }
    return ExitCode.SUCCESS;
  }

  /** Waits before it attaches, so that the container's exit is not missed. */
  private static int follow(CommandContext in) throws IOException {
    Containers containers = in.engine().containers();
    try (PendingWait wait = beginWait(in, containers)) {
      ContainerDetails container = containers.inspect(name(in));
      requireRunning(container.state());
      boolean tty = container.config().tty();
      AttachFlags.requireTerminal(in, !in.get(NO_STDIN), tty);
      AttachFlags.checkDetachKeys(in);
      boolean stdin = !in.get(NO_STDIN) && container.config().openStdin();
      try (HijackedStream stream = attach(in, stdin);
          SignalProxy signals = tty ? null : AttachFlags.signalProxy(in, name(in), false)) {
        // an attach to a container that has exited meanwhile would wait for its next start
        requireRunning(containers.inspect(name(in)).state());
        return exitCode(in, stream, tty, stdin, wait);
      }
    } catch (Streams.BrokenPipe e) {
      throw StillRunning.container(in, name(in), e);
    }
  }

  /** Begins to wait. If that fails, docker reports the error of its next request, the inspect. */
  private static PendingWait beginWait(CommandContext in, Containers containers)
      throws IOException {
    try {
      return containers.waitFor(name(in), WaitCondition.NOT_RUNNING);
    } catch (IOException e) {
      containers.inspect(name(in));
      throw e;
    }
  }

  private static String name(CommandContext in) {
    return in.args().getFirst();
  }

  private static void requireRunning(ContainerDetails.State state) {
    if (!state.running()) {
      throw CommandException.refused("You cannot attach to a stopped container, start it first");
    }
    if (state.paused()) {
      throw CommandException.refused("You cannot attach to a paused container, unpause it first");
    }
    if (state.restarting()) {
      throw CommandException.refused(
          "You cannot attach to a restarting container, wait until it is running");
    }
  }

  private static HijackedStream attach(CommandContext in, boolean stdin) throws IOException {
    AttachOptions options =
        new AttachOptions(
            stdin,
            !in.get(NO_STDOUT),
            !in.get(NO_STDERR),
            !in.get(NO_STREAM),
            in.get(LOGS),
            AttachFlags.engineDetachKeys(in));
    Containers containers = in.engine().containers();
    return in.get(WS)
        ? containers.attachByWebSocket(name(in), options)
        : containers.attach(name(in), options);
  }

  /** The output to print. A WebSocket carries STDOUT and STDERR as one stream. */
  private static Output output(CommandContext in, boolean tty) {
    boolean stdout = !in.get(NO_STDOUT);
    boolean stderr = !in.get(NO_STDERR);
    return in.get(WS)
        ? new Output(false, stdout || stderr, false)
        : new Output(!tty, stdout, stderr);
  }

  private static AttachSession begin(
      CommandContext in, HijackedStream stream, boolean tty, boolean stdin, Output output) {
    return AttachSession.begin(
        in.streams(), stream, AttachFlags.sessionOptions(in, tty, stdin, output));
  }

  private static int exitCode(
      CommandContext in, HijackedStream stream, boolean tty, boolean stdin, PendingWait wait)
      throws IOException {
    Containers containers = in.engine().containers();
    Output output = output(in, tty);
    Integer exitCode = null;
    boolean detached;
    try (AttachSession session = begin(in, stream, tty, stdin, output);
        TtyResizer resizer =
            tty
                ? TtyResizer.redrawing(
                    in.streams(), (rows, columns) -> containers.resize(name(in), rows, columns))
                : null) {
      if (output.isAttached()) {
        detached = session.finish();
      } else {
        exitCode = session.awaitExit(wait);
        detached = exitCode == null;
      }
    }
    if (detached) {
      throw CommandException.refused("read escape sequence");
    }
    return exitCode == null ? wait.exitCode() : exitCode;
  }
}
