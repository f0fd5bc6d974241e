package dev.davit.cli.command;

import dev.davit.cli.Command;
import dev.davit.cli.CommandException;
import dev.davit.cli.ExitCode;
import dev.davit.cli.Invocation;
import dev.davit.cli.Usage;
import dev.davit.cli.complete.Argument;
import dev.davit.cli.flags.CommonFlags;
import dev.davit.cli.flags.EnvFlags;
import dev.davit.cli.flags.Flag;
import dev.davit.cli.flags.FlagValues;
import dev.davit.engine.Engine;
import dev.davit.engine.Execs;
import dev.davit.engine.HijackedStream;
import dev.davit.engine.model.ExecConfig;
import dev.davit.engine.model.ExecStart;
import dev.davit.session.AttachSession;
import dev.davit.session.TtyResizer;
import java.io.IOException;
import java.util.List;

/** {@code davit exec}: mirrors cli/command/container/exec.go. */
public final class ExecCommand implements Command {
  private static final Flag<Boolean> DETACH =
      Flag.bool("detach", 'd', "Leave the command running in the background");
  private static final Flag<Boolean> INTERACTIVE =
      Flag.bool("interactive", 'i', "Pass our standard input to the command");
  private static final Flag<Boolean> PRIVILEGED =
      Flag.bool("privileged", "Give the command every privilege");
  private static final Flag<Boolean> TTY = Flag.bool("tty", 't', "Give the command a terminal");
  private static final Flag<String> USER =
      Flag.string("user", 'u', "User to run it as: NAME|UID[:GROUP|GID]");
  private static final Flag<String> WORKDIR =
      Flag.string("workdir", 'w', "Folder in the container to run it in").since(1, 35);

  @Override
  public Usage usage() {
    return Usage.commandLine(2, "[OPTIONS] CONTAINER COMMAND [ARG...]");
  }

  @Override
  public List<Flag<?>> flags() {
    return List.of(
        DETACH,
        CommonFlags.DETACH_KEYS,
        EnvFlags.ENV.variant().since(1, 25),
        EnvFlags.ENV_FILE.variant().since(1, 25),
        INTERACTIVE,
        PRIVILEGED,
        TTY,
        USER,
        WORKDIR);
  }

  @Override
  public Argument argument(int place, FlagValues given) {
    return place == 0 ? Argument.UNFROZEN_CONTAINER : Argument.NOTHING;
  }

  @Override
  public int run(Invocation in) throws IOException {
    ExecConfig config = config(in);
    Engine engine = in.engine();
    String container = in.args().getFirst();
    // so that "no such container" wins over "not a TTY", and no exec is left behind after it
    engine.containers().inspect(container);
    if (!in.get(DETACH)) {
      in.requireTerminal(in.get(INTERACTIVE), in.get(TTY));
      in.checkDetachKeys();
    }
    config.consoleSize = in.get(TTY) ? in.consoleSize() : null;
    String id = engine.execs().create(container, config);
    ExecStart start = new ExecStart(in.get(DETACH), in.get(TTY), config.consoleSize);
    if (in.get(DETACH)) {
      engine.execs().startDetached(id, start);
      return ExitCode.SUCCESS;
    }
    try (HijackedStream stream = engine.execs().start(id, start)) {
      if (detached(in, id, stream)) {
        throw CommandException.refused("read escape sequence");
      }
    }
    return exitCode(engine, id);
  }

  private static boolean detached(Invocation in, String id, HijackedStream stream)
      throws IOException {
    Execs execs = in.engine().execs();
    try (AttachSession session =
            AttachSession.begin(
                in.streams(), stream, in.sessionOptions(in.get(TTY), in.get(INTERACTIVE), true));
        TtyResizer resizer =
            in.get(TTY)
                ? TtyResizer.start(in.streams(), (rows, columns) -> execs.resize(id, rows, columns))
                : null) {
      return session.finish();
    }
  }

  private static ExecConfig config(Invocation in) {
    ExecConfig config = new ExecConfig();
    config.user = in.get(USER);
    config.privileged = in.get(PRIVILEGED);
    config.tty = in.get(TTY);
    config.cmd = in.args().subList(1, in.args().size());
    config.workingDir = in.get(WORKDIR);
    config.detachKeys = in.detachKeys();
    config.env = env(in);
    config.detach = in.get(DETACH);
    boolean attached = !in.get(DETACH);
    config.attachStdin = attached && in.get(INTERACTIVE);
    config.attachStdout = attached;
    config.attachStderr = attached;
    return config;
  }

  private static List<String> env(Invocation in) {
    try {
      return EnvFlags.read(in.flags(), in.app().env(), in.app().cwd());
    } catch (IllegalArgumentException e) {
      throw CommandException.refused(String.valueOf(e.getMessage()));
    }
  }

  private static int exitCode(Engine engine, String id) throws IOException {
    Integer code = engine.execs().inspect(id).exitCode();
    if (code == null) {
      throw new IOException("the connection to the command was lost while it was running");
    }
    return code;
  }
}
