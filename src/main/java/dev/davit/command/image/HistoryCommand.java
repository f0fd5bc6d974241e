package dev.davit.command.image;

import dev.davit.cli.Command;
import dev.davit.cli.CommandContext;
import dev.davit.cli.ExitCode;
import dev.davit.cli.Usage;
import dev.davit.cli.complete.Completer;
import dev.davit.cli.complete.Completers;
import dev.davit.cli.flags.CommonFlags;
import dev.davit.cli.flags.Flag;
import dev.davit.cli.flags.FlagValues;
import dev.davit.command.shared.ListRunner;
import dev.davit.command.shared.OutputFlags;
import dev.davit.command.shared.PlatformFlag;
import dev.davit.engine.model.ImageHistoryItem;
import dev.davit.format.Lines;
import dev.davit.format.Listing;
import dev.davit.output.OutputSchema;
import dev.davit.output.SortOrder;
import dev.davit.output.schema.HistoryOutput;
import dev.davit.resource.HistoryColumns;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code davit history}: lists the layers of an image. Mirrors cli/command/image/history.go. */
public final class HistoryCommand implements Command {
  private static final Flag<@Nullable List<String>> COLUMNS =
      OutputFlags.columns(
          () -> HistoryColumns.listing(true, true, InstantSource.system()),
          () -> HistoryOutput.SCHEMA);
  private static final Flag<String> FORMAT =
      CommonFlags.FORMAT
          .variant()
          .completes(
              Completer.format(
                  "json table", () -> HistoryColumns.listing(true, true, InstantSource.system())));
  private static final Flag<Boolean> HUMAN =
      Flag.boolOn("human", 'H', "Print ages, and sizes with units (default true)");
  private static final Flag<Boolean> NO_TRUNC =
      Flag.bool("no-trunc", "Do not truncate IDs or instructions");
  private static final Flag<String> PLATFORM =
      Flag.string("platform", "Show the history of the image for a platform: OS[/ARCH[/VARIANT]]")
          .since(1, 48)
          .completes(Completers.PLATFORM);
  private static final Flag<Boolean> QUIET = Flag.bool("quiet", 'q', "Print image IDs only");
  private static final Flag<@Nullable SortOrder> SORT =
      OutputFlags.sort(() -> HistoryOutput.SCHEMA);

  @Override
  public Usage usage() {
    return Usage.exactly(1, "[OPTIONS] IMAGE");
  }

  @Override
  public List<Flag<?>> flags() {
    return List.of(COLUMNS, FORMAT, HUMAN, NO_TRUNC, OutputFlags.OUTPUT, PLATFORM, QUIET, SORT);
  }

  @Override
  public Completer argument(int place, FlagValues given) {
    return place == 0 ? Completers.IMAGE : Completers.NOTHING;
  }

  @Override
  public OutputSchema<?> output() {
    return HistoryOutput.SCHEMA;
  }

  @Override
  public int run(CommandContext in) throws IOException {
    OutputFlags.requireNoConflict(in, QUIET);
    String platform = PlatformFlag.json(in, PLATFORM);
    List<ImageHistoryItem> layers = in.engine().images().history(in.args().getFirst(), platform);
    Listing<ImageHistoryItem> listing =
        HistoryColumns.listing(!in.get(NO_TRUNC), in.get(HUMAN), in.app().clock())
            .on(in.streams()::outIsTerminal);
    in.streams()
        .print(
            lines(in, listing)
                .of(ListRunner.sorted(in.get(SORT), () -> HistoryOutput.SCHEMA, layers)));
    return ExitCode.SUCCESS;
  }

  private static Lines<ImageHistoryItem> lines(CommandContext in, Listing<ImageHistoryItem> listing)
      throws IOException {
    Lines<ImageHistoryItem> selected = ListRunner.selected(in, () -> HistoryOutput.SCHEMA, listing);
    if (selected != null) {
      return selected;
    }
    String format = in.get(CommonFlags.FORMAT);
    return in.get(QUIET) && Listing.isDefaultTable(format)
        ? listing.table(List.of("ID"), false)
        : ListRunner.lines(
            listing, format, in.get(HUMAN) ? HistoryColumns.SHOWN : HistoryColumns.SHOWN_EXACT);
  }
}
