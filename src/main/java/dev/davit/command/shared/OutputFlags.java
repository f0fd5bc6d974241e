package dev.davit.command.shared;

import dev.davit.cli.CommandContext;
import dev.davit.cli.CommandException;
import dev.davit.cli.complete.Candidates;
import dev.davit.cli.complete.Completer;
import dev.davit.cli.complete.Typing;
import dev.davit.cli.flags.CommonFlags;
import dev.davit.cli.flags.Flag;
import dev.davit.format.Column;
import dev.davit.format.Listing;
import dev.davit.output.OutputFormat;
import dev.davit.output.OutputSchema;
import dev.davit.output.SortOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The flags that select the format, the order and the columns of lists; docker lacks them. */
public final class OutputFlags {
  /** {@code --output} of a list. */
  public static final Flag<@Nullable OutputFormat> OUTPUT =
      Flag.value(
              "output",
              'o',
              "string",
              text -> OutputFormat.parse(text),
              "Output format for programs: json, jsonl, yaml, csv or tsv")
          .completes(Completer.words(OutputFormat.WORDS));

  /** {@code --output} of a command that prints the engine's own objects. */
  public static final Flag<@Nullable OutputFormat> OBJECT_OUTPUT =
      OUTPUT
          .variant("Output format for programs: json, jsonl or yaml")
          .completes(Completer.words(OutputFormat.OBJECT_WORDS));

  private static final Flag<@Nullable List<String>> COLUMNS =
      Flag.value(
          "columns",
          "string",
          text -> List.of(text.split(",", -1)),
          "Show only these columns of the table, or fields of --output, separated by commas");

  private OutputFlags() {}

  /** {@code --columns} of a list. */
  public static <T> Flag<@Nullable List<String>> columns(
      Supplier<Listing<T>> listing, Supplier<OutputSchema<T>> schema) {
    return COLUMNS
        .variant()
        .completes(
            typing ->
                typing.lastOf(
                    typing.given().containsKey(OUTPUT.name())
                        ? schema.get().names()
                        : listing.get().columns().stream().map(Column::name).toList()));
  }

  /** {@code --sort} of a list. */
  public static <T> Flag<@Nullable SortOrder> sort(Supplier<OutputSchema<T>> schema) {
    return Flag.value(
            "sort",
            "string",
            text -> SortOrder.parse(text, schema.get()),
            "Sort by fields of --output, separated by commas; -KEY in reverse order")
        .completes(typing -> keys(typing, schema.get().names()));
  }

  /** Completes the last of several names, or keys of {@code --sort}. */
  public static Candidates keys(Typing typing, List<String> names) {
    List<String> all = new ArrayList<>(names);
    names.forEach(name -> all.add('-' + name));
    return typing.lastOf(all);
  }

  /** The names given with {@code --columns}; null without the flag. */
  public static @Nullable List<String> columns(CommandContext in) {
    return in.get(COLUMNS);
  }

  /** Whether {@code --columns} has a column or field. */
  public static boolean hasColumn(CommandContext in, String name) {
    List<String> columns = columns(in);
    return columns != null && columns.stream().anyMatch(name::equalsIgnoreCase);
  }

  /** Whether {@code --output} or {@code --columns} replaces the default format. */
  public static boolean replaceFormat(CommandContext in) {
    return in.get(OUTPUT) != null || columns(in) != null;
  }

  /**
   * Refuses {@code --output} and {@code --columns} together with {@code --format} and other flags.
   *
   * @param others the flags besides {@code --format} that print something else
   */
  public static void requireNoConflict(CommandContext in, Flag<?>... others) {
    for (Flag<?> flag : List.of(OUTPUT, COLUMNS)) {
      if (!in.flags().given(flag)) {
        continue;
      }
      refuse(in, flag, CommonFlags.FORMAT);
      refuse(in, flag, CommonFlags.OBJECT_FORMAT);
      for (Flag<?> other : others) {
        refuse(in, flag, other);
      }
    }
  }

  private static void refuse(CommandContext in, Flag<?> flag, Flag<?> other) {
    if (in.flags().given(other) && !Boolean.FALSE.equals(in.flags().get(other))) {
      boolean sorted = flag.name().compareTo(other.name()) < 0;
      String one = "--" + flag.name();
      String two = "--" + other.name();
      throw sorted ? CommandException.conflict(one, two) : CommandException.conflict(two, one);
    }
  }

  /**
   * Returns the format for a command that prints the engine's own objects; null without the flag.
   */
  public static @Nullable OutputFormat ofObjects(CommandContext in) {
    requireNoConflict(in);
    OutputFormat format = in.get(OUTPUT);
    if (format != null && format.isTable()) {
      throw CommandException.refused(
          "--output "
              + format.word()
              + " is for lists only: use json, jsonl or yaml with "
              + in.path());
    }
    return format;
  }
}
