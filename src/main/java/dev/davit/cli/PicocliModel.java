package dev.davit.cli;

import dev.davit.cli.flags.Flag;
import dev.davit.cli.flags.FlagGroup;
import dev.davit.cli.flags.FlagValues;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.ColorScheme;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.IGetter;
import picocli.CommandLine.Model.ISetter;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.ParserSpec;

/**
 * The picocli model of one command, built in code from its flags: no annotations to read, no
 * reflection to declare to a native image.
 */
final class PicocliModel {
  /** In place of {@code --}, which can be a value. */
  private static final String NEVER_TYPED = "\0";

  private PicocliModel() {}

  /** Reads the options of a line that {@link Argv} has put in order and checked. */
  static FlagValues parse(Argv.Parsed line) {
    FlagValues values = new FlagValues();
    if (line.options().isEmpty()) {
      return values; // nothing to read, and picocli not to be loaded for
    }
    CommandSpec spec = CommandSpec.create();
    line.seen().stream()
        .<Flag<?>>map(Flag::target)
        .distinct()
        .forEach(flag -> spec.addOption(option(flag, values)));
    new CommandLine(spec)
        .setExpandAtFiles(false)
        .setOverwrittenOptionsAllowed(true)
        .setInterpolateVariables(false)
        .setAllowOptionsAsOptionParameters(true)
        .setEndOfOptionsDelimiter(NEVER_TYPED)
        .parseArgs(line.options().toArray(String[]::new));
    return values;
  }

  /** The flags as help shows them, a line or more each, below the headings of their groups. */
  static String optionLists(List<FlagGroup> groups, HelpStyle style) {
    CommandSpec spec = CommandSpec.create();
    spec.parser(new ParserSpec().separator(" "));
    spec.usageMessage().width(style.width()).sortOptions(false);
    List<List<OptionSpec>> options = groups.stream().map(PicocliModel::shown).toList();
    options.forEach(group -> group.forEach(spec::addOption));
    Help help = new Help(spec, colours(style));
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < groups.size(); i++) {
      if (!options.get(i).isEmpty()) {
        // one layout would repeat what it has shown; made of all options they are equally wide
        Help.Layout layout =
            help.createDefaultLayout(spec.options(), List.of(), help.colorScheme());
        text.append('\n')
            .append(style.heading(groups.get(i).heading() + ':'))
            .append('\n')
            .append(
                help.optionListExcludingGroups(
                    options.get(i), layout, null, help.parameterLabelRenderer()));
      }
    }
    return text.toString();
  }

  private static ColorScheme colours(HelpStyle style) {
    return new ColorScheme.Builder(style.coloured() ? Help.Ansi.ON : Help.Ansi.OFF)
        .options(Help.Ansi.Style.fg_cyan)
        .optionParams(Help.Ansi.Style.italic)
        .build();
  }

  private static List<OptionSpec> shown(FlagGroup group) {
    FlagValues none = new FlagValues();
    return group.flags().stream()
        .filter(flag -> !flag.isHidden())
        .map(flag -> shown(flag, none))
        .toList();
  }

  /** One flag for help; a value that may be left out stands behind {@code =}, in brackets. */
  private static OptionSpec shown(Flag<?> flag, FlagValues none) {
    OptionSpec option = option(flag, none);
    if (flag.hasOptionalValue()) {
      return OptionSpec.builder("--" + flag.name() + "[=" + flag.label() + ']')
          .arity("0")
          .description(flag.help())
          .build();
    }
    return flag.isSwitch() ? OptionSpec.builder(option).arity("0").build() : option;
  }

  private static OptionSpec option(Flag<?> flag, FlagValues values) {
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
        .arity("1")
        .paramLabel(flag.label())
        .description(flag.help())
        .converters(flag::parse)
        .getter(binding)
        .setter(binding)
        .build();
  }

  /** Where picocli keeps what it reads. */
  private record Binding(Flag<?> flag, FlagValues values) implements IGetter, ISetter {
    @Override
    @SuppressWarnings({
      "unchecked",
      "NullAway",
      "TypeParameterUnusedInFormals"
    }) // picocli's signature; null is "none yet"
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
}
