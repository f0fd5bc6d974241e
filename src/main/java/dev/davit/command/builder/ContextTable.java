package dev.davit.command.builder;

import dev.davit.build.BuildContext;
import dev.davit.build.ContextSizes;
import dev.davit.build.ContextSizes.Item;
import dev.davit.build.IgnoreLine;
import dev.davit.cli.CommandContext;
import dev.davit.cli.CommandException;
import dev.davit.cli.ExitCode;
import dev.davit.format.Table;
import dev.davit.format.Units;
import dev.davit.text.ControlBytes;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The files that a build sends: the table of {@code --context-list}, the warning of many bytes. */
final class ContextTable {
  /** The size of a context in bytes from which a warning is printed. */
  private static final long LARGE = 500_000_000;

  private static final int NAMED = 3;

  private ContextTable() {}

  /** Prints the table. */
  static int print(CommandContext in, BuildContext context) throws IOException {
    if (context.directory() == null) {
      throw CommandException.refused("--context-list requires a directory or a git repository");
    }
    ContextSizes sizes = new ContextSizes(true);
    context.directory().check(sizes);
    StringBuilder rows = new StringBuilder("SIZE\tPATH\t.DOCKERIGNORE\n");
    rows.append(Units.decimal(sizes.total(), 4)).append("\t.\t\n");
    for (Item item : sizes.items()) {
      rows.append(item.size() == null ? "ignored" : Units.decimal(item.size(), 4))
          .append('\t')
          .append(cell(item.path()))
          .append('\t')
          .append(rule(item.line()))
          .append('\n');
    }
    in.streams().print(Table.layOut(rows));
    return ExitCode.SUCCESS;
  }

  private static String cell(String text) {
    return ControlBytes.replaced(text).replace('\t', ' ').replace('\n', ' ');
  }

  private static String rule(@Nullable IgnoreLine line) {
    if (line == null) {
      return "";
    }
    return line.number() == 0 ? "always sent" : "line " + line.number() + ": " + cell(line.shown());
  }

  /** Prints a warning if the context is large. */
  static void warn(CommandContext in, ContextSizes sizes) {
    if (sizes.total() <= LARGE) {
      return;
    }
    StringBuilder text =
        new StringBuilder("WARNING: the build context has " + Units.decimal(sizes.total(), 4));
    String separator = ": ";
    for (Item item : sizes.items().subList(0, Math.min(NAMED, sizes.items().size()))) {
      text.append(separator)
          .append(ControlBytes.replaced(item.path()))
          .append(' ')
          .append(Units.decimal(item.size() == null ? 0 : item.size(), 4));
      separator = ", ";
    }
    in.streams().error(text + "; list it with --context-list");
  }
}
