package dev.davit.cli;

import dev.davit.cli.flags.Flag;
import dev.davit.cli.flags.FlagValues;
import dev.davit.config.ConfigFile;
import dev.davit.context.Contexts;
import dev.davit.credentials.CredentialStore;
import dev.davit.engine.Engine;
import dev.davit.engine.http.Timeouts;
import dev.davit.engine.socket.EngineAddress;
import dev.davit.format.Lines;
import dev.davit.gotypes.Timestamps;
import dev.davit.io.FileError;
import dev.davit.io.WholeFile;
import dev.davit.output.JointOutput;
import dev.davit.plugin.Plugins;
import dev.davit.terminal.Confirmation;
import dev.davit.terminal.Streams;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The context of a running command: its flags and arguments, the streams, and the engine. */
public final class CommandContext {
  private final ProcessEnvironment app;
  private final Level level;
  private final FlagValues flags;
  private final List<String> args;
  private final EngineProvider connection;
  private final @Nullable JointOutput joint;

  private CommandContext(
      ProcessEnvironment app,
      Level level,
      FlagValues flags,
      List<String> args,
      EngineProvider connection,
      @Nullable JointOutput joint) {
    this.app = app;
    this.level = level;
    this.flags = flags;
    this.args = args;
    this.connection = connection;
    this.joint = joint;
  }

  /** Creates the context of a command line, of which a level is the last one. */
  static CommandContext of(ProcessEnvironment app, Level level, EngineProvider connection) {
    return new CommandContext(app, level, level.values(), level.arguments(), connection, null);
  }

  /** Returns this context with other positional arguments. */
  public CommandContext withArgs(List<String> others) {
    return new CommandContext(app, level, flags, others, connection, joint);
  }

  /** Returns this context with other values of the command's flags. */
  public CommandContext withFlags(FlagValues others) {
    return new CommandContext(app, level, others, args, connection, joint);
  }

  /** Runs a command on the engine of a docker context; returns the exit code. */
  public int runOn(String name, Command command, Timeouts limits) throws IOException {
    try (EngineProvider other = connection.onContext(app, name, limits)) {
      return run(command, app, other, joint);
    }
  }

  /**
   * Runs a command on the engine of a docker context, as one of several; prints a failure, and
   * returns the exit code.
   *
   * @param name the name of the context; empty for the current engine
   */
  public int runOn(
      String name, Command command, Streams streams, Timeouts limits, JointOutput shared) {
    ProcessEnvironment here = app.with(streams);
    try (EngineProvider other = connection.onContext(here, name, limits)) {
      return run(command, here, other, shared);
    } catch (IOException | RuntimeException | Error e) {
      return Failures.report(e, here, isDebug());
    }
  }

  private int run(
      Command command, ProcessEnvironment here, EngineProvider engine, @Nullable JointOutput shared)
      throws IOException {
    int exitCode = ExitCode.FAILURE;
    try {
      engine.begin(level);
      exitCode = command.run(new CommandContext(here, level, flags, args, engine, shared));
      return exitCode;
    } catch (IOException | RuntimeException | Error e) {
      exitCode = Failures.exitCode(e);
      throw e;
    } finally {
      engine.endAudit(exitCode);
    }
  }

  public ProcessEnvironment app() {
    return app;
  }

  public Streams streams() {
    return app.streams();
  }

  /**
   * Reads a file that a flag or an argument names.
   *
   * @param name a path, or {@code -} for standard input
   */
  public byte[] read(String name) throws FileError {
    return name.equals("-")
        ? WholeFile.read(streams().in(), "standard input")
        : WholeFile.read(app.cwd().physical(name), name);
  }

  /** The command as messages name it: {@code davit container ls}. */
  public String path() {
    return level.path();
  }

  /** The options as typed, each as one word {@code --NAME=VALUE}. */
  public List<String> options() {
    return level.options();
  }

  public FlagValues flags() {
    return flags;
  }

  public <T extends @Nullable Object> T get(Flag<T> flag) {
    return flags.get(flag);
  }

  /** The positional arguments. */
  public List<String> args() {
    return args;
  }

  /** The output of all engines, if the command runs on several; null if it runs on one. */
  public @Nullable JointOutput joint() {
    return joint;
  }

  /** Prints lines; a table becomes a part of the table of all engines. */
  public void print(Lines<?> lines) throws IOException {
    CharSequence rows = joint == null ? null : lines.rows();
    if (joint == null || rows == null) {
      streams().print(lines.text());
    } else {
      joint.table(rows);
    }
  }

  /**
   * Asks for confirmation; for several engines, once.
   *
   * @param subjects a table of what the question is about, printed before it; null for none
   * @param asked the destination of the question
   */
  public boolean isConfirmed(String question, @Nullable Lines<?> subjects, OutputStream asked)
      throws IOException {
    if (joint != null) {
      return joint.isConfirmed(question, subjects == null ? null : subjects.rows());
    }
    if (subjects != null) {
      streams().print(subjects.text());
    }
    return Confirmation.isGiven(streams(), question, asked);
  }

  /** Whether a question can be asked, as standard input and output are terminals. */
  public boolean canAsk() {
    return joint == null ? streams().areTerminals() : joint.canAsk();
  }

  /** Prints names or IDs, each with its line end; those of several engines with their contexts. */
  public void printNames(CharSequence lines) throws IOException {
    if (joint == null) {
      streams().print(lines);
    } else {
      joint.names(lines);
    }
  }

  /** The engine that flags, environment and configuration select; connects at the first request. */
  public Engine engine() {
    return connection.engine();
  }

  /**
   * Returns the engine of a docker context; the caller closes it.
   *
   * @param limits the time limits of the engine
   */
  public Engine engineOf(String context, Timeouts limits) {
    return connection.onContext(app, context, limits).engine();
  }

  /** The address of the engine; sends no request. */
  public EngineAddress address() {
    return connection.choice().address();
  }

  /** The operating system of the engine ({@code OSType} of {@code /_ping}); empty if unknown. */
  public String osType() {
    return connection.osType();
  }

  /** The name of the context in use; {@code default} if an address was given. */
  public String contextName() {
    return connection.choice().context();
  }

  /** Whether {@code --host} or {@code --context} selects the engine. */
  public boolean hasEngineFlag() {
    return connection.hasEngineFlag();
  }

  /** The time limits of the engine. */
  public Timeouts timeouts() {
    return connection.timeouts();
  }

  /** Whether {@code --debug} is given. */
  public boolean isDebug() {
    return connection.isDebug();
  }

  /** All contexts; needs no engine. */
  public Contexts contexts() {
    return connection.contexts();
  }

  /** The credentials for registries, in the stores that config.json names. */
  public CredentialStore credentials() {
    return new CredentialStore(config(), app.env(), streams().err());
  }

  /** Returns the parser of times and durations in flags, by the client's clock and time zone. */
  public Timestamps timestamps() {
    return new Timestamps(app.clock(), app.env().get("TZ"));
  }

  /** The plugins; searches for them at each call of a method. */
  public Plugins plugins() {
    return connection.plugins();
  }

  public ConfigFile config() {
    return connection.config();
  }
}
