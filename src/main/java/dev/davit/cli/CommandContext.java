package dev.davit.cli;

import dev.davit.cli.flags.Flag;
import dev.davit.cli.flags.FlagValues;
import dev.davit.config.ConfigFile;
import dev.davit.context.Contexts;
import dev.davit.credentials.CredentialStore;
import dev.davit.engine.Engine;
import dev.davit.engine.socket.EngineAddress;
import dev.davit.terminal.Streams;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The command being run: its flags and arguments, its streams, and the way to the engine. */
public final class CommandContext {
  private final ProcessEnvironment app;
  private final String path;
  private final FlagValues flags;
  private final List<String> args;
  private final EngineProvider connection;

  CommandContext(
      ProcessEnvironment app,
      String path,
      FlagValues flags,
      List<String> args,
      EngineProvider connection) {
    this.app = app;
    this.path = path;
    this.flags = flags;
    this.args = args;
    this.connection = connection;
  }

  public ProcessEnvironment app() {
    return app;
  }

  public Streams streams() {
    return app.streams();
  }

  /** The command as messages name it: {@code davit container ls}. */
  public String path() {
    return path;
  }

  public FlagValues flags() {
    return flags;
  }

  public <T extends @Nullable Object> T get(Flag<T> flag) {
    return flags.get(flag);
  }

  /** The arguments that are not flags. */
  public List<String> args() {
    return args;
  }

  /**
   * The engine that flags, environment and configuration name; nothing is sent before it is used.
   */
  public Engine engine() {
    return connection.engine();
  }

  /** The address of the engine; nothing is sent to it. */
  public EngineAddress address() {
    return connection.choice().address();
  }

  /** The operating system of the engine; empty where it doesn't say. */
  public String osType() {
    return connection.osType();
  }

  /** The name of the context in use, {@code default} where an address was given. */
  public String contextName() {
    return connection.choice().context();
  }

  /** All contexts, whether there is an engine or not. */
  public Contexts contexts() {
    return connection.contexts();
  }

  /** The credentials for registries that config.json leads to. */
  public CredentialStore credentials() {
    return new CredentialStore(config(), app.env(), streams().err());
  }

  public ConfigFile config() {
    return connection.config();
  }
}
