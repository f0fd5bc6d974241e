package dev.davit.cli;

import dev.davit.cli.PflagParser.Use;
import dev.davit.cli.flags.Flag;
import dev.davit.config.ConfigException;
import dev.davit.engine.http.SecurityProviders;
import dev.davit.gotypes.GoInt;
import dev.davit.plugin.Plugin;
import dev.davit.plugin.PluginRun;
import dev.davit.plugin.Plugins;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * The choice between buildx, a plugin that builds with BuildKit, and docker's own commands for the
 * classic builder. Mirrors cmd/docker/builder.go.
 */
final class BuilderChoice {
  private static final String VARIABLE = "DOCKER_BUILDKIT";
  private static final String BUILDER_VARIABLE = "BUILDX_BUILDER";
  private static final String BUILDX = "buildx";

  /** The flags of {@code build} and {@code builder prune} that buildx lacks. */
  private static final List<String> DAVIT_FLAGS = List.of("--context-list", "--dry-run");

  private static final String DEPRECATED =
      "DEPRECATED: The legacy builder is deprecated and will be removed in a future release.\n";
  private static final String DISABLED =
      DEPRECATED
          + "            BuildKit is currently disabled; enable it by removing the "
          + VARIABLE
          + "=0\n            environment-variable.\n";
  private static final Flag<String> BUILDER_FLAG = Flag.string("builder", "");

  private static final Route BAKES = new Route(List.of("bake"), List.of("bake"), "docker");
  private static final Route BUILDER = new Route(List.of("builder"), List.of(), "docker builder");

  /** The commands that are forwarded, with what follows the plugin's name, and docker's path. */
  private static final List<Route> ROUTES =
      List.of(
          BAKES,
          BUILDER,
          new Route(List.of("build"), List.of("build"), "docker"),
          new Route(List.of("image", "build"), List.of("build"), "docker image"));

  private final ProcessEnvironment app;
  private final EngineProvider connection;
  private final Plugins plugins;

  BuilderChoice(ProcessEnvironment app, EngineProvider connection, Plugins plugins) {
    this.app = app;
    this.connection = connection;
    this.plugins = plugins;
  }

  private record Route(List<String> command, List<String> subcommand, String path) {
    boolean fits(List<String> words) {
      return words.size() >= command.size() && words.subList(0, command.size()).equals(command);
    }

    /** Replaces the first occurrence of the command. */
    List<String> replaced(List<String> words, String plugin) {
      List<String> replaced = new ArrayList<>(words);
      int start = Collections.indexOfSubList(words, command);
      List<String> place = replaced.subList(start, start + command.size());
      place.clear();
      place.add(plugin);
      place.addAll(subcommand);
      return replaced;
    }
  }

  /**
   * A line for the plugin.
   *
   * @param builder the value of BUILDX_BUILDER; empty to leave it unset
   * @param words the words for the plugin
   */
  record Forwarded(Plugin plugin, String path, String builder, List<String> words) {
    int run(ProcessEnvironment app) throws IOException {
      PluginRun run = PluginDispatch.prepare(app, plugin).as(path);
      if (!builder.isEmpty()) {
        run.with(BUILDER_VARIABLE, builder);
      }
      return run.runCommand(words);
    }
  }

  /** Whether the words after the global flags are a command that may be forwarded. */
  static boolean mayForward(List<String> words) {
    for (Route route : ROUTES) { // a stream would cost every command some of its start
      if (route.fits(words)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Rejects a value of DOCKER_BUILDKIT that is not a boolean, as docker does before every command.
   */
  static void checkVariable(Map<String, String> env) {
    isOn(env);
  }

  /** Returns the value of DOCKER_BUILDKIT; empty if it is unset. */
  private static Optional<Boolean> isOn(Map<String, String> env) {
    String variable = env.getOrDefault(VARIABLE, "");
    try {
      return variable.isEmpty() ? Optional.empty() : Optional.of(GoInt.parseBool(variable));
    } catch (IllegalArgumentException e) {
      throw new CommandException(
          VARIABLE + " environment variable expects boolean value: " + e.getMessage(),
          ExitCode.FAILURE,
          e);
    }
  }

  /**
   * Returns the line for the plugin; empty if the command is not forwarded, after docker's notice.
   *
   * @param words the words after the global flags
   * @param args all words as typed
   * @throws CommandException if the plugin is required and missing
   */
  Optional<Forwarded> forward(List<String> words, List<String> args) {
    Route route = ROUTES.stream().filter(each -> each.fits(words)).findFirst().orElse(null);
    if (route == null || !route.equals(BAKES) && hasDavitFlag(words)) {
      return Optional.empty();
    }
    if (words.stream().anyMatch(word -> word.startsWith("http"))) {
      SecurityProviders.keepAll(); // a context may be downloaded with TLS
    }
    Optional<Boolean> variable = isOn(app.env());
    Optional<String> alias = connection.config().builderAlias();
    boolean forced = alias.isPresent() || variable.orElse(false);
    if (!forced && isWindows()) {
      return Optional.empty();
    }
    List<String> passed = PluginDispatch.passed(args, words);
    if (!variable.orElse(true) && !route.equals(BAKES)) {
      if (!isWindows()) {
        app.streams().error(DISABLED);
      }
      return route.equals(BUILDER) ? alias.map(name -> disabled(name, passed)) : Optional.empty();
    }
    String name = alias.orElse(BUILDX);
    Optional<Plugin> plugin = plugins.get(name);
    if (plugin.isEmpty() || !plugin.get().isValid()) {
      missing(plugin.map(each -> each.problem() + "\n\n").orElse(""), route, forced);
      return Optional.empty();
    }
    boolean named = namesBuilder(words);
    if (!forced && !route.equals(BAKES) && !named && asks(connection::isPodman)) {
      return Optional.empty(); // Podman lacks the endpoints that buildx needs; docker fails
    }
    return Optional.of(
        new Forwarded(
            plugin.get(),
            route.path(),
            alias.isPresent() || named ? "" : connection.contextName(),
            route.replaced(passed, name)));
  }

  private static boolean hasDavitFlag(List<String> words) {
    return words.stream().anyMatch(word -> DAVIT_FLAGS.contains(word.split("=", 2)[0]));
  }

  /** Returns the line for the plugin in place of {@code builder}, which DOCKER_BUILDKIT=0 keeps. */
  private Forwarded disabled(String name, List<String> words) {
    Plugin plugin =
        plugins
            .find(name)
            .orElseThrow(
                () ->
                    CommandException.refused(
                        app.name()
                            + ": unknown command: "
                            + app.name()
                            + ' '
                            + name
                            + "\n\nRun '"
                            + app.name()
                            + " --help' for more information"));
    return new Forwarded(plugin, "docker " + name, "", BUILDER.replaced(words, name));
  }

  private boolean isWindows() {
    return asks(() -> connection.osType().equals("windows"));
  }

  /** Asks the engine; false if its address is unknown, which only matters to what runs then. */
  private static boolean asks(BooleanSupplier question) {
    try {
      return question.getAsBoolean();
    } catch (ConfigException e) {
      return false;
    }
  }

  private void missing(String problem, Route route, boolean forced) {
    if (route.equals(BAKES)) {
      throw CommandException.refused(
          problem
              + "ERROR: docker bake requires the buildx component but it is missing or broken.\n"
              + installs("       ", "use bake"));
    }
    String build = "build images with BuildKit";
    if (forced) {
      throw CommandException.refused(
          problem
              + "ERROR: BuildKit is enabled but the buildx component is missing or broken.\n"
              + installs("       ", build));
    }
    app.streams().error(problem + DEPRECATED + installs("            ", build) + '\n');
  }

  private static String installs(String indent, String purpose) {
    return indent
        + "Install the buildx component to "
        + purpose
        + ":\n"
        + indent
        + "https://docs.docker.com/go/buildx/";
  }

  /** Whether the words or the environment name a builder; as docker, up to the first other flag. */
  private boolean namesBuilder(List<String> words) {
    List<Use> uses = PflagParser.parse(List.of(BUILDER_FLAG), words, true).uses();
    return !uses.isEmpty() && !uses.getLast().value().isEmpty()
        || !app.env().getOrDefault(BUILDER_VARIABLE, "").isEmpty();
  }
}
