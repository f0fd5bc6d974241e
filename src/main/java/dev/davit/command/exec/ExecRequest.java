package dev.davit.command.exec;

import dev.davit.attach.ExecSignals;
import dev.davit.cli.CommandContext;
import dev.davit.cli.CommandException;
import dev.davit.cli.complete.Completer;
import dev.davit.cli.flags.CommonFlags;
import dev.davit.cli.flags.EnvFlags;
import dev.davit.cli.flags.Flag;
import dev.davit.cli.flags.ProcessFlags;
import dev.davit.command.selection.SelectionFlags;
import dev.davit.command.shared.AttachFlags;
import dev.davit.engine.model.ExecConfig;
import dev.davit.opts.StreamName;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The request of exec and exec-create to create an exec instance. */
record ExecRequest(CommandContext in, ExecConfig config) {
  private static final Flag<List<String>> ATTACH =
      Flag.list(
              "attach",
              'a',
              "list",
              StreamName::parse,
              "Attach only the given streams of the command: STDIN, STDOUT, STDERR")
          .completes(Completer.words("stderr stdin stdout"));
  static final Flag<Boolean> INTERACTIVE =
      Flag.bool("interactive", 'i', "Attach the client's STDIN to the command");
  private static final Flag<Boolean> PRIVILEGED =
      Flag.bool("privileged", "Give the command all capabilities and access to all host devices");
  private static final Flag<String> USER =
      Flag.string(
          "user",
          'u',
          "User and group of the command: NAME|UID[:GROUP|GID] (default: the container's)");
  private static final Flag<String> WORKDIR =
      Flag.string("workdir", 'w', "Working directory of the command inside the container")
          .since(1, 35);

  private static final List<Flag<?>> FLAGS =
      List.of(
          ATTACH,
          CommonFlags.DETACH_KEYS,
          EnvFlags.ENV.variant().since(1, 25),
          EnvFlags.ENV_FILE.variant().since(1, 25),
          INTERACTIVE,
          PRIVILEGED,
          ProcessFlags.TTY,
          USER,
          WORKDIR);

  /** The flags of the request and of the command itself, sorted by name. */
  static List<Flag<?>> flagsWith(Flag<?>... own) {
    return SelectionFlags.oneWith(Stream.concat(Stream.of(own), FLAGS.stream()).toList());
  }

  /**
   * Reads the flags.
   *
   * @param attached whether streams may be attached
   */
  static ExecRequest of(CommandContext in, boolean attached) {
    ExecConfig config = new ExecConfig();
    config.user = in.get(USER);
    config.privileged = in.get(PRIVILEGED);
    config.tty = AttachFlags.isTty(in);
    config.cmd = in.args().subList(1, in.args().size());
    config.workingDir = in.get(WORKDIR);
    config.detachKeys = AttachFlags.engineDetachKeys(in);
    config.env = env(in);
    config.detach = !attached;
    List<String> attach = in.get(ATTACH);
    config.attachStdin = attached && (in.get(INTERACTIVE) || attach.contains("stdin"));
    config.attachStdout = attached && (attach.isEmpty() || attach.contains("stdout"));
    config.attachStderr = attached && (attach.isEmpty() || attach.contains("stderr"));
    return new ExecRequest(in, config);
  }

  private static List<String> env(CommandContext in) {
    try {
      return EnvFlags.read(in.flags(), in.app().env(), in.app().cwd());
    } catch (IllegalArgumentException e) {
      throw CommandException.refused(String.valueOf(e.getMessage()));
    }
  }

  boolean tty() {
    return Boolean.TRUE.equals(config.tty);
  }

  boolean stdin() {
    return Boolean.TRUE.equals(config.attachStdin);
  }

  /**
   * Returns the session that starts the exec instance with the client's streams attached.
   *
   * @param signals forwards signals; null to forward none
   */
  ExecSession session(String id, @Nullable ExecSignals signals) {
    boolean output =
        Boolean.TRUE.equals(config.attachStdout) || Boolean.TRUE.equals(config.attachStderr);
    return new ExecSession(in, id, tty(), stdin(), output, signals);
  }

  /**
   * Fails for a missing container before the terminal is checked, in docker's order, so that no
   * unused exec instance remains.
   */
  void requireContainer() throws IOException {
    in.engine().containers().inspect(container());
  }

  String container() {
    return in.args().getFirst();
  }

  /** Creates the exec instance and returns its ID. */
  String create() throws IOException {
    config.consoleSize = AttachFlags.execConsoleSize(in, tty());
    return in.engine().execs().create(container(), config);
  }
}
