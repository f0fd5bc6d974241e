package dev.davit.cli;

import static dev.davit.cli.GlobalFlags.HELP;

import dev.davit.cli.Argv.BadFlag;
import dev.davit.cli.CommandList.Entry;
import dev.davit.cli.CommandList.Group;
import dev.davit.cli.flags.Flag;
import dev.davit.cli.flags.FlagValues;
import dev.davit.config.ConfigException;
import dev.davit.terminal.Streams;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;

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
    String name = app.name();
    Argv.Parsed line = parseGlobals(args);
    FlagValues globals = PicocliModel.parse(line);
    debug = globals.get(GlobalFlags.DEBUG);
    if (globals.get(GlobalFlags.VERSION)) {
      app.streams().println(Version.line(name));
      return ExitCode.SUCCESS;
    }
    List<String> words = line.arguments();
    if (words.isEmpty()) {
      return showHelp(globals, HelpText.ofProgram(name, style()));
    }
    List<String> rest = words.subList(1, words.size());
    if (globals.get(HELP)) {
      return help(words);
    }
    if (words.getFirst().equals("help")) {
      return help(rest);
    }
    Group group = Group.named(words.getFirst()).orElse(Group.PROGRAM);
    return group == Group.PROGRAM ? command(words, group, globals) : group(group, globals, rest);
  }

  /** Of these flags docker tells at once that they are old, and on standard error. */
  private Argv.Parsed parseGlobals(List<String> args) {
    String name = app.name();
    try {
      Argv.Parsed line =
          parse(name, name + " [OPTIONS] COMMAND [ARG...]", withHelp(GlobalFlags.ALL), args, false);
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
  private int group(Group group, FlagValues globals, List<String> args) throws IOException {
    String path = group.path(app.name());
    Argv.Parsed line = parse(path, path, withHelp(List.of()), args, false);
    tellDeprecated(line);
    List<String> words = line.arguments();
    if (words.isEmpty()) {
      return showHelp(PicocliModel.parse(line), HelpText.ofGroup(app.name(), group, style()));
    }
    return command(words, group, globals);
  }

  private HelpStyle style() {
    return HelpStyle.of(app);
  }

  /** Help that was asked for goes to standard output, help for want of a command does not. */
  private int showHelp(FlagValues flags, String text) throws IOException {
    if (flags.get(HELP)) {
      app.streams().print(text);
    } else {
      app.streams().error(text.stripTrailing());
    }
    return ExitCode.SUCCESS;
  }

  /** {@code davit help [COMMAND]}. */
  private int help(List<String> words) throws IOException {
    if (words.isEmpty()) {
      app.streams().print(HelpText.ofProgram(app.name(), style()));
      return ExitCode.SUCCESS;
    }
    Group group = Group.named(words.getFirst()).orElse(Group.PROGRAM);
    boolean grouped = group != Group.PROGRAM;
    if (grouped && words.size() == 1) {
      app.streams().print(HelpText.ofGroup(app.name(), group, style()));
      return ExitCode.SUCCESS;
    }
    String topic = words.get(grouped ? 1 : 0);
    Entry entry =
        CommandList.find(topic, group)
            .orElseThrow(() -> CommandException.refused("unknown help topic: " + topic));
    app.streams()
        .print(
            HelpText.ofCommand(
                app.name(), path(entry, group), entry, entry.command().get(), style()));
    return ExitCode.SUCCESS;
  }

  /** The command that the first word names, with the others as its own. */
  private int command(List<String> typed, Group group, FlagValues globals) throws IOException {
    Entry entry = find(typed.getFirst(), group);
    List<String> words = typed.subList(1, typed.size());
    Command command = entry.command().get();
    Usage usage = command.usage();
    String path = path(entry, group);
    String synopsis = usage.text(app.name(), path);
    Argv.Parsed line = parse(command, path, synopsis, words, globals);
    FlagValues flags = PicocliModel.parse(line);
    tellDeprecated(line);
    if (flags.get(HELP)) {
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

  private Entry find(String name, Group group) {
    return CommandList.find(name, group).orElseThrow(() -> unknown(name, group));
  }

  private CommandException unknown(String name, Group group) {
    String parent = group.path(app.name());
    if (CommandList.isDockers(name, group)) {
      return CommandException.refused(
          app.name() + ": '" + parent + ' ' + name + "' is docker's; davit does not have it yet");
    }
    return CommandException.refused(
        app.name()
            + ": unknown command: "
            + parent
            + ' '
            + name
            + (group == Group.PROGRAM ? "" : "\n\nUsage:  " + parent)
            + seeHelp("\n\nRun '", parent));
  }

  private String path(Entry entry, Group group) {
    return group.path(app.name()) + ' ' + entry.name();
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
