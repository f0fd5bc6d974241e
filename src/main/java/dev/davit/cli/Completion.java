package dev.davit.cli;

import dev.davit.cli.PflagParser.Use;
import dev.davit.cli.PflagParser.Words;
import dev.davit.cli.complete.Candidate;
import dev.davit.cli.complete.Candidates;
import dev.davit.cli.complete.EngineNames;
import dev.davit.cli.complete.Typing;
import dev.davit.cli.flags.Flag;
import dev.davit.cli.flags.FlagValues;
import dev.davit.config.ConfigFile;
import dev.davit.context.ContextStore;
import dev.davit.engine.http.Timeouts;
import dev.davit.plugin.Plugin;
import dev.davit.terminal.Streams;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Completes the last word of a command line by the protocol of cobra, docker's command line
 * library. This class finds the position of the word in the line; commands and the package {@code
 * complete} provide the candidates. {@link Candidates#text} describes the output.
 */
final class Completion {
  /**
   * The timeout of the engine, as completion must be fast; then candidates from the engine are
   * missing.
   */
  private static final Duration LIMIT = Duration.ofSeconds(1);

  private static final Timeouts TIMEOUTS = Timeouts.of(LIMIT, LIMIT);

  private final ProcessEnvironment app;
  private final CommandNode root;
  private final EngineProvider connection;
  private final EngineNames engine;
  private final String word;

  private Completion(
      ProcessEnvironment app, CommandNode root, EngineProvider connection, String word) {
    this.app = app;
    this.root = root;
    this.connection = connection;
    this.word = word;
    this.engine = names(connection);
  }

  private EngineNames names(EngineProvider of) {
    return new EngineNames(
        of::engine,
        app.env().getOrDefault("DOCKER_COMPLETION_SHOW_CONTAINER_IDS", "").equals("yes"));
  }

  /**
   * Prints the candidates. Mistakes in the line, the configuration or the engine are not reported.
   */
  static int answer(ProcessEnvironment app, CommandNode root, CompletionLine line)
      throws IOException {
    List<String> words = line.words();
    if (words.isEmpty()) {
      throw CommandException.refused("requires at least 1 arg(s), only received 0");
    }
    OptionalInt plugin = ofPlugin(app, root, line);
    if (plugin.isPresent()) {
      return plugin.getAsInt();
    }
    String word = words.getLast();
    Candidates candidates;
    try {
      candidates = candidates(silent(app), root, words.subList(0, words.size() - 1), word);
    } catch (RuntimeException e) {
      candidates = Candidates.NONE;
    }
    Candidates fitting = candidates.startingWith(word).from(valueStart(word));
    app.streams().print(fitting.text(line.described()));
    app.streams().error(fitting.summary());
    return ExitCode.SUCCESS;
  }

  /** Lets a plugin complete its line; its exit code is empty if none is named, or if it failed. */
  private static OptionalInt ofPlugin(
      ProcessEnvironment app, CommandNode root, CompletionLine line) {
    List<String> before = line.words().subList(0, line.words().size() - 1);
    Words globals = PflagParser.parseUnfinished(GlobalFlags.ALL, before, false);
    if (globals.arguments().isEmpty() || root.hasDockers(globals.arguments().getFirst())) {
      return OptionalInt.empty();
    }
    try (EngineProvider connection = new EngineProvider(silent(app), root, values(globals))) {
      Optional<Plugin> plugin = connection.plugins().find(globals.arguments().getFirst());
      if (plugin.isEmpty()) {
        return OptionalInt.empty();
      }
      List<String> words = new ArrayList<>(List.of(line.request()));
      words.addAll(globals.arguments());
      words.add(line.words().getLast());
      int exitCode = PluginDispatch.prepare(app, plugin.get()).run(words);
      return exitCode == ExitCode.SUCCESS ? OptionalInt.of(exitCode) : OptionalInt.empty();
    } catch (IOException | RuntimeException e) {
      return OptionalInt.empty();
    }
  }

  /** The index of the value in {@code --flag=value}, as scripts add the flag to candidates. */
  private static int valueStart(String word) {
    return word.startsWith("-") ? word.indexOf('=') + 1 : 0;
  }

  private static ProcessEnvironment silent(ProcessEnvironment app) {
    Streams streams =
        Streams.of(new byte[0], new ByteArrayOutputStream(), new ByteArrayOutputStream());
    return new ProcessEnvironment(
        app.name(), app.command(), streams, app.env(), app.cwd(), app.clock(), app.exit());
  }

  private static Candidates candidates(
      ProcessEnvironment app, CommandNode root, List<String> before, String word) {
    Words line = PflagParser.parseUnfinished(GlobalFlags.ALL, before, false);
    try (EngineProvider connection = new EngineProvider(app, root, values(line), TIMEOUTS)) {
      Completion completion = new Completion(app, root, connection, word);
      Candidates candidates = completion.of(root, line);
      return candidates.isEmpty() && completion.engine.isSilent() ? Candidates.FAILED : candidates;
    }
  }

  /** The values of the flags so far, except values that cannot be converted. */
  private static FlagValues values(Words line) {
    FlagValues values = new FlagValues();
    for (Use use : line.uses()) {
      try {
        values.add(use.flag(), use.flag().parse(use.value()));
      } catch (IllegalArgumentException e) {
        // the rest of the line can still be completed
      }
    }
    return values;
  }

  private Candidates of(CommandNode node, List<String> words) {
    if (node.isGroup()) {
      return of(node, PflagParser.parseUnfinished(List.of(), words, false));
    }
    return node.name().equals("help") ? ofHelp(words) : ofCommand(node, words);
  }

  /** {@code davit [OPTIONS] COMMAND [ARG...]}, or {@code davit GROUP COMMAND [ARG...]}. */
  private Candidates of(CommandNode group, Words line) {
    List<String> words = line.arguments();
    CommandSpec spec = CommandSpecs.of(group, app.name()).spec();
    if (words.isEmpty()) {
      return ofFlags(
          spec, group.isRoot() ? GlobalFlags.ALL : List.of(), line, () -> commands(group));
    }
    return group
        .child(words.getFirst())
        .map(node -> of(node, words.subList(1, words.size())))
        .orElse(Candidates.NONE);
  }

  private Candidates ofHelp(List<String> words) {
    CommandNode node = root;
    for (String each : words) {
      Optional<CommandNode> child = node.child(each);
      if (child.isEmpty() || !child.get().isGroup()) {
        return Candidates.NONE;
      }
      node = child.get();
    }
    return commands(node);
  }

  /** The listed commands of a group by name, then its groups and plugins, then help. */
  private Candidates commands(CommandNode group) {
    Map<String, Candidate> ranked = new TreeMap<>();
    for (CommandNode child : group.children()) {
      if (child.isListed() || child.name().equals("help")) {
        String rank = !child.isListed() ? "2" : child.isGroup() ? "1" : "0";
        ranked.put(rank + child.name(), new Candidate(child.name(), child.summary()));
      }
    }
    for (Plugin plugin : group.isRoot() ? connection.plugins().list() : List.<Plugin>of()) {
      if (plugin.isValid()) {
        ranked.remove("0" + plugin.name());
        ranked.put("1" + plugin.name(), new Candidate(plugin.name(), plugin.summary()));
      }
    }
    return Candidates.of(ranked.values().stream());
  }

  private Candidates ofCommand(CommandNode node, List<String> words) {
    Command command = node.newCommand();
    Usage usage = command.usage();
    CommandSpec spec = CommandSpecs.of(node, app.name()).spec();
    Words line = PflagParser.parseUnfinished(command.flags(), words, usage.interspersed());
    List<String> arguments = line.arguments();
    if (arguments.size() >= usage.max() && !command.accepts(arguments.size() + 1, values(line))) {
      Candidates flags = line.flagsMayFollow() ? flags(spec, line) : Candidates.NONE;
      return ofFlags(spec, command.flags(), line, () -> flags);
    }
    return ofFlags(
        spec,
        command.flags(),
        line,
        () ->
            command
                .argument(arguments.size(), values(line))
                .candidates(typing(line, word))
                .without(arguments));
  }

  /** Completes a flag or its value; otherwise returns the other candidates. */
  private Candidates ofFlags(
      CommandSpec spec, List<Flag<?>> flags, Words line, Supplier<Candidates> others) {
    if (line.wanting() != null) {
      return line.wanting().completer().candidates(typing(line, word));
    }
    if (!line.flagsMayFollow() || !word.startsWith("-")) {
      return others.get();
    }
    int equals = word.indexOf('=');
    if (equals < 0) {
      return flags(spec, line);
    }
    String name = word.substring(0, equals);
    for (Flag<?> flag : flags) {
      if (name.equals("--" + flag.name()) || name.equals(flag.shortName())) {
        return flag.completer()
            .candidates(typing(line, word.substring(equals + 1)))
            .behind(name + '=');
      }
    }
    return Candidates.NONE;
  }

  private Typing typing(Words line, String typed) {
    Map<String, List<String>> given = new HashMap<>();
    for (Use use : line.uses()) {
      given.computeIfAbsent(use.flag().target().name(), name -> new ArrayList<>()).add(use.value());
    }
    return new Typing(
        typed,
        line.arguments(),
        given,
        engine,
        context -> names(connection.onContext(app, context, TIMEOUTS)),
        app.env().keySet(),
        new ContextStore(connection.configDirectory())::names,
        () -> registryNames(connection));
  }

  /** The flags that can still be given; long names come first, as they are easier to understand. */
  private static Candidates flags(CommandSpec spec, Words line) {
    List<Candidate> all = new ArrayList<>();
    List<Candidate> shorthands = new ArrayList<>();
    List<OptionSpec> options = new ArrayList<>(spec.options());
    options.sort((a, b) -> a.longestName().compareTo(b.longestName()));
    for (OptionSpec option : options) {
      Flag<?> flag = CommandSpecs.flag(option);
      if (option.hidden() || line.flags().contains(flag) && !flag.isRepeatable()) {
        continue;
      }
      String off = Boolean.TRUE.equals(flag.whenAbsent()) ? "=false" : "";
      all.add(new Candidate(option.longestName() + off, flag.help()));
      if (!flag.shortName().isEmpty()) {
        shorthands.add(new Candidate(option.shortestName(), flag.help()));
      }
    }
    all.add(new Candidate("--help", "Print the help of the command"));
    all.addAll(shorthands);
    return Candidates.of(all.stream());
  }

  /** The registries that config.json has credentials or a credential helper for, sorted. */
  private static List<String> registryNames(EngineProvider connection) {
    ConfigFile file = ConfigFile.load(connection.configDirectory());
    Set<String> names = new TreeSet<>(file.credentials().keySet());
    names.addAll(file.credentialHelpers().keySet());
    return List.copyOf(names);
  }
}
