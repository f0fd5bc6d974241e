package dev.davit.command.shared;

import dev.davit.cli.CommandContext;
import dev.davit.cli.flags.CommonFlags;
import dev.davit.format.FormatException;
import dev.davit.format.Lines;
import dev.davit.format.Listing;
import java.util.List;

/** The steps of all commands that list objects by {@code --format}. */
public final class ListRunner {
  private ListRunner() {}

  /** The format of {@code --format}, or else of config.json for this command; may be empty. */
  public static String format(CommandContext in, String command) {
    String given = in.get(CommonFlags.FORMAT);
    return given.isEmpty() ? in.config().format(command).orElse("") : given;
  }

  /** Returns lines by a format, or the default table of {@code columns}. */
  public static <T> Lines<T> lines(Listing<T> listing, String format, List<String> columns)
      throws FormatException {
    return Listing.isDefaultTable(format) ? listing.table(columns, true) : listing.lines(format);
  }
}
