package dev.davit.cli.command;

import dev.davit.cli.Command;
import dev.davit.cli.CommandException;
import dev.davit.cli.Invocation;
import dev.davit.cli.Usage;
import dev.davit.cli.complete.Argument;
import dev.davit.cli.flags.CommonFlags;
import dev.davit.cli.flags.Flag;
import dev.davit.cli.flags.FlagValues;
import dev.davit.engine.Containers;
import dev.davit.engine.Containers.AttachOptions;
import dev.davit.engine.HijackedStream;
import dev.davit.engine.PendingWait;
import dev.davit.engine.WaitCondition;
import dev.davit.engine.model.ContainerDetails;
import dev.davit.session.AttachSession;
import dev.davit.session.SignalProxy;
import dev.davit.session.TtyResizer;
import java.io.IOException;
import java.util.List;

/** {@code davit attach}: mirrors cli/command/container/attach.go. */
public final class AttachCommand implements Command {
  private static final Flag<Boolean> NO_STDIN =
      Flag.bool("no-stdin", "Keep our standard input to ourselves");

  @Override
  public Usage usage() {
    return Usage.exactly(1, "[OPTIONS] CONTAINER");
  }

  @Override
  public List<Flag<?>> flags() {
    return List.of(CommonFlags.DETACH_KEYS, NO_STDIN, CommonFlags.SIG_PROXY);
  }

  @Override
  public Argument argument(int place, FlagValues given) {
    return place == 0 ? Argument.UNFROZEN_CONTAINER : Argument.NOTHING;
  }

  @Override
  public int run(Invocation in) throws IOException {
    Containers containers = in.engine().containers();
    ContainerDetails container = containers.inspect(in.args().getFirst());
    requireRunning(container.state());
    boolean tty = container.config().tty();
    in.requireTerminal(!in.get(NO_STDIN), tty);
    boolean stdin = !in.get(NO_STDIN) && container.config().openStdin();
    AttachSession.Options options = in.sessionOptions(tty, stdin, true);
    String id = container.id();
    try (SignalProxy signals = tty ? null : in.signalProxy(id, false);
        PendingWait wait = containers.waitFor(id, WaitCondition.NOT_RUNNING);
        HijackedStream stream =
            containers.attach(id, new AttachOptions(stdin, true, true, false, in.detachKeys()))) {
      join(in, id, stream, options);
      return wait.exitCode();
    }
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

  private static void join(
      Invocation in, String id, HijackedStream stream, AttachSession.Options options)
      throws IOException {
    Containers containers = in.engine().containers();
    boolean detached;
    try (AttachSession session = AttachSession.begin(in.streams(), stream, options);
        TtyResizer resizer =
            options.tty()
                ? TtyResizer.redrawing(
                    in.streams(), (rows, columns) -> containers.resize(id, rows, columns))
                : null) {
      detached = session.finish();
    }
    if (detached) {
      throw CommandException.refused("read escape sequence");
    }
  }
}
