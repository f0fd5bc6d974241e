package dev.davit.cli;

import dev.davit.cli.Argv.Unfinished;
import dev.davit.cli.CommandList.Entry;
import dev.davit.cli.CommandList.Group;
import dev.davit.cli.complete.Candidate;
import dev.davit.cli.complete.Candidates;
import dev.davit.cli.complete.EngineNames;
import dev.davit.cli.complete.FlagCandidates;
import dev.davit.cli.flags.Flag;
import dev.davit.cli.flags.FlagValues;
import dev.davit.engine.Timeouts;
import dev.davit.terminal.Streams;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Answers what the last word of a command line can become, for the scripts in {@code completions}:
 * {@code davit __complete WORD...}. It finds out where on the line the word stands; what fits there
 * the commands and the package {@code complete} know. {@link Candidates#text} tells the format.
 */
final class Completion {
  static final String COMMAND = "__complete";

  /** An engine that is silent for so long has no names; nobody waits longer for a completion. */
  private static final Duration LIMIT = Duration.ofMillis(250);

  private static final Timeouts TIMEOUTS = new Timeouts(LIMIT, LIMIT);

  private final App app;
  private final Connection connection;
  private final EngineNames engine;
  private final String word;

  private Completion(App app, Connection connection, String word) {
    this.app = app;
    this.connection = connection;
    this.word = word;
    this.engine =
        new EngineNames(
            connection::engine,
            app.env().getOrDefault("DOCKER_COMPLETION_SHOW_CONTAINER_IDS", "").equals("yes"));
  }

  /** Whatever is wrong with the line, the configuration or the engine: nothing is said of it. */
  static int answer(App app, List<String> words) throws IOException {
    String word = words.isEmpty() ? "" : words.getLast();
    Candidates candidates;
    try {
      candidates = candidates(silent(app), words.subList(0, Math.max(words.size() - 1, 0)), word);
    } catch (RuntimeException e) {
      candidates = Candidates.NONE;
    }
    app.streams().print(candidates.startingWith(word).text());
    return ExitCode.SUCCESS;
  }

  private static App silent(App app) {
    Streams streams =
        Streams.of(new byte[0], new ByteArrayOutputStream(), new ByteArrayOutputStream());
    return new App(app.name(), streams, app.env(), app.cwd(), app.clock(), app.exit());
  }

  private static Candidates candidates(App app, List<String> before, String word) {
    Unfinished line = Argv.parseUnfinished(GlobalFlags.ALL, before, false);
    try (Connection connection = new Connection(app, PicocliModel.parse(line.soFar()), TIMEOUTS)) {
      return new Completion(app, connection, word).ofProgram(line);
    }
  }

  /** {@code davit [OPTIONS] COMMAND [ARG...]}. */
  private Candidates ofProgram(Unfinished line) {
    List<String> words = line.soFar().arguments();
    if (words.isEmpty()) {
      return ofFlags("", GlobalFlags.ALL, line, commands(Group.PROGRAM));
    }
    List<String> rest = words.subList(1, words.size());
    if (words.getFirst().equals("help")) {
      return ofHelp(rest);
    }
    return Group.named(words.getFirst())
        .map(group -> ofGroup(group, rest))
        .orElseGet(() -> ofCommand(words.getFirst(), Group.PROGRAM, rest));
  }

  private Candidates ofGroup(Group group, List<String> words) {
    return words.isEmpty()
        ? ofFlags("", List.of(), Argv.parseUnfinished(List.of(), words, false), commands(group))
        : ofCommand(words.getFirst(), group, words.subList(1, words.size()));
  }

  private Candidates ofHelp(List<String> words) {
    if (words.isEmpty()) {
      return commands(Group.PROGRAM);
    }
    return words.size() > 1
        ? Candidates.NONE
        : Group.named(words.getFirst()).map(Completion::commands).orElse(Candidates.NONE);
  }

  private static Candidates commands(Group group) {
    Stream<Candidate> own =
        CommandList.ALL.stream()
            .filter(entry -> entry.isIn(group))
            .map(entry -> new Candidate(entry.name(), entry.summary()));
    return Candidates.of(group == Group.PROGRAM ? Stream.concat(own, groups()) : own);
  }

  private static Stream<Candidate> groups() {
    return Stream.concat(
        Group.named().stream().map(group -> new Candidate(group.title, group.summary)),
        Stream.of(new Candidate("help", "Help on a command")));
  }

  private Candidates ofCommand(String name, Group group, List<String> words) {
    return CommandList.find(name, group)
        .map(entry -> ofCommand(entry, words))
        .orElse(Candidates.NONE);
  }

  private Candidates ofCommand(Entry entry, List<String> words) {
    Command command = entry.command().get();
    Usage usage = command.usage();
    Unfinished line = Argv.parseUnfinished(command.flags(), words, usage.interspersed());
    FlagValues given = PicocliModel.parse(line.soFar());
    List<String> arguments = line.soFar().arguments();
    boolean full = arguments.size() >= usage.max();
    Candidates next =
        full
            ? line.flagsMayFollow() ? flags(command.flags(), line) : Candidates.NONE
            : command
                .argument(arguments.size(), given)
                .candidates(engine, connection::contextNames, word)
                .without(arguments);
    String name = entry.isIn(Group.CONTEXT) ? "context " + entry.name() : entry.name();
    return ofFlags(name, command.flags(), line, next);
  }

  /** A flag, its value, or what else can stand here. */
  private Candidates ofFlags(
      String command, List<Flag<?>> flags, Unfinished line, Candidates others) {
    if (line.wanting() != null) {
      return values(command, line).of(line.wanting(), word);
    }
    if (!line.flagsMayFollow() || !word.startsWith("-")) {
      return others;
    }
    int equals = word.indexOf('=');
    if (equals < 0) {
      return flags(flags, line);
    }
    String name = word.substring(0, equals);
    return flags.stream()
        .filter(flag -> name.equals("--" + flag.name()) || name.equals(flag.shortName()))
        .findFirst()
        .map(flag -> values(command, line).of(flag, word.substring(equals + 1)))
        .orElse(Candidates.NONE)
        .behind(name + '=');
  }

  private FlagCandidates values(String command, Unfinished line) {
    Map<String, List<String>> given =
        line.soFar().options().stream()
            .map(option -> option.substring(2).split("=", 2))
            .collect(
                Collectors.groupingBy(
                    pair -> pair[0], Collectors.mapping(pair -> pair[1], Collectors.toList())));
    return new FlagCandidates(command, given, engine, app.env().keySet(), connection::contextNames);
  }

  /** Long names first: they say what they are. */
  private static Candidates flags(List<Flag<?>> flags, Unfinished line) {
    List<Candidate> all = new ArrayList<>();
    for (Flag<?> flag : flags) {
      boolean used = line.soFar().seen().contains(flag) && !flag.isRepeatable();
      if (!flag.isHidden() && !used) {
        String off = Boolean.TRUE.equals(flag.whenAbsent()) ? "=false" : "";
        all.add(new Candidate("--" + flag.name() + off, flag.help()));
      }
    }
    all.add(new Candidate("--help", "Print this help"));
    flags.stream()
        .filter(flag -> !flag.isHidden() && !flag.shortName().isEmpty())
        .filter(flag -> !line.soFar().seen().contains(flag) || flag.isRepeatable())
        .forEach(flag -> all.add(new Candidate(flag.shortName(), flag.help())));
    return Candidates.of(all.stream());
  }
}
