package dev.davit.command.exec;

import dev.davit.cli.Command;
import dev.davit.cli.CommandContext;
import dev.davit.cli.CommandException;
import dev.davit.cli.ExitCode;
import dev.davit.cli.Usage;
import dev.davit.cli.flags.CommonFlags;
import dev.davit.cli.flags.Flag;
import dev.davit.command.shared.AttachFlags;
import dev.davit.engine.Execs;
import dev.davit.engine.model.ExecDetails;
import dev.davit.engine.model.ExecStart;
import java.io.IOException;
import java.util.List;

/**
 * {@code davit exec-start}: starts an exec instance of {@code exec-create} and attaches the
 * client's streams ({@code POST /exec/{id}/start}).
 */
public final class ExecStartCommand implements Command {
  private static final Flag<Boolean> DETACH =
      Flag.bool("detach", 'd', "Run the command in the background");

  @Override
  public Usage usage() {
    return Usage.exactly(1, "[OPTIONS] EXEC");
  }

  @Override
  public List<Flag<?>> flags() {
    return List.of(DETACH, CommonFlags.DETACH_KEYS);
  }

  @Override
  public int run(CommandContext in) throws IOException {
    Execs execs = in.engine().execs();
    String id = in.args().getFirst();
    ExecDetails exec = execs.inspect(id);
    if (exec.hasRun()) {
      throw CommandException.refused("Exec command " + id + " has already run");
    }
    boolean tty = exec.processConfig().tty();
    if (in.get(DETACH)) {
      execs.startDetached(id, new ExecStart(true, tty, AttachFlags.execConsoleSize(in, tty)));
      return ExitCode.SUCCESS;
    }
    AttachFlags.requireTerminal(in, exec.openStdin(), tty);
    AttachFlags.checkDetachKeys(in);
    return new ExecSession(
            in, id, tty, exec.openStdin(), exec.openStdout() || exec.openStderr(), null)
        .run();
  }
}
