package dev.davit.cli;

import dev.davit.attach.AttachSession;
import dev.davit.attach.Output;
import dev.davit.attach.SignalProxy;
import dev.davit.cli.flags.CommonFlags;
import dev.davit.cli.flags.Flag;
import dev.davit.cli.flags.FlagValues;
import dev.davit.cli.flags.ProcessFlags;
import dev.davit.config.ConfigFile;
import dev.davit.context.Contexts;
import dev.davit.credentials.CredentialStore;
import dev.davit.engine.Engine;
import dev.davit.engine.http.ApiVersion;
import dev.davit.opts.DetachKeys;
import dev.davit.terminal.Streams;
import dev.davit.terminal.WindowSize;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One command being carried out: its words, taken apart, and the way to the engine. */
public final class CommandContext {
  private static final String DEFAULT_DETACH_KEYS = "ctrl-p,ctrl-q";

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

  /** The proxy variables that config.json adds to a new container, beside those given by name. */
  public Map<String, String> proxies(Set<String> given) {
    return connection.proxies(given);
  }

  public ConfigFile config() {
    return connection.config();
  }

  /** A mistake that is only seen once the flags are put together, as run and create report it. */
  public CommandException refused(String message) {
    return new CommandException(withHint(message), ExitCode.NOT_RUN);
  }

  /** A failure of run, with the exit code that its message tells. */
  public CommandException failedRun(IOException e) {
    String message = String.valueOf(e.getMessage());
    return new CommandException(withHint(message), ExitCode.ofRun(message), e);
  }

  /** Whether {@code --tty} asks for a TTY. */
  public boolean isTty() {
    return get(ProcessFlags.TTY).isTty(streams().areTerminals());
  }

  /** Refuses to attach our standard input to a TTY when it is none itself. */
  public void requireTerminal(boolean stdin, boolean tty) {
    if (stdin && tty && !streams().inIsTerminal()) {
      // a line of its own: scripts know docker's
      String wayOut =
          flags.given(ProcessFlags.TTY)
              ? "\nuse --tty=auto to allocate a TTY only if STDIN and STDOUT are terminals"
              : "";
      throw CommandException.refused("the input device is not a TTY" + wayOut);
    }
  }

  /** Passes our signals on to a container from here on, unless that is turned off. */
  public @Nullable SignalProxy signalProxy(String id, boolean tty) {
    return get(CommonFlags.SIG_PROXY) ? alwaysProxySignals(id, tty) : null;
  }

  /** Passes our signals on to a container from here on. */
  public SignalProxy alwaysProxySignals(String id, boolean tty) {
    return passSignals(signal -> engine().containers().kill(id, signal), tty);
  }

  /** Passes our signals on to whatever takes them from here on. */
  public SignalProxy passSignals(SignalProxy.Receiver receiver, boolean tty) {
    return SignalProxy.start(receiver, tty, streams(), app.exit());
  }

  /** The size of our terminal as the API takes it; null where there is none. */
  public @Nullable List<Integer> consoleSize() {
    WindowSize size = streams().outSize();
    return size.isKnown() ? List.of(size.rows(), size.columns()) : null;
  }

  /** The same for an exec, which takes it with a TTY only, and only since API 1.42. */
  public @Nullable List<Integer> execConsoleSize(boolean tty) throws IOException {
    return tty && !engine().apiVersion().isBefore(new ApiVersion(1, 42)) ? consoleSize() : null;
  }

  /** The keys that detach: of the flag, else of config.json, else null for the default ones. */
  private @Nullable String detachKeys() {
    String keys = get(CommonFlags.DETACH_KEYS);
    return keys.isEmpty() ? config().detachKeys().orElse(null) : keys;
  }

  /** The same as the engine is to be told them. */
  public @Nullable String engineDetachKeys() {
    String keys = detachKeys();
    return DetachKeys.isNone(keys) ? DetachKeys.NEVER_TYPED : keys;
  }

  /** Refuses keys that there aren't, before anything is made that could not be attached to. */
  public void checkDetachKeys() {
    parsedDetachKeys();
  }

  private DetachKeys parsedDetachKeys() {
    String keys = Objects.requireNonNullElse(detachKeys(), DEFAULT_DETACH_KEYS);
    try {
      return DetachKeys.parse(keys);
    } catch (IllegalArgumentException e) {
      throw new CommandException(
          "invalid detach keys (" + keys + "): " + e.getMessage(), ExitCode.FAILURE, e);
    }
  }

  /** Which of the client's streams are attached to a container's, and how. */
  public AttachSession.Options sessionOptions(boolean tty, boolean stdin, Output output) {
    boolean raw = app.env().getOrDefault("NORAW", "").isEmpty();
    return new AttachSession.Options(tty, stdin, output, parsedDetachKeys(), raw);
  }

  private String withHint(String message) {
    return app.name() + ": " + message + "\n\nRun '" + path + " --help' for more information";
  }
}
