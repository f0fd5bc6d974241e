package dev.davit.cli;

import static dev.davit.cli.GlobalFlags.HELP;

import dev.davit.cli.Argv.BadFlag;
import dev.davit.cli.CommandList.Entry;
import dev.davit.cli.CommandList.Group;
import dev.davit.cli.flags.Flag;
import dev.davit.cli.flags.FlagValues;
import dev.davit.config.ConfigException;
import dev.davit.engine.FileFailure;
import dev.davit.terminal.Streams;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.FileSystemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Carries out one command line and returns its exit code. Every failure becomes text here: one line
 * in docker's words, and a stack trace only with {@code --debug}.
 */
public final class Cli {
  /**
   * The short form of {@code --help}, which commands have unless they use the letter themselves.
   */
  private static final Flag<Boolean> SHORT_HELP = HELP.oldShorthand('h');

  private final App app;
  private boolean debug;

  private Cli(App app) {
    this.app = app;
  }

  public static int execute(App app, List<String> args) {
    return new Cli(app).execute(args);
  }

  private int execute(List<String> args) {
    try {
      return !args.isEmpty() && args.getFirst().equals(Completion.COMMAND)
          ? Completion.answer(app, args.subList(1, args.size()))
          : program(args);
    } catch (CommandException e) {
      return failed(e.text(), e.exitCode(), e);
    } catch (Streams.BrokenPipe e) {
      return ExitCode.BROKEN_PIPE;
    } catch (FileSystemException e) {
      return failed(e.getFile() + ": " + FileFailure.reason(e), ExitCode.FAILURE, e);
    } catch (IOException | ConfigException e) {
      return failed(String.valueOf(e.getMessage()), ExitCode.FAILURE, e);
    } catch (OutOfMemoryError e) {
      return failed(app.name() + ": out of memory", ExitCode.FAILURE, e);
    } catch (RuntimeException | Error e) {
      return failed(
          app.name() + ": internal error, which is a bug (--debug shows where): " + e,
          ExitCode.FAILURE,
          e);
    }
  }

  private int failed(String message, int exitCode, Throwable cause) {
    if (!message.isEmpty()) {
      app.streams().error(message);
    }
    if (debug) {
      StringWriter trace = new StringWriter();
      cause.printStackTrace(new PrintWriter(trace));
      app.streams().error(trace.toString().stripTrailing());
    }
    return exitCode;
  }

  /** {@code davit [OPTIONS] COMMAND [ARG...]}. */
  private int program(List<String> args) throws IOException {
    Argv.Parsed line = parseGlobals(args);
    FlagValues globals = PicocliModel.parse(line);
    debug = globals.get(GlobalFlags.DEBUG);
    GlobalFlags.checkLogLevel(globals);
    List<String> words = line.arguments();
    boolean helps = globals.get(HELP);
    if (words.isEmpty()) {
      return noCommand(Group.PROGRAM, helps, globals.get(GlobalFlags.VERSION));
    }
    List<String> rest = words.subList(1, words.size());
    if (words.getFirst().equals("help")) {
      return help(rest, helps);
    }
    Optional<Group> group = Group.named(words.getFirst());
    return group.isPresent()
        ? group(group.get(), globals, rest, helps)
        : command(words, Group.PROGRAM, globals, helps);
  }

  /** Of these flags docker tells at once that they are old, and on standard error. */
  private Argv.Parsed parseGlobals(List<String> args) {
    String name = app.name();
    try {
      Argv.Parsed line = parse(name, synopsis(), withHelp(GlobalFlags.ALL), args, false);
      deprecated(line.seen()).forEach(app.streams()::error);
      return line;
    } catch (CommandException e) {
      if (e.getCause() instanceof BadFlag bad) {
        deprecated(bad.seen()).forEach(app.streams()::error);
      }
      throw e;
    }
  }

  /** {@code davit container COMMAND}. */
  private int group(Group group, FlagValues globals, List<String> args, boolean helps)
      throws IOException {
    String path = group.path(app.name());
    Argv.Parsed line = parse(path, path, withHelp(List.of()), args, false);
    List<String> words = line.arguments();
    int before = args.size() - words.size() - 1;
    if (before >= 0 && !words.isEmpty() && args.get(before).equals("--")) {
      return unknown(args, group, globals, helps);
    }
    tellDeprecated(line);
    boolean helpsHere = helps(line, helps);
    return words.isEmpty()
        ? noCommand(group, helpsHere, false)
        : command(words, group, globals, helpsHere);
  }

  /** Help that was asked for goes to standard output, help for want of a command does not. */
  private int noCommand(Group group, boolean helps, boolean version) throws IOException {
    String text = HelpText.of(group, app.name(), style());
    if (helps) {
      app.streams().print(text);
    } else if (version) {
      app.streams().println(Version.line(app.name()));
    } else {
      app.streams().error(text.stripTrailing());
    }
    return ExitCode.SUCCESS;
  }

  private HelpStyle style() {
    return HelpStyle.of(app);
  }

  /** {@code davit help [COMMAND]}. */
  private int help(List<String> args, boolean helps) throws IOException {
    String path = app.name() + " help";
    Argv.Parsed line = parse(path, path + " [command]", withHelp(List.of()), args, true);
    tellDeprecated(line);
    List<String> words = helps(line, helps) ? List.of("help") : line.arguments();
    app.streams().print(HelpText.on(words, app.name(), style()));
    return ExitCode.SUCCESS;
  }

  /** Whether help is asked for: by this part of the line, or by what stands in front of it. */
  private static boolean helps(Argv.Parsed line, boolean before) {
    Boolean here = PicocliModel.parse(line).orNull(HELP);
    return here == null ? before : here;
  }

  /** The command that the first word names, with the others as its own. */
  private int command(List<String> typed, Group group, FlagValues globals, boolean helps)
      throws IOException {
    Optional<Entry> found = CommandList.find(typed.getFirst(), group);
    if (found.isEmpty()) {
      return unknown(typed, group, globals, helps);
    }
    Entry entry = found.get();
    List<String> words = typed.subList(1, typed.size());
    Command command = entry.command().get();
    Usage usage = command.usage();
    String path = group.path(app.name()) + ' ' + entry.name();
    String synopsis = usage.text(app.name(), path);
    Argv.Parsed line = parse(command, path, synopsis, words, globals);
    FlagValues flags = PicocliModel.parse(line);
    tellDeprecated(line);
    if (helps(line, helps)) {
      app.streams().print(HelpText.ofCommand(app.name(), path, entry, command, style()));
      return ExitCode.SUCCESS;
    }
    try (Connection connection = new Connection(app, globals)) {
      connection.requireSupportOf(path, command);
      connection.requireSupportOf(line.seen());
      if (!command.accepts(line.arguments().size(), flags)) {
        throw wrongCount(path, synopsis, usage);
      }
      return command.run(new Invocation(app, path, flags, line.arguments(), connection));
    }
  }

  /** Before it tells a mistake, docker asks whether the engine has the flags in front of it. */
  private Argv.Parsed parse(
      Command command, String path, String synopsis, List<String> words, FlagValues globals) {
    try {
      return parse(
          path, synopsis, withHelp(command.flags()), words, command.usage().interspersed());
    } catch (CommandException e) {
      if (e.getCause() instanceof BadFlag bad) {
        try (Connection connection = new Connection(app, globals)) {
          connection.requireSupportOf(bad.seen());
        }
      }
      throw e;
    }
  }

  private void tellDeprecated(Argv.Parsed line) throws IOException {
    for (String notice : deprecated(line.seen())) {
      app.streams().println(notice);
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

  /** A command line that names no command is read as the group's own. */
  private int unknown(List<String> words, Group group, FlagValues globals, boolean helps)
      throws IOException {
    String path = group.path(app.name());
    boolean top = group == Group.PROGRAM;
    if (CommandList.isDockers(words.getFirst(), group)) {
      String name = "'" + path + ' ' + words.getFirst() + "'";
      throw CommandException.refused(
          app.name() + ": " + name + " is docker's; davit does not have it yet");
    }
    List<Flag<?>> flags = withHelp(top ? GlobalFlags.ALL : List.of());
    Argv.Parsed line = parse(path, top ? synopsis() : path, flags, words, true);
    tellDeprecated(line);
    boolean version = top && globals.get(GlobalFlags.VERSION);
    if (version || helps(line, helps)) {
      return noCommand(group, helps(line, helps), version);
    }
    throw CommandException.refused(
        app.name()
            + ": unknown command: "
            + path
            + ' '
            + line.arguments().getFirst()
            + (top ? "" : "\n\nUsage:  " + path)
            + seeHelp("\n\nRun '", path));
  }

  private String synopsis() {
    return app.name() + " [OPTIONS] COMMAND [ARG...]";
  }

  /** pflag knows {@code -h} wherever a command doesn't use the letter itself. */
  private static List<Flag<?>> withHelp(List<Flag<?>> flags) {
    List<Flag<?>> all = new ArrayList<>(flags);
    if (!flags.contains(HELP)) {
      all.add(HELP);
    }
    if (flags.stream().noneMatch(flag -> flag.hasShorthand('h'))) {
      all.add(SHORT_HELP);
    }
    return all;
  }

  private static Argv.Parsed parse(
      String path, String synopsis, List<Flag<?>> flags, List<String> words, boolean interspersed) {
    try {
      return Argv.parse(flags, words, interspersed);
    } catch (BadFlag e) {
      throw new CommandException(
          e.getMessage() + "\n\nUsage:  " + synopsis + seeHelp("\n\nRun '", path),
          ExitCode.NOT_RUN,
          e);
    }
  }

  private CommandException wrongCount(String path, String synopsis, Usage usage) {
    return CommandException.refused(
        app.name()
            + ": '"
            + path
            + "' "
            + usage.expected()
            + "\n\nUsage:  "
            + synopsis
            + seeHelp(usage.isOpenEnded() ? "\n\nSee '" : "\n\nRun '", path));
  }

  private static String seeHelp(String verb, String path) {
    return verb + path + " --help' for more information";
  }
}
