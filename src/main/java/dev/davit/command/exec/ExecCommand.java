package dev.davit.command.exec;

import dev.davit.attach.ExecSignals;
import dev.davit.cli.CommandContext;
import dev.davit.cli.ExitCode;
import dev.davit.cli.Usage;
import dev.davit.cli.complete.Completer;
import dev.davit.cli.complete.Completers;
import dev.davit.cli.flags.Flag;
import dev.davit.cli.flags.FlagValues;
import dev.davit.cli.flags.ProcessFlags;
import dev.davit.command.selection.SingleContainer;
import dev.davit.command.selection.TakesContainer;
import dev.davit.command.shared.AttachFlags;
import dev.davit.engine.model.ExecStart;
import dev.davit.opts.TtyChoice;
import java.io.IOException;
import java.util.List;

/**
 * {@code davit exec}: runs a command in a running container. Mirrors cli/command/container/exec.go.
 */
public final class ExecCommand implements TakesContainer {
  private static final Flag<Boolean> DETACH =
      Flag.bool("detach", 'd', "Run the command in the background");
  private static final Flag<Boolean> SIG_PROXY =
      Flag.bool("sig-proxy", "Forward signals to the command (needs sh and grep in the container)");

  @Override
  public Usage usage() {
    return Usage.commandLine(2, "[OPTIONS] CONTAINER COMMAND [ARG...]");
  }

  @Override
  public List<Flag<?>> flags() {
    return ExecRequest.flagsWith(DETACH, SIG_PROXY);
  }

  @Override
  public Completer argument(int place, FlagValues given) {
    return place == 0 ? Completers.UNPAUSED_CONTAINER : Completers.NOTHING;
  }

  @Override
  public String needsOneEngine(CommandContext in) {
    return in.get(ExecRequest.INTERACTIVE) || in.get(ProcessFlags.TTY) != TtyChoice.NO
        ? "--interactive and --tty need one engine"
        : "";
  }

  @Override
  public int run(CommandContext typed) throws IOException {
    CommandContext in = SingleContainer.resolved(typed);
    ExecRequest request = ExecRequest.of(in, !in.get(DETACH));
    request.requireContainer();
    if (in.get(DETACH)) {
      ExecStart start =
          new ExecStart(true, request.tty(), AttachFlags.execConsoleSize(in, request.tty()));
      in.engine().execs().startDetached(request.create(), start);
      return ExitCode.SUCCESS;
    }
    AttachFlags.requireTerminal(in, request.stdin(), request.tty());
    AttachFlags.checkDetachKeys(in);
    ExecSignals signals =
        in.get(SIG_PROXY)
            ? ExecSignals.mark(in.engine(), request.container(), request.config())
            : null;
    return request.session(request.create(), signals).run();
  }
}
