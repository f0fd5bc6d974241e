package dev.davit.command.system;

import dev.davit.cli.Command;
import dev.davit.cli.CommandContext;
import dev.davit.cli.CommandException;
import dev.davit.cli.ExitCode;
import dev.davit.cli.Usage;
import dev.davit.cli.complete.Completer;
import dev.davit.cli.flags.CommonFlags;
import dev.davit.cli.flags.Flag;
import dev.davit.command.shared.InspectRunner;
import dev.davit.command.shared.ListRunner;
import dev.davit.command.shared.ObjectFormat;
import dev.davit.command.shared.OutputFlags;
import dev.davit.engine.model.DiskUsage;
import dev.davit.format.Lines;
import dev.davit.format.Listing;
import dev.davit.gotypes.GoInt;
import dev.davit.output.OutputSchema;
import dev.davit.output.schema.DiskUsageOutput;
import dev.davit.resource.DiskUsageColumns;
import dev.davit.resource.DiskUsageDetails;
import dev.davit.resource.DiskUsageObjects;
import dev.davit.template.TemplateException;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code davit system df}: shows the disk usage of the engine. Mirrors cli/command/system/df.go.
 */
public final class DiskUsageCommand implements Command {
  private static final Flag<String> FORMAT =
      CommonFlags.FORMAT
          .variant()
          .completes(Completer.format("json raw table", () -> DiskUsageColumns.listing()));
  private static final Flag<@Nullable Long> TOP =
      Flag.value(
          "top",
          (char) 0,
          "int",
          DiskUsageCommand::count,
          "Show the N largest images, containers and volumes, the largest first");
  private static final Flag<Boolean> VERBOSE =
      Flag.bool("verbose", 'v', "Show each image, container, volume and build cache record");

  @Override
  public Usage usage() {
    return Usage.exactly(0, "[OPTIONS]");
  }

  @Override
  public List<Flag<?>> flags() {
    return List.of(FORMAT, OutputFlags.OUTPUT, TOP, VERBOSE);
  }

  @Override
  public OutputSchema<?> output() {
    return DiskUsageOutput.SCHEMA;
  }

  @Override
  public OutputSchema<?> verboseOutput() {
    return DiskUsageOutput.OBJECTS;
  }

  @Override
  public int run(CommandContext in) throws IOException {
    Long top = in.get(TOP);
    if (top != null && in.get(VERBOSE)) {
      throw CommandException.conflict("--top", "--verbose");
    }
    OutputFlags.requireNoConflict(in);
    DiskUsage usage = in.engine().system().diskUsage();
    String format = in.get(FORMAT);
    if (in.get(OutputFlags.OUTPUT) != null) {
      in.streams().print(output(in, usage, top));
    } else if (in.get(VERBOSE)) {
      printDetails(in, usage, format);
    } else if (top == null) {
      print(in, DiskUsageColumns.listing(), DiskUsageColumns.SHOWN, DiskUsageColumns.rows(usage));
    } else {
      print(
          in,
          DiskUsageObjects.listing(),
          DiskUsageObjects.SHOWN,
          DiskUsageObjects.largest(usage, top));
    }
    return ExitCode.SUCCESS;
  }

  private static CharSequence output(CommandContext in, DiskUsage usage, @Nullable Long top)
      throws IOException {
    if (top == null && !in.get(VERBOSE)) {
      return ListRunner.output(in, DiskUsageOutput.SCHEMA).of(DiskUsageColumns.rows(usage));
    }
    return ListRunner.output(in, DiskUsageOutput.OBJECTS)
        .of(top == null ? DiskUsageObjects.all(usage) : DiskUsageObjects.largest(usage, top));
  }

  private static Long count(String text) {
    Long count = GoInt.parseInt(text);
    if (count < 1) {
      throw new IllegalArgumentException("must be at least 1");
    }
    return count;
  }

  private static <T> void print(
      CommandContext in, Listing<T> columns, List<String> shown, List<T> rows) throws IOException {
    Listing<T> listing = columns.on(in.streams()::outIsTerminal);
    String format = in.get(FORMAT).equals("raw") ? DiskUsageColumns.RAW : in.get(FORMAT);
    Lines<T> lines = ListRunner.lines(listing, format, shown);
    for (T row : rows) {
      lines.add(row);
    }
    in.print(lines);
  }

  /**
   * Prints all objects: in tables, or by one execution of a template. A table template has no
   * headings, as with docker.
   */
  private static void printDetails(CommandContext in, DiskUsage usage, String format)
      throws IOException {
    boolean table = format.isEmpty() || format.startsWith("table");
    DiskUsageDetails details = new DiskUsageDetails(usage, table, in.app().clock());
    if (Listing.isDefaultTable(format)) {
      in.streams().print(details.tables(in.streams()::outIsTerminal));
      return;
    }
    ObjectFormat parsed;
    try {
      parsed = ObjectFormat.parse(template(format));
    } catch (TemplateException e) {
      throw new CommandException(InspectRunner.misfit(e), ExitCode.FAILURE, e);
    }
    TemplateException mistake = parsed.print(in.streams(), details.value(), "");
    if (mistake != null) {
      throw CommandException.refused(String.valueOf(mistake.getMessage()));
    }
  }

  private static String template(String format) {
    if (format.equals("raw")) {
      return DiskUsageDetails.RAW;
    }
    String text = format.startsWith("table") ? format.substring("table".length()) : format;
    return text.strip().replace("\\t", "\t").replace("\\n", "\n");
  }
}
