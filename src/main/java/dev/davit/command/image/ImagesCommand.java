package dev.davit.command.image;

import dev.davit.cli.Command;
import dev.davit.cli.CommandContext;
import dev.davit.cli.CommandException;
import dev.davit.cli.ExitCode;
import dev.davit.cli.Usage;
import dev.davit.cli.complete.Completer;
import dev.davit.cli.complete.Completers;
import dev.davit.cli.flags.CommonFlags;
import dev.davit.cli.flags.Flag;
import dev.davit.cli.flags.FlagValues;
import dev.davit.command.shared.ListRunner;
import dev.davit.command.shared.OutputFlags;
import dev.davit.engine.Images.ListOptions;
import dev.davit.engine.http.ApiVersion;
import dev.davit.engine.model.ImageSummary;
import dev.davit.format.Lines;
import dev.davit.format.Listing;
import dev.davit.opts.Filters;
import dev.davit.opts.KeyValue;
import dev.davit.output.OutputSchema;
import dev.davit.output.schema.ImageOutput;
import dev.davit.resource.ImageColumns;
import dev.davit.resource.ImageColumns.Row;
import dev.davit.resource.ImageRows;
import dev.davit.text.GoQuote;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code davit images}: lists images. Mirrors cli/command/image/list.go. */
public final class ImagesCommand implements Command {
  private static final Flag<Boolean> ALL = Flag.bool("all", 'a', "Include intermediate images");
  private static final Flag<@Nullable List<String>> COLUMNS =
      OutputFlags.columns(
          () -> ImageColumns.listing(true, InstantSource.system()), () -> ImageOutput.SCHEMA);
  private static final Flag<Boolean> DIGESTS = Flag.bool("digests", "Include digests");
  private static final Flag<List<String>> FILTER =
      CommonFlags.filter("dangling=true", Completers.IMAGES_FILTER);
  private static final Flag<String> FORMAT =
      CommonFlags.FORMAT
          .variant()
          .completes(
              Completer.format(
                  "json raw table", () -> ImageColumns.listing(true, InstantSource.system())));
  private static final Flag<@Nullable Layout> LAYOUT =
      Flag.value(
              "layout",
              "string",
              Layout::parse,
              "Layout of the list: classic, or collapsed as in docker 29 (default classic)")
          .completes(Completer.words("classic collapsed"));
  private static final Flag<Boolean> NO_TRUNC = Flag.bool("no-trunc", "Do not truncate IDs");
  private static final Flag<Boolean> OUTDATED =
      Flag.bool("outdated", "Compare each image with its registry; exit code 3 if one is outdated")
          .since(1, 30);
  private static final Flag<Boolean> QUIET = Flag.bool("quiet", 'q', "Print image IDs only");
  private static final Flag<@Nullable Comparator<Row>> SORT =
      Flag.value(
              "sort",
              "string",
              ImageOrder::parse,
              "Sort by size, created, name, repository, tag and others; -KEY in reverse order")
          .completes(typing -> OutputFlags.keys(typing, ImageOutput.SCHEMA.names()));
  private static final Flag<Boolean> TREE =
      Flag.bool("tree", "List the platforms of each image as a tree (experimental)").since(1, 47);

  /** The commands of the group {@code image}, which may be typed after {@code images} in error. */
  private static final Set<String> COMMANDS =
      Set.of(
          "build", "history", "import", "inspect", "list", "load", "ls", "prune", "pull", "push",
          "rm", "save", "tag");

  private static final String REFERENCE = "reference";
  private static final ApiVersion REFERENCE_FILTER = new ApiVersion(1, 25);
  private static final ApiVersion MANIFESTS = new ApiVersion(1, 47);

  /** The values of {@code --layout}. */
  private enum Layout {
    CLASSIC,
    COLLAPSED;

    static Layout parse(String text) {
      return switch (text) {
        case "classic" -> CLASSIC;
        case "collapsed" -> COLLAPSED;
        default -> throw new IllegalArgumentException("must be classic or collapsed");
      };
    }
  }

  @Override
  public Usage usage() {
    return Usage.between(0, 1, "[OPTIONS] [REPOSITORY[:TAG]]");
  }

  @Override
  public List<Flag<?>> flags() {
    return List.of(
        ALL,
        COLUMNS,
        DIGESTS,
        FILTER,
        FORMAT,
        LAYOUT,
        NO_TRUNC,
        OUTDATED,
        OutputFlags.OUTPUT,
        QUIET,
        SORT,
        TREE);
  }

  @Override
  public Completer argument(int place, FlagValues given) {
    return place == 0 ? Completers.IMAGE : Completers.NOTHING;
  }

  @Override
  public OutputSchema<?> output() {
    return ImageOutput.SCHEMA;
  }

  @Override
  public int run(CommandContext in) throws IOException {
    String name = in.args().isEmpty() ? "" : in.args().getFirst();
    refuseCombinations(in);
    OutputFlags.requireNoConflict(in, LAYOUT, OUTDATED, QUIET, TREE);
    boolean collapsed = isCollapsed(in);
    List<ImageSummary> images = in.engine().images().list(options(in, name, collapsed));
    if (in.get(TREE)) {
      if (!in.get(ALL)) {
        images.removeIf(ImageRows::isDangling);
      }
      in.streams()
          .print(ImageTree.of(images, in.streams().outSize(), in.streams().outIsTerminal()));
      return ExitCode.SUCCESS;
    }
    if (in.get(OUTDATED)) {
      return OutdatedImages.print(in, sorted(in, rows(images, false, false)), !in.get(NO_TRUNC));
    }
    if (collapsed) {
      in.streams().print(collapsed(in, images));
      return ExitCode.SUCCESS;
    }
    if (in.get(QUIET)) {
      in.printNames(lines(in, images).text());
    } else {
      in.print(lines(in, images));
    }
    if (images.isEmpty() && COMMANDS.contains(name) && in.path().endsWith(" images")) {
      in.streams()
          .error(
              "\nNo images found matching "
                  + GoQuote.quote(name)
                  + ": did you mean \"docker image "
                  + name
                  + "\"?");
    }
    return ExitCode.SUCCESS;
  }

  private static void refuseCombinations(CommandContext in) {
    if (in.get(TREE)) {
      refuse(
          in.get(QUIET)
              ? "quiet"
              : in.get(NO_TRUNC)
                  ? "no-trunc"
                  : in.get(DIGESTS)
                      ? "show-digest" // docker's name for the flag
                      : in.get(CommonFlags.FORMAT).isEmpty() ? "" : "format",
          "is not yet supported with --tree");
      refuse(
          in.get(OUTDATED)
              ? OUTDATED.name()
              : in.get(LAYOUT) != null ? LAYOUT.name() : in.get(SORT) == null ? "" : SORT.name(),
          "cannot be combined with --tree");
    }
    if (in.get(OUTDATED)) {
      refuse(
          in.get(QUIET)
              ? QUIET.name()
              : in.get(DIGESTS)
                  ? DIGESTS.name()
                  : in.get(LAYOUT) == Layout.COLLAPSED ? LAYOUT.name() : "",
          "cannot be combined with --outdated");
    }
  }

  private static void refuse(String flag, String reason) {
    if (!flag.isEmpty()) {
      throw CommandException.refused("--" + flag + ' ' + reason);
    }
  }

  /** Whether the list is collapsed; as in docker 29, some flags need the classic list. */
  private static boolean isCollapsed(CommandContext in) {
    boolean classic =
        in.get(QUIET)
            || in.get(NO_TRUNC)
            || in.get(DIGESTS)
            || !in.get(CommonFlags.FORMAT).isEmpty();
    return in.get(LAYOUT) == Layout.COLLAPSED && !classic;
  }

  private static CharSequence collapsed(CommandContext in, List<ImageSummary> images) {
    boolean dangling =
        in.get(ALL)
            || in.get(FILTER).stream().anyMatch(each -> KeyValue.name(each).equals("dangling"));
    if (!dangling) {
      images.removeIf(ImageRows::isDangling);
    }
    List<Row> rows = rows(images, false, false);
    rows.sort(ImageTree::compare);
    boolean terminal = in.streams().outIsTerminal();
    boolean colors = terminal && in.app().env().getOrDefault("NO_COLOR", "").isEmpty();
    return ImageTree.collapsed(sorted(in, rows), in.streams().outSize(), terminal, colors);
  }

  private static List<Row> rows(List<ImageSummary> images, boolean digests, boolean untagged) {
    List<Row> rows = new ArrayList<>();
    for (ImageSummary image : images) {
      rows.addAll(ImageRows.of(image, digests, untagged));
    }
    return rows;
  }

  /** Sorts rows by {@code --sort}, if given. */
  private static List<Row> sorted(CommandContext in, List<Row> rows) {
    Comparator<Row> order = in.get(SORT);
    if (order != null) {
      rows.sort(order);
    }
    return rows;
  }

  /** Returns the query of the list; engines below API 1.25 take a single pattern of names. */
  private static ListOptions options(CommandContext in, String name, boolean collapsed)
      throws IOException {
    List<String> filters = new ArrayList<>(in.get(FILTER));
    if (!name.isEmpty()) {
      filters.add(REFERENCE + '=' + name);
    }
    String only = null;
    if (in.engine().apiVersion().isBefore(REFERENCE_FILTER)) {
      only = firstReference(filters);
      filters.removeIf(filter -> KeyValue.name(filter).equals(REFERENCE));
    }
    boolean manifests = in.get(TREE) || collapsed && !in.engine().apiVersion().isBefore(MANIFESTS);
    return new ListOptions(in.get(ALL), manifests, only, Filters.toJson(filters));
  }

  private static @Nullable String firstReference(List<String> filters) {
    return filters.stream()
        .filter(filter -> KeyValue.name(filter).equals(REFERENCE))
        .map(KeyValue::value)
        .sorted()
        .findFirst()
        .orElse(null);
  }

  private static Lines<Row> lines(CommandContext in, List<ImageSummary> images) throws IOException {
    String format = in.get(QUIET) ? in.get(CommonFlags.FORMAT) : ListRunner.format(in, "images");
    boolean digests =
        in.get(DIGESTS) || format.contains("{{.Digest}}") || OutputFlags.hasColumn(in, "digest");
    Lines<Row> lines = lines(in, format);
    for (Row row : sorted(in, rows(images, digests, in.get(DIGESTS)))) {
      lines.add(row);
    }
    return lines;
  }

  private static Lines<Row> lines(CommandContext in, String format) throws IOException {
    boolean truncate = !in.get(NO_TRUNC);
    boolean digests = in.get(DIGESTS);
    Listing<Row> table =
        ImageColumns.table(truncate, in.app().clock()).on(in.streams()::outIsTerminal);
    Lines<Row> selected = ListRunner.selected(in, () -> ImageOutput.SCHEMA, table);
    if (selected != null) {
      return selected;
    }
    if (Listing.isDefaultTable(format)) {
      return in.get(QUIET)
          ? table.table(List.of("ID"), false)
          : table.table(digests ? ImageColumns.SHOWN_WITH_DIGESTS : ImageColumns.SHOWN, true);
    }
    Listing<Row> listing =
        ImageColumns.listing(truncate, in.app().clock()).on(in.streams()::outIsTerminal);
    if (format.equals("raw")) {
      return listing.lines(ImageColumns.raw(in.get(QUIET), digests));
    }
    boolean addDigest = digests && format.startsWith("table") && !format.contains("{{.Digest}}");
    return listing.lines(addDigest ? format + "\t{{.Digest}}" : format);
  }
}
