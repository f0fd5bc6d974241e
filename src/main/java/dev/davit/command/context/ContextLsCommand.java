package dev.davit.command.context;

import dev.davit.cli.Command;
import dev.davit.cli.CommandContext;
import dev.davit.cli.CommandException;
import dev.davit.cli.ExitCode;
import dev.davit.cli.Usage;
import dev.davit.cli.complete.Completer;
import dev.davit.cli.flags.CommonFlags;
import dev.davit.cli.flags.Flag;
import dev.davit.command.several.ContextsFlags;
import dev.davit.command.shared.ListRunner;
import dev.davit.command.shared.OutputFlags;
import dev.davit.config.ConfigException;
import dev.davit.context.ContextMeta;
import dev.davit.context.Contexts;
import dev.davit.format.Lines;
import dev.davit.format.Listing;
import dev.davit.output.OutputSchema;
import dev.davit.output.SortOrder;
import dev.davit.output.schema.ContextOutput;
import dev.davit.resource.ContextColumns;
import dev.davit.resource.ContextColumns.Line;
import dev.davit.text.NaturalOrder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** {@code davit context ls}: lists contexts. Mirrors cli/command/context/list.go. */
public final class ContextLsCommand implements Command {
  private static final Flag<@Nullable List<String>> COLUMNS =
      OutputFlags.columns(() -> ContextColumns.listing(true), () -> ContextOutput.WITH_STATUS);
  private static final Flag<Boolean> QUIET = Flag.bool("quiet", 'q', "Print context names only");
  private static final Flag<@Nullable SortOrder> SORT =
      OutputFlags.sort(() -> ContextOutput.WITH_STATUS);
  private static final Flag<Boolean> STATUS =
      Flag.bool(
          "status",
          "Show which engines respond, with version, time of a ping and running containers");

  private static final Flag<String> FORMAT =
      CommonFlags.FORMAT
          .variant()
          .completes(Completer.format("json table", () -> ContextColumns.listing(true)));

  @Override
  public Usage usage() {
    return Usage.exactly(0, "[OPTIONS]");
  }

  @Override
  public List<Flag<?>> flags() {
    return List.of(
        COLUMNS, ContextsFlags.DEADLINE, FORMAT, OutputFlags.OUTPUT, QUIET, SORT, STATUS);
  }

  @Override
  public OutputSchema<?> output() {
    return ContextOutput.SCHEMA;
  }

  @Override
  public int run(CommandContext in) throws IOException {
    OutputFlags.requireNoConflict(in, QUIET);
    boolean status = in.get(STATUS);
    if (in.get(ContextsFlags.DEADLINE) != null && !status) {
      throw CommandException.refused("--deadline requires --status");
    }
    String format = in.get(CommonFlags.FORMAT);
    if (in.get(QUIET)) {
      format = "{{.Name}}";
    } else if (Listing.isDefaultTable(format)) {
      format = status ? ContextColumns.STATUS_TABLE : ContextColumns.TABLE;
    }
    Listing<Line> listing = ContextColumns.listing(status);
    if (status) {
      listing = listing.on(in.streams()::outIsTerminal);
    }
    Supplier<OutputSchema<Line>> schema =
        () -> status ? ContextOutput.WITH_STATUS : ContextOutput.SCHEMA;
    Lines<Line> selected = ListRunner.selected(in, schema, listing);
    Lines<Line> lines = selected == null ? listing.lines(format) : selected;
    List<Line> all = lines(in.contexts());
    List<Line> shown = status ? EngineStatus.of(in, all) : all;
    in.streams().print(lines.of(ListRunner.sorted(in.get(SORT), schema, shown)));
    if (!in.app().env().getOrDefault("DOCKER_HOST", "").isEmpty()) {
      in.streams().error(OverriddenContext.warning("a context"));
    }
    return ExitCode.SUCCESS;
  }

  /** The contexts with the current context, even if it does not exist. */
  private static List<Line> lines(Contexts contexts) {
    List<Line> lines = new ArrayList<>();
    for (ContextMeta context : contexts.all()) {
      lines.add(line(context, context.name().equals(contexts.current())));
    }
    if (lines.stream().noneMatch(Line::current)) {
      lines.add(new Line(contexts.current(), true, "", "", problem(contexts), null));
    }
    lines.sort(Comparator.comparing(Line::name, NaturalOrder.INSTANCE));
    return lines;
  }

  private static Line line(ContextMeta context, boolean current) {
    String name = context.name();
    try {
      return new Line(name, current, context.description(), context.endpoint().host(), "", null);
    } catch (ConfigException e) {
      return new Line(name, current, context.description(), "", e.getMessage(), null);
    }
  }

  private static String problem(Contexts contexts) {
    try {
      contexts.get(contexts.current());
      return "";
    } catch (ConfigException e) {
      return e.getMessage();
    }
  }
}
