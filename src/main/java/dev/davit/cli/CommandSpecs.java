package dev.davit.cli;

import dev.davit.cli.PflagParser.Use;
import dev.davit.cli.flags.Flag;
import dev.davit.cli.flags.FlagGroup;
import dev.davit.cli.flags.FlagValues;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.IGetter;
import picocli.CommandLine.Model.ISetter;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * picocli's model of the command line, which parsing, help, man pages and completion share. It is
 * built in code, for the nodes that a line names, so no annotations are read at run time and a
 * native image needs no reflection metadata. The user object of an option is its {@link Flag}; the
 * user object of a command is its node, or the action that executes it.
 */
final class CommandSpecs {
  /** The delimiter for picocli instead of {@code --}, which can be a value. */
  private static final String END_OF_OPTIONS = "\0";

  /** The name of the subcommand that stands for words that name no command. */
  private static final String STRAY = "\0\0";

  /** {@code -h}, which every command has unless one of its flags is {@code -h}. */
  private static final Flag<Boolean> SHORT_HELP = GlobalFlags.HELP.oldShorthand('h');

  private CommandSpecs() {}

  /** All flags of a node, including hidden flags. */
  static List<Flag<?>> flags(CommandNode node, @Nullable Command command) {
    List<Flag<?>> own = ownFlags(node, command);
    List<Flag<?>> all = new ArrayList<>(own);
    if (!own.contains(GlobalFlags.HELP)) {
      all.add(GlobalFlags.HELP);
    }
    for (Flag<?> flag : own) {
      if (flag.hasShorthand('h')) {
        return all;
      }
    }
    all.add(SHORT_HELP);
    return all;
  }

  /** The flag from which an option was created. */
  static Flag<?> flag(OptionSpec option) {
    return (Flag<?>) option.userObject();
  }

  private static List<Flag<?>> ownFlags(CommandNode node, @Nullable Command command) {
    if (command != null) {
      return command.flags();
    }
    return node.isRoot() ? GlobalFlags.ALL : List.of();
  }

  /**
   * Options below one heading of help. picocli's own groups take 15 ms for the options of {@code
   * run}.
   */
  record OptionGroup(String heading, List<OptionSpec> options) {}

  /** The model of a node with all its flags, and the names and summaries of its children. */
  record Model(CommandSpec spec, List<OptionGroup> groups) {}

  /** Creates the model that help, man pages and completion read. */
  static Model of(CommandNode node, String program) {
    Command command = node.isGroup() ? null : node.newCommand();
    CommandSpec spec = named(node, node);
    String path = node.path(program);
    spec.usageMessage()
        .customSynopsis(
            command == null
                ? path + (node.isRoot() ? " [OPTIONS] COMMAND" : " COMMAND")
                : command
                    .usage()
                    .inHelp(!command.flags().isEmpty(), command.selectable())
                    .text(program, path));
    for (CommandNode child : node.children()) {
      spec.addSubcommand(child.name(), named(child, child));
    }
    List<OptionGroup> groups = new ArrayList<>();
    for (FlagGroup group : flagGroups(node, command)) {
      groups.add(new OptionGroup(group.heading(), options(group)));
    }
    groups.forEach(group -> group.options.forEach(spec::addOption));
    if (command != null && command.usage().max() > 0) {
      spec.addPositional(
          arguments(new ArrayList<>(), command.usage().arity(), command.usage().label()));
    }
    return new Model(spec, groups);
  }

  private static List<OptionSpec> options(FlagGroup group) {
    FlagValues none = new FlagValues();
    List<OptionSpec> options = new ArrayList<>();
    for (Flag<?> flag : group.flags()) {
      if (!flag.isOtherName()) {
        options.add(option(flag, none, flag.isSwitch() ? "0" : "1", flag::parse));
      }
    }
    return options;
  }

  private static List<FlagGroup> flagGroups(CommandNode node, @Nullable Command command) {
    return command == null
        ? List.of(new FlagGroup("Global Options", ownFlags(node, null)))
        : command.flagGroups();
  }

  private static CommandSpec named(CommandNode node, Object userObject) {
    CommandSpec spec = CommandSpec.wrapWithoutInspection(userObject);
    spec.name(node.name()).aliases(node.aliases().toArray(String[]::new));
    spec.usageMessage().description(node.summary()).hidden(!node.isListed());
    return spec;
  }

  /**
   * Creates picocli's command line of the nodes and flags that were typed; {@code action} executes
   * a node.
   */
  static CommandLine commandLine(TypedLine line, Function<Level, Callable<Integer>> action) {
    List<Level> levels = line.levels();
    CommandSpec below = null;
    for (int i = levels.size() - 1; i >= 0; i--) {
      Level level = levels.get(i);
      CommandSpec spec = named(level.node(), action.apply(level));
      for (Flag<?> flag : level.words().targets()) {
        spec.addOption(option(flag, level.values(), "1", value -> convert(flag, value, level)));
      }
      if (below == null) {
        // Cli checks their number, with docker's message
        spec.addPositional(arguments(level.arguments(), "0..*", ""));
      } else {
        spec.addSubcommand(nameBelow(levels, i), below);
      }
      below = spec;
    }
    return new CommandLine(below)
        .setExpandAtFiles(false)
        .setOverwrittenOptionsAllowed(true)
        .setInterpolateVariables(false)
        .setAllowOptionsAsOptionParameters(true)
        .setEndOfOptionsDelimiter(END_OF_OPTIONS);
  }

  private static String nameBelow(List<Level> levels, int i) {
    Level next = levels.get(i + 1);
    return next.isStray() ? STRAY : next.node().name();
  }

  /** The words for picocli: each use of a flag as {@code --NAME=VALUE}, commands, arguments. */
  static String[] canonical(TypedLine line) {
    List<String> words = new ArrayList<>();
    List<Level> levels = line.levels();
    for (int i = 0; i < levels.size(); i++) {
      for (Use use : levels.get(i).words().uses()) {
        words.add("--" + use.flag().target().name() + '=' + use.value());
      }
      if (i < levels.size() - 1) {
        words.add(nameBelow(levels, i));
      }
    }
    words.add(END_OF_OPTIONS);
    words.addAll(line.last().words().arguments());
    return words.toArray(String[]::new);
  }

  private static @Nullable Object convert(Flag<?> flag, String value, Level level) {
    Object converted = flag.parse(value);
    level.converted().add(level.words().uses().get(level.converted().size()).flag());
    return converted;
  }

  private static PositionalParamSpec arguments(List<String> place, String arity, String label) {
    Arguments arguments = new Arguments(place);
    return PositionalParamSpec.builder()
        .index("0..*")
        .arity(arity)
        .paramLabel(label)
        .type(List.class)
        .auxiliaryTypes(String.class)
        .getter(arguments)
        .setter(arguments)
        .build();
  }

  private static OptionSpec option(
      Flag<?> flag, FlagValues values, String arity, ITypeConverter<?> converter) {
    Binding binding = new Binding(flag, values);
    OptionSpec.Builder option =
        flag.shortName().isEmpty()
            ? OptionSpec.builder("--" + flag.name())
            : OptionSpec.builder(flag.shortName(), "--" + flag.name());
    if (flag.isRepeatable()) {
      option.type(List.class).auxiliaryTypes(Object.class);
    } else {
      option.type(Object.class);
    }
    return option
        .arity(arity)
        .paramLabel(flag.label())
        .description(flag.help())
        .hidden(flag.isHidden())
        .userObject(flag)
        .converters(converter)
        .getter(binding)
        .setter(binding)
        .build();
  }

  /** Binds an option to the flag's value in {@link FlagValues}. */
  private record Binding(Flag<?> flag, FlagValues values) implements IGetter, ISetter {
    @Override
    @SuppressWarnings({
      "unchecked",
      "NullAway",
      "TypeParameterUnusedInFormals"
    }) // picocli's signature; null: no value yet
    public <T> T get() {
      return (T) (values.given(flag) ? values.get(flag) : null);
    }

    @Override
    @SuppressWarnings("TypeParameterUnusedInFormals") // picocli's signature
    public <T> @Nullable T set(T value) {
      if (value != null) {
        values.set(flag, value);
      }
      return null;
    }
  }

  /** Binds the positional parameters to a list. */
  private record Arguments(List<String> list) implements IGetter, ISetter {
    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // picocli's signature
    public <T> T get() {
      return (T) list;
    }

    @Override
    @SuppressWarnings({"unchecked", "NullAway", "TypeParameterUnusedInFormals"})
    public <T> @Nullable T set(T value) {
      if (value != null) {
        List<String> all = List.copyOf((List<String>) value); // value can be the same list
        list.clear();
        list.addAll(all);
      }
      return null;
    }
  }
}
