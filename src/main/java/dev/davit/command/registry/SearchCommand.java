package dev.davit.command.registry;

import dev.davit.cli.Command;
import dev.davit.cli.CommandContext;
import dev.davit.cli.ExitCode;
import dev.davit.cli.Usage;
import dev.davit.cli.complete.Completer;
import dev.davit.cli.complete.Completers;
import dev.davit.cli.flags.CommonFlags;
import dev.davit.cli.flags.Flag;
import dev.davit.command.shared.ListRunner;
import dev.davit.command.shared.OutputFlags;
import dev.davit.config.Credentials;
import dev.davit.engine.model.ImageSearchResult;
import dev.davit.format.Lines;
import dev.davit.format.Listing;
import dev.davit.gotypes.GoInt;
import dev.davit.opts.Filters;
import dev.davit.opts.KeyValue;
import dev.davit.output.OutputSchema;
import dev.davit.output.SortOrder;
import dev.davit.output.schema.SearchOutput;
import dev.davit.resource.SearchColumns;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@code davit search}: searches a registry. Mirrors cli/command/registry/search.go. */
public final class SearchCommand implements Command {
  private static final Flag<@Nullable List<String>> COLUMNS =
      OutputFlags.columns(() -> SearchColumns.listing(true), () -> SearchOutput.SCHEMA);
  private static final Flag<List<String>> FILTER =
      CommonFlags.filter("stars=10", Completers.SEARCH_FILTER);
  private static final Flag<String> FORMAT =
      CommonFlags.FORMAT
          .variant()
          .completes(Completer.format("json table", () -> SearchColumns.listing(true)));
  private static final Flag<@Nullable Long> LIMIT =
      Flag.value(
          "limit", "int", GoInt::parseInt, "Maximum number of results, 1 to 100 (default 25)");
  private static final Flag<Boolean> NO_TRUNC =
      Flag.bool("no-trunc", "Do not truncate descriptions");
  private static final Flag<@Nullable SortOrder> SORT = OutputFlags.sort(() -> SearchOutput.SCHEMA);

  @Override
  public Usage usage() {
    return Usage.exactly(1, "[OPTIONS] TERM");
  }

  @Override
  public List<Flag<?>> flags() {
    return List.of(COLUMNS, FILTER, FORMAT, LIMIT, NO_TRUNC, OutputFlags.OUTPUT, SORT);
  }

  @Override
  public OutputSchema<?> output() {
    return SearchOutput.SCHEMA;
  }

  @Override
  public int run(CommandContext in) throws IOException {
    OutputFlags.requireNoConflict(in);
    List<String> filters = in.get(FILTER);
    if (filters.stream().anyMatch(filter -> KeyValue.name(filter).equals("is-automated"))) {
      in.streams()
          .error(
              "WARNING: the \"is-automated\" filter is deprecated, and searching for"
                  + " \"is-automated=true\" will not yield any results in future.");
    }
    String term = in.args().getFirst();
    List<ImageSearchResult> found =
        in.engine()
            .images()
            .search(
                term,
                Objects.requireNonNullElse(in.get(LIMIT), 0L),
                Filters.toJson(filters),
                credentials(in, registry(term)).header());
    Listing<ImageSearchResult> listing =
        SearchColumns.listing(!in.get(NO_TRUNC)).on(in.streams()::outIsTerminal);
    Lines<ImageSearchResult> selected = ListRunner.selected(in, () -> SearchOutput.SCHEMA, listing);
    Lines<ImageSearchResult> lines =
        selected == null
            ? ListRunner.lines(listing, in.get(CommonFlags.FORMAT), SearchColumns.SHOWN)
            : selected;
    in.streams().print(lines.of(ListRunner.sorted(in.get(SORT), () -> SearchOutput.SCHEMA, found)));
    return ExitCode.SUCCESS;
  }

  /** Returns the registry that a term names by its first part; Docker Hub if it names none. */
  private static String registry(String term) {
    int slash = term.indexOf('/');
    String first = slash < 0 ? "" : term.substring(0, slash);
    return first.contains(".") || first.contains(":") || first.equals("localhost")
        ? first
        : "docker.io";
  }

  /** Returns the stored credentials; none if their helper fails, as a search needs no login. */
  private static Credentials credentials(CommandContext in, String registry) {
    try {
      return in.credentials().ofDomain(registry);
    } catch (IOException e) {
      return Credentials.NONE;
    }
  }
}
