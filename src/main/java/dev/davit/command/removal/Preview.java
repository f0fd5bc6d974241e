package dev.davit.command.removal;

import dev.davit.cli.CommandContext;
import dev.davit.cli.CommandException;
import dev.davit.cli.ExitCode;
import dev.davit.cli.flags.Flag;
import dev.davit.format.Column;
import dev.davit.format.Lines;
import dev.davit.format.Listing;
import dev.davit.format.Units;
import dev.davit.resource.ShortId;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The flag {@code --dry-run}: a list of the objects that a command would remove or change. */
public final class Preview {
  public static final Flag<Boolean> DRY_RUN =
      Flag.bool("dry-run", "List what would be removed, with size and age, and remove nothing");
  public static final Flag<Boolean> QUIET =
      Flag.bool("quiet", 'q', "Print only the IDs or names that --dry-run lists");

  private static final String UNKNOWN = "N/A";
  private static final List<String> COLUMNS = List.of("ID", "Name", "State", "Size", "Created");

  private Preview() {}

  /**
   * Returns whether {@code --dry-run} is given.
   *
   * @throws CommandException if only {@code --quiet} is given
   */
  public static boolean isGiven(CommandContext in) {
    if (in.get(QUIET) && !in.get(DRY_RUN)) {
      throw CommandException.refused("--quiet requires --dry-run");
    }
    return in.get(DRY_RUN);
  }

  /**
   * Prints the objects: as a table, or with {@code --quiet} as arguments of a removal.
   *
   * @param sizes whether the table has sizes
   */
  public static int print(CommandContext in, List<Candidate> candidates, boolean sizes)
      throws IOException {
    if (in.get(QUIET)) {
      StringBuilder lines = new StringBuilder();
      candidates.forEach(each -> lines.append(each.argument()).append('\n'));
      in.printNames(lines);
    } else {
      in.print(table(in, candidates, sizes));
    }
    return ExitCode.SUCCESS;
  }

  /** Returns the lines of a table of the objects, with its header, with or without sizes. */
  public static Lines<Candidate> table(CommandContext in, List<Candidate> candidates, boolean sizes)
      throws IOException {
    Listing<Candidate> listing =
        new Listing<>(
            "preview",
            List.of(
                new Column<>("ID", "ID", each -> ShortId.of(each.id())),
                new Column<>("Name", "NAME", Candidate::name),
                new Column<>(
                    "State", "STATE", each -> Objects.requireNonNullElse(each.state(), UNKNOWN)),
                new Column<>("Size", "SIZE", Preview::size),
                new Column<>("Created", "CREATED", each -> age(in, each))),
            each -> Map.of());
    List<String> columns = new ArrayList<>(COLUMNS);
    if (!haveIds(candidates)) {
      columns.remove("ID");
    }
    if (candidates.stream().allMatch(each -> each.state() == null)) {
      columns.remove("State");
    }
    if (!sizes) {
      columns.remove("Size");
    }
    Lines<Candidate> lines = listing.on(in.streams()::outIsTerminal).table(columns, true);
    for (Candidate each : candidates) {
      lines.add(each);
    }
    return lines;
  }

  private static boolean haveIds(List<Candidate> candidates) {
    return candidates.isEmpty()
        || candidates.stream().anyMatch(each -> !each.id().equals(each.name()));
  }

  private static String size(Candidate each) {
    return each.size() == null ? UNKNOWN : Units.decimal(each.size(), 3);
  }

  private static String age(CommandContext in, Candidate each) {
    return each.created() == null
        ? UNKNOWN
        : Units.age(Duration.between(each.created(), in.app().clock().instant())) + " ago";
  }
}
