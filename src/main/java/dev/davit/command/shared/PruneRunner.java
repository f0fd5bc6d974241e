package dev.davit.command.shared;

import dev.davit.cli.CommandContext;
import dev.davit.cli.ExitCode;
import dev.davit.cli.complete.Completers;
import dev.davit.cli.flags.Flag;
import dev.davit.format.Units;
import dev.davit.opts.Filters;
import dev.davit.terminal.Confirmation;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The steps of all commands that remove unused objects: confirmation, request and report.
 *
 * @param objects the objects in the question: {@code all stopped containers}
 * @param heading the first line of the report: {@code Deleted Containers}
 */
public record PruneRunner(String objects, String heading) {
  public static final Flag<List<String>> FILTER =
      Flag.list(
              "filter",
              (char) 0,
              "filter",
              Filters::parse,
              "Filter by condition: KEY=VALUE, for example until=24h or label!=keep")
          .completes(Completers.PRUNE_FILTER);
  public static final Flag<Boolean> FORCE =
      Flag.bool("force", 'f', "Do not prompt for confirmation");

  /** Sends the request that removes the objects. */
  public interface Request {
    Pruned send() throws IOException;
  }

  /**
   * The outcome of a request.
   *
   * @param removed a line for each removed object
   * @param reclaimed the disk space that was freed, in bytes; null for objects that use none
   */
  public record Pruned(List<String> removed, @Nullable Long reclaimed) {}

  /** Returns filters of a command line and those of config.json as JSON; null without filters. */
  public static @Nullable String filters(CommandContext in, List<String> given) {
    return Filters.toJson(Filters.withConfigured(given, in.config().pruneFilters()));
  }

  /** Removes the objects if that is confirmed, and prints the report; returns the exit code. */
  public int run(CommandContext in, Request request) throws IOException {
    if (isConfirmed(in, in.streams().out())) {
      in.streams().printSent(report(request.send()));
    }
    return ExitCode.SUCCESS;
  }

  /**
   * Asks for confirmation, unless {@code --force} is given.
   *
   * @param asked the destination of the question
   */
  public boolean isConfirmed(CommandContext in, OutputStream asked) throws IOException {
    return in.get(FORCE) || Confirmation.isGiven(in.streams(), question(), asked);
  }

  private String question() {
    return "WARNING! This will remove " + objects + ".\nAre you sure you want to continue?";
  }

  /** Returns the report; like docker, no space counts as freed if no object was removed. */
  String report(Pruned pruned) {
    StringBuilder text = new StringBuilder();
    if (!pruned.removed().isEmpty()) {
      text.append(heading).append(":\n");
      pruned.removed().forEach(line -> text.append(line).append('\n'));
      text.append('\n');
    }
    if (pruned.reclaimed() == null) {
      return text.toString();
    }
    long reclaimed = pruned.removed().isEmpty() ? 0 : pruned.reclaimed();
    return text.append("Total reclaimed space: ")
        .append(Units.decimal(reclaimed, 4))
        .append('\n')
        .toString();
  }
}
