package dev.davit.command.shared;

import dev.davit.cli.CommandContext;
import dev.davit.cli.CommandException;
import dev.davit.cli.flags.CommonFlags;
import dev.davit.format.Column;
import dev.davit.format.FormatException;
import dev.davit.format.Lines;
import dev.davit.format.Listing;
import dev.davit.output.OutputFormat;
import dev.davit.output.OutputLines;
import dev.davit.output.OutputSchema;
import dev.davit.output.SortOrder;
import dev.davit.text.GoQuote;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The steps of all commands that list objects by {@code --format} or {@code --output}. */
public final class ListRunner {
  private ListRunner() {}

  /**
   * The format of {@code --format}, or else of config.json for this command; may be empty, as it is
   * if other flags replace it.
   */
  public static String format(CommandContext in, String command) {
    String given = in.get(CommonFlags.FORMAT);
    return !given.isEmpty()
        ? given
        : OutputFlags.replaceFormat(in) ? "" : in.config().format(command).orElse("");
  }

  /** Returns lines by a format, or the default table of {@code columns}. */
  public static <T> Lines<T> lines(Listing<T> listing, String format, List<String> columns)
      throws FormatException {
    return Listing.isDefaultTable(format) ? listing.table(columns, true) : listing.lines(format);
  }

  /**
   * Returns the lines that {@code --output} or {@code --columns} selects; null without these flags.
   *
   * @param schema called only if needed, as creating a schema takes time
   */
  public static <T> @Nullable Lines<T> selected(
      CommandContext in, Supplier<OutputSchema<T>> schema, Listing<T> listing) {
    List<String> columns = OutputFlags.columns(in);
    if (in.get(OutputFlags.OUTPUT) != null) {
      return output(in, schema.get());
    }
    if (columns == null) {
      return null;
    }
    List<String> all = listing.columns().stream().map(Column::name).toList();
    return listing.table(known(columns, all), true);
  }

  /** Returns the lines of {@code --output}, which is given. */
  public static <T> OutputLines<T> output(CommandContext in, OutputSchema<T> schema) {
    OutputFormat format = in.get(OutputFlags.OUTPUT);
    if (format == null) {
      throw new IllegalStateException("without --output");
    }
    List<String> columns = OutputFlags.columns(in);
    OutputSchema<T> selected =
        columns == null ? schema : schema.only(known(columns, schema.names()));
    return new OutputLines<>(selected, format, in.streams()::outIsTerminal);
  }

  /** Returns names as they are spelled in a list, and refuses others. */
  private static List<String> known(List<String> names, List<String> all) {
    List<String> known = new ArrayList<>();
    for (String name : names) {
      known.add(
          all.stream()
              .filter(name::equalsIgnoreCase)
              .findFirst()
              .orElseThrow(() -> unknown(name, all)));
    }
    return known;
  }

  private static CommandException unknown(String name, List<String> all) {
    return CommandException.refused(
        "unknown column " + GoQuote.quote(name) + ": must be one of " + String.join(", ", all));
  }

  /** Sorts a list by {@code --sort}, if given. */
  public static <T> List<T> sorted(
      @Nullable SortOrder order, Supplier<OutputSchema<T>> schema, List<T> list) {
    if (order == null) {
      return list;
    }
    List<T> sorted = new ArrayList<>(list);
    sorted.sort(order.of(schema.get()));
    return sorted;
  }
}
