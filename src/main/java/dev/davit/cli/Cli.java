package dev.davit.cli;

import dev.davit.cli.PflagParser.Use;
import dev.davit.cli.flags.Flag;
import dev.davit.cli.flags.FlagValues;
import dev.davit.plugin.Plugin;
import dev.davit.text.GoQuote;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;

/**
 * Executes one command line and returns its exit code. Prints every failure as docker's message;
 * with {@code --debug}, prints its stack trace, too.
 */
public final class Cli {
  private final ProcessEnvironment app;
  private final CommandNode root;
  private boolean debug;
  private boolean rootIsAnnounced;
  private @Nullable EngineProvider connection;

  private Cli(ProcessEnvironment app, CommandNode root) {
    this.app = app;
    this.root = root;
  }

  /**
   * Executes the words after the program's name.
   *
   * @param root the root of the command tree
   */
  public static int execute(ProcessEnvironment app, CommandNode root, List<String> args) {
    return new Cli(app, root).execute(args);
  }

  private int execute(List<String> args) {
    int exitCode = carriedOut(args);
    try {
      if (connection != null) {
        connection.endAudit(exitCode);
      }
      return exitCode;
    } catch (IOException e) {
      int failure = failed(e);
      return exitCode == ExitCode.SUCCESS ? failure : exitCode;
    }
  }

  private int carriedOut(List<String> args) {
    try {
      CompletionLine completion = CompletionLine.read(app.env(), args);
      if (completion != null) {
        return Completion.answer(app, root, completion);
      }
      TypedLine line = TypedLine.read(root, app.name(), args);
      OptionalInt ended = PluginDispatch.mayRun(line) ? plugin(line, args) : OptionalInt.empty();
      return ended.isPresent() ? ended.getAsInt() : execute(line);
    } catch (IOException | RuntimeException | Error e) {
      return failed(e);
    } finally {
      if (connection != null) {
        connection.close();
      }
    }
  }

  /** Runs a plugin if the words name one; as in docker, before all other words are parsed. */
  private OptionalInt plugin(TypedLine line, List<String> args) throws IOException {
    Level globals = Level.of(app.name(), root, args);
    if (!globals.convert()) {
      return OptionalInt.empty();
    }
    announce(List.of(globals));
    rootIsAnnounced = true;
    return new PluginDispatch(app, root, connection(globals.values())).run(line, args);
  }

  private EngineProvider connection(FlagValues globals) {
    if (connection == null) {
      connection = new EngineProvider(app, root, globals);
    }
    return connection;
  }

  private int execute(TypedLine line) {
    CommandLine commandLine = CommandSpecs.commandLine(line, level -> () -> run(line, level));
    commandLine.setExecutionStrategy(parsed -> run(line, parsed));
    commandLine.setParameterExceptionHandler((e, words) -> refused(line, e));
    commandLine.setExecutionExceptionHandler((e, spec, parsed) -> failed(e));
    commandLine.setExitCodeExceptionMapper(Failures::exitCode);
    return commandLine.execute(CommandSpecs.canonical(line));
  }

  /** Executes a line of which all values were converted. */
  private int run(TypedLine line, ParseResult parsed) {
    String mistake = line.last().words().mistake();
    if (mistake != null) {
      throw new ParameterException(parsed.commandSpec().commandLine(), mistake);
    }
    return new RunLast().execute(parsed);
  }

  /** Reports the first mistake, after the notices of the levels before it. */
  private int refused(TypedLine line, ParameterException e) {
    int first = line.firstMistake();
    Level level = line.levels().get(first);
    try {
      announce(line.levels().subList(0, first));
      List<Flag<?>> seen = level.converted();
      String mistake = Objects.requireNonNullElse(level.words().mistake(), "");
      if (!level.isConverted()) {
        Use use = level.words().uses().get(seen.size());
        mistake = badValue(use, Objects.requireNonNull(e.getCause()));
        if (use.flag().isOldShorthand()) {
          seen.add(use.flag()); // docker prints this notice before it parses the value
        }
      }
      if (level.node().isRoot() && !level.isStray()) {
        deprecated(seen).forEach(app.streams()::error);
      }
      if (level.command() != null) {
        requireSupport(line, seen);
      }
      return failed(
          new CommandException(
              mistake + "\n\nUsage:  " + level.synopsis() + seeHelp("\n\nRun '", level.path()),
              ExitCode.NOT_RUN,
              e));
    } catch (IOException | RuntimeException failure) {
      return failed(failure);
    }
  }

  private static String badValue(Use use, Throwable reason) {
    return "invalid argument "
        + GoQuote.quote(use.value())
        + " for "
        + GoQuote.quote(use.flag().names())
        + " flag: "
        + reason.getMessage();
  }

  /**
   * Like docker, checks that the engine supports the flags before the mistake, before it is
   * reported.
   */
  private void requireSupport(TypedLine line, List<Flag<?>> seen) {
    connection(line.globals()).requireSupportOf(seen);
  }

  /**
   * Prints the notices of deprecated commands and flags, and applies {@code --debug} and {@code
   * --log-level}.
   */
  private void announce(List<Level> levels) throws IOException {
    for (Level level : rootIsAnnounced ? levels.subList(1, levels.size()) : levels) {
      Optional<String> deprecation = level.node().deprecation();
      if (deprecation.isPresent()) {
        app.streams().println(deprecation.get());
      }
      List<String> notices = deprecated(level.converted());
      if (level.node().isRoot() && !level.isStray()) {
        notices.forEach(app.streams()::error);
        debug = level.values().get(GlobalFlags.DEBUG);
        GlobalFlags.checkLogLevel(level.values());
        BuilderChoice.checkVariable(app.env());
      } else {
        for (String notice : notices) {
          app.streams().println(notice);
        }
      }
    }
  }

  private static List<String> deprecated(List<Flag<?>> seen) {
    List<String> notices = new ArrayList<>();
    for (Flag<?> flag : seen) {
      if (flag.isOldShorthand()) {
        notices.add(
            "Flag shorthand " + flag.shortName() + " has been deprecated, use --" + flag.name());
      } else if (flag.replacement() != null) {
        notices.add(
            "Flag --"
                + flag.name()
                + " has been deprecated, use --"
                + flag.replacement()
                + " instead");
      }
    }
    return notices;
  }

  /** Executes the last level of a line. */
  private int run(TypedLine line, Level level) throws IOException {
    announce(line.levels());
    boolean helps = line.asksForHelp();
    Command command = level.command();
    if (command == null) {
      return group(line, level, helps);
    }
    if (helps) {
      app.streams().print(help(line, level));
      return ExitCode.SUCCESS;
    }
    EngineProvider engine = connection(line.globals());
    CommandContext in = CommandContext.of(app, level, engine);
    if (!command.runsElsewhere(in)) {
      engine.begin(level);
    }
    if (!command.accepts(level.arguments().size(), level.values())) {
      throw wrongCount(level, command.usage());
    }
    return command.run(in);
  }

  /**
   * Executes a group. Help that is asked for is printed to standard output; help printed because
   * the command is missing, to standard error.
   */
  private int group(TypedLine line, Level level, boolean helps) throws IOException {
    if (level.isStray() && level.node().isMissing(level.arguments().getFirst())) {
      throw CommandException.refused(
          app.name()
              + ": command '"
              + typed(level)
              + "' is not implemented yet; use docker instead");
    }
    if (helps) {
      app.streams().print(help(line, level));
    } else if (level.node().isRoot() && line.globals().get(GlobalFlags.VERSION)) {
      app.streams().println(Version.line(app.name()));
    } else if (level.isStray()) {
      throw unknown(level);
    } else {
      app.streams().error(help(line, level).stripTrailing());
    }
    return ExitCode.SUCCESS;
  }

  private String help(TypedLine line, Level level) {
    List<Plugin> plugins =
        level.node().isRoot() ? connection(line.globals()).plugins().list() : List.of();
    return HelpText.of(level.node(), plugins, app.name(), HelpStyle.of(app));
  }

  private static String typed(Level level) {
    return level.path() + ' ' + level.arguments().getFirst();
  }

  private CommandException unknown(Level level) {
    return CommandException.refused(
        app.name()
            + ": unknown command: "
            + typed(level)
            + (level.node().isRoot() ? "" : "\n\nUsage:  " + level.path())
            + seeHelp("\n\nRun '", level.path()));
  }

  private CommandException wrongCount(Level level, Usage usage) {
    return CommandException.refused(
        app.name()
            + ": '"
            + level.path()
            + "' "
            + usage.expected()
            + "\n\nUsage:  "
            + level.synopsis()
            + seeHelp("\n\n" + usage.helpVerb() + " '", level.path()));
  }

  private static String seeHelp(String verb, String path) {
    return verb + path + " --help' for more information";
  }

  /** Prints a failure and returns its exit code. */
  private int failed(Throwable e) {
    return Failures.report(e, app, debug);
  }
}
