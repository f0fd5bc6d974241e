package dev.davit.cli;

import dev.davit.audit.AuditLog;
import dev.davit.cli.flags.Flag;
import dev.davit.cli.flags.FlagValues;
import dev.davit.config.ConfigFile;
import dev.davit.context.ClientProxy;
import dev.davit.context.ContextStore;
import dev.davit.context.Contexts;
import dev.davit.context.CurlOptions;
import dev.davit.context.EndpointResolver;
import dev.davit.engine.Engine;
import dev.davit.engine.http.ApiVersion;
import dev.davit.engine.http.EngineOptions;
import dev.davit.engine.http.RequestLog;
import dev.davit.engine.http.Timeouts;
import dev.davit.engine.socket.EngineAddress;
import dev.davit.engine.tls.Tls;
import dev.davit.plugin.Plugins;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Provides the engine and the configuration of one command; both are loaded at their first use. */
final class EngineProvider implements Closeable {
  private final ProcessEnvironment app;
  private final CommandNode root;
  private final FlagValues globals;
  private final @Nullable Timeouts timeouts;
  private @Nullable ConfigFile config;
  private @Nullable EndpointResolver choice;
  private @Nullable Engine engine;
  private @Nullable AuditLog audit;

  EngineProvider(ProcessEnvironment app, CommandNode root, FlagValues globals) {
    this(app, root, globals, null);
  }

  /**
   * Creates a provider.
   *
   * @param root the root of the command tree, whose names plugins may not have
   * @param timeouts the timeouts to use; null for the flags and environment variables
   */
  EngineProvider(
      ProcessEnvironment app, CommandNode root, FlagValues globals, @Nullable Timeouts timeouts) {
    this.app = app;
    this.root = root;
    this.globals = globals;
    this.timeouts = timeouts;
  }

  /**
   * Returns a provider of the engine of a docker context.
   *
   * @param name the name of the context; empty for the current engine
   * @param limits the time limits
   */
  EngineProvider onContext(ProcessEnvironment here, String name, Timeouts limits) {
    FlagValues there = globals.copy();
    if (!name.isEmpty()) {
      there.set(GlobalFlags.HOST, List.of());
      there.set(GlobalFlags.CONTEXT, name);
    }
    EngineProvider other = new EngineProvider(here, root, there, limits);
    other.config = config();
    return other;
  }

  /**
   * Begins a command.
   *
   * @throws CommandException if the engine does not support the command or a flag
   */
  void begin(Level level) {
    audit(level.path());
    requireSupportOf(level.path(), level.node().since());
    requireSupportOf(level.converted());
  }

  ConfigFile config() {
    if (config == null) {
      config = ConfigFile.load(configDirectory());
      config.warnings().forEach(app.streams()::error);
      config.checkAliases(root::hasDockers);
    }
    return config;
  }

  /** The plugins; searches for them at each call of a method. */
  Plugins plugins() {
    return new Plugins(config(), app.env(), root::conflict);
  }

  Path configDirectory() {
    return ConfigFile.directory(globals.get(GlobalFlags.CONFIG), app.env());
  }

  /**
   * Rejects global flags that exclude each other.
   *
   * @throws ConfigException in docker's words
   */
  void checkFlags() {
    EndpointResolver.checkFlags(globals.get(GlobalFlags.HOST), globals.get(GlobalFlags.CONTEXT));
  }

  /** Whether {@code --host} or {@code --context} selects the engine. */
  boolean hasEngineFlag() {
    return !globals.get(GlobalFlags.HOST).isEmpty() || !globals.get(GlobalFlags.CONTEXT).isEmpty();
  }

  /** All contexts; needs no engine. */
  Contexts contexts() {
    List<String> hosts = globals.get(GlobalFlags.HOST);
    String flag = globals.get(GlobalFlags.CONTEXT);
    EndpointResolver.checkFlags(hosts, flag);
    return new Contexts(
        new ContextStore(configDirectory()),
        EndpointResolver.contextName(hosts, flag, app.env(), config()),
        () -> EndpointResolver.ofDefault(hosts, GlobalFlags.tls(globals), app.env()));
  }

  /** The name of the current context, which need not exist. */
  String contextName() {
    return EndpointResolver.contextName(
        globals.get(GlobalFlags.HOST), globals.get(GlobalFlags.CONTEXT), app.env(), config());
  }

  EndpointResolver choice() {
    if (choice == null) {
      choice =
          EndpointResolver.resolve(
              globals.get(GlobalFlags.HOST),
              globals.get(GlobalFlags.CONTEXT),
              GlobalFlags.tls(globals),
              app.env(),
              config(),
              new ContextStore(configDirectory()));
    }
    return choice;
  }

  Engine engine() {
    if (engine == null) {
      engine = Engine.at(choice().address(), options(choice()));
    }
    return engine;
  }

  private EngineOptions options(EndpointResolver chosen) {
    Tls tls = chosen.tls().map(files -> files.load(app.env())).orElse(null);
    boolean overTcp = chosen.address() instanceof EngineAddress.Tcp;
    return new EngineOptions(
        Version.userAgent(app.name()),
        chosen.headers(),
        chosen.apiVersion().flatMap(ApiVersion::parse).orElse(null),
        Optional.ofNullable(tls),
        overTcp
            ? ClientProxy.resolve((EngineAddress.Tcp) chosen.address(), tls != null, app.env())
            : Optional.empty(),
        timeouts(),
        requestLog(chosen),
        app.env());
  }

  /** The time limits of the engine. */
  Timeouts timeouts() {
    return timeouts == null ? TimeoutFlags.timeouts(globals, app.env()) : timeouts;
  }

  private RequestLog requestLog(EndpointResolver chosen) {
    boolean debug = isDebug();
    boolean curl = globals.orNull(GlobalFlags.TRACE) != null;
    RequestLog log =
        debug || curl
            ? new RequestLog(app.streams()::error, debug, curl ? CurlOptions.of(chosen) : null)
            : RequestLog.NONE;
    return audit == null ? log : log.with(audit);
  }

  /**
   * Records the requests of a command if {@code --audit} or {@code DAVIT_AUDIT} is given.
   *
   * @param path the command with the program's name
   */
  private void audit(String path) {
    audit = GlobalFlags.auditLog(app, globals, path, () -> choice().context());
  }

  /** Writes the audit log, if there is one. */
  void endAudit(int exitCode) throws IOException {
    if (audit != null) {
      audit.close(exitCode);
    }
  }

  boolean isDebug() {
    return globals.get(GlobalFlags.DEBUG);
  }

  /** The operating system of the engine; empty if unknown or if the engine cannot be reached. */
  String osType() {
    try {
      return engine().ping().osType().orElse("");
    } catch (IOException e) {
      return "";
    }
  }

  /** Whether the engine is Podman; false if it cannot be reached. */
  boolean isPodman() {
    try {
      return engine().ping().isPodman();
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * Rejects flags that the engine does not support, before anything else, as docker does. An engine
   * that cannot be reached passes; the command then reports the error.
   */
  void requireSupportOf(List<Flag<?>> flags) {
    String problems =
        flags.stream()
            .distinct()
            .sorted((a, b) -> a.name().compareTo(b.name())) // Comparator.comparing costs 10 ms here
            .map(this::problem)
            .filter(problem -> !problem.isEmpty())
            .collect(Collectors.joining("\n"));
    if (!problems.isEmpty()) {
      throw CommandException.refused(problems);
    }
  }

  /** Rejects a command that needs a newer API version than the engine's. */
  private void requireSupportOf(String path, @Nullable ApiVersion since) {
    if (since != null && apiVersion().isBefore(since)) {
      throw CommandException.refused(requires(path, since.toString()));
    }
  }

  private String problem(Flag<?> flag) {
    String name = "\"--" + flag.name() + '"';
    ApiVersion since = flag.since();
    if (since != null && apiVersion().isBefore(since)) {
      return requires(name, since.toString());
    }
    ApiVersion until = flag.until();
    if (until != null && until.isBefore(apiVersion())) {
      return requires(name, until + " or older");
    }
    if (flag.isWindowsOnly() && !osType().isEmpty() && !osType().equals("windows")) {
      return name
          + " is only supported on a Docker daemon running on windows, but the Docker daemon is"
          + " running on "
          + osType();
    }
    if (flag.isExperimental() && !isExperimental()) {
      return name + " is only supported on a Docker daemon with experimental features enabled";
    }
    return "";
  }

  private String requires(String what, String versions) {
    return what
        + " requires API version "
        + versions
        + ", but the Docker daemon API version is "
        + apiVersion();
  }

  private boolean isExperimental() {
    try {
      return engine().ping().experimental();
    } catch (IOException e) {
      return true;
    }
  }

  private ApiVersion apiVersion() {
    try {
      return engine().apiVersion();
    } catch (IOException e) {
      return ApiVersion.NEWEST;
    }
  }

  @Override
  public void close() {
    if (engine != null) {
      engine.close();
    }
  }
}
