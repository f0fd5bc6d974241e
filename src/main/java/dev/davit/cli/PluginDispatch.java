package dev.davit.cli;

import dev.davit.plugin.Plugin;
import dev.davit.plugin.PluginRun;
import dev.davit.plugin.Plugins;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Runs the plugin that a command line names, or to which it is forwarded. A plugin has no name of a
 * command of docker's; of a command that only davit has, the plugin wins. Mirrors runDocker of
 * cmd/docker/docker.go.
 */
final class PluginDispatch {
  private static final String HELP = "help";

  /** Global flags that plugins do not know, as docker lacks them. */
  private static final Set<String> DAVIT_FLAGS =
      Set.of("--connect-timeout", "--request-timeout", "--trace");

  private final ProcessEnvironment app;
  private final CommandNode root;
  private final EngineProvider connection;

  PluginDispatch(ProcessEnvironment app, CommandNode root, EngineProvider connection) {
    this.app = app;
    this.root = root;
    this.connection = connection;
  }

  /** Whether a line could run a plugin, if there is one; false for most lines. */
  static boolean mayRun(TypedLine line) {
    List<String> words = words(line);
    if (line.levels().getFirst().words().mistake() != null || words.isEmpty()) {
      return false;
    }
    String first = words.getFirst();
    return !line.levels().getFirst().node().hasDockers(first)
        || BuilderChoice.mayForward(words)
        || first.equals(HELP) && helpTopic(line).isPresent();
  }

  /** The words after the global flags. */
  private static List<String> words(TypedLine line) {
    return line.levels().getFirst().words().arguments();
  }

  /** The first word after {@code help}, if the line is correct and not about help itself. */
  private static Optional<String> helpTopic(TypedLine line) {
    Level help = line.last();
    boolean fits = help.words().mistake() == null && help.words().uses().isEmpty();
    return fits ? help.words().arguments().stream().findFirst() : Optional.empty();
  }

  /**
   * Runs the plugin, or does nothing if the line is for a command of davit's.
   *
   * @param line the line, of which nothing is converted yet
   * @param args all words as typed
   * @return the exit code of the plugin
   * @throws CommandException if docker would not run a command instead of the plugin
   */
  OptionalInt run(TypedLine line, List<String> args) throws IOException {
    List<String> words = words(line);
    connection.checkFlags();
    Plugins plugins = connection.plugins();
    Optional<BuilderChoice.Forwarded> build =
        new BuilderChoice(app, connection, plugins).forward(words, args);
    if (build.isPresent()) {
      return OptionalInt.of(build.get().run(app));
    }
    if (words.getFirst().equals(HELP)) {
      return help(plugins, line, args);
    }
    Optional<Plugin> plugin =
        root.hasDockers(words.getFirst()) ? Optional.empty() : plugins.find(words.getFirst());
    return plugin.isEmpty()
        ? OptionalInt.empty()
        : OptionalInt.of(prepare(app, plugin.get()).runCommand(passed(args, words)));
  }

  private OptionalInt help(Plugins plugins, TypedLine line, List<String> args) throws IOException {
    Optional<Plugin> plugin = helpTopic(line).flatMap(plugins::find);
    if (plugin.isEmpty()) {
      return OptionalInt.empty();
    }
    int exitCode = prepare(app, plugin.get()).run(passed(args, words(line)));
    if (exitCode != 0) {
      throw CommandException.refused("exit status " + exitCode);
    }
    return OptionalInt.of(exitCode);
  }

  /** Prepares a run with the streams and the environment of this process. */
  static PluginRun prepare(ProcessEnvironment app, Plugin plugin) {
    return new PluginRun(plugin, app.env(), app.command(), app.streams(), app.cwd().physical());
  }

  /** Returns the words as typed, without global flags that only davit has. */
  static List<String> passed(List<String> args, List<String> words) {
    List<String> passed = new ArrayList<>();
    int globals = args.size() - words.size();
    for (int i = 0; i < globals; i++) {
      String name = args.get(i).split("=", 2)[0];
      if (!DAVIT_FLAGS.contains(name)) {
        passed.add(args.get(i));
      } else if (name.equals(args.get(i))) {
        i++; // The next word is the value of the flag.
      }
    }
    passed.addAll(words);
    return passed;
  }
}
