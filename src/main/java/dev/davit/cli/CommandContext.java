package dev.davit.cli;

import dev.davit.cli.flags.Flag;
import dev.davit.cli.flags.FlagValues;
import dev.davit.config.ConfigFile;
import dev.davit.context.Contexts;
import dev.davit.credentials.CredentialStore;
import dev.davit.engine.Engine;
import dev.davit.engine.socket.EngineAddress;
import dev.davit.gotypes.Timestamps;
import dev.davit.io.FileError;
import dev.davit.io.WholeFile;
import dev.davit.plugin.Plugins;
import dev.davit.terminal.Streams;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The context of a running command: its flags and arguments, the streams, and the engine. */
public final class CommandContext {
  private final ProcessEnvironment app;
  private final String path;
  private final Supplier<List<String>> options;
  private final FlagValues flags;
  private final List<String> args;
  private final EngineProvider connection;

  CommandContext(
      ProcessEnvironment app,
      String path,
      Supplier<List<String>> options,
      FlagValues flags,
      List<String> args,
      EngineProvider connection) {
    this.app = app;
    this.path = path;
    this.options = options;
    this.flags = flags;
    this.args = args;
    this.connection = connection;
  }

  /** Returns this context with other positional arguments. */
  public CommandContext withArgs(List<String> others) {
    return new CommandContext(app, path, options, flags, others, connection);
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
    return path;
  }

  /** The options as typed, each as one word {@code --NAME=VALUE}. */
  public List<String> options() {
    return options.get();
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

  /** The engine that flags, environment and configuration select; connects at the first request. */
  public Engine engine() {
    return connection.engine();
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
