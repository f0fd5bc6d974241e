package dev.davit.command.removal;

import dev.davit.cli.CommandContext;
import dev.davit.cli.ExitCode;
import dev.davit.cli.complete.Completers;
import dev.davit.cli.flags.Flag;
import dev.davit.format.Units;
import dev.davit.opts.Filters;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The steps of all commands that remove unused objects: confirmation, request and report.
 *
 * @param objects the objects in the question: {@code all stopped containers}
 * @param heading the first line of the report: {@code Deleted Containers}
 * @param separator the text between the warning and the question
 */
public record PruneRunner(String objects, String heading, String separator) {
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

  /** Creates the steps with the question on a line of its own. */
  public PruneRunner(String objects, String heading) {
    this(objects, heading, "\n");
  }

  /** Sends the request that removes the objects. */
  public interface Request {
    Pruned send() throws IOException;
  }

  /**
   * The outcome of a request.
   *
   * @param removed a line for each removed object
   * @param reclaimed the disk space that was freed, in bytes
   * @param always whether the space counts even if no object was removed
   */
  public record Pruned(List<String> removed, long reclaimed, boolean always) {
    /** Creates an outcome whose space, as with docker, counts only if an object was removed. */
    public Pruned(List<String> removed, long reclaimed) {
      this(removed, reclaimed, false);
    }

    /** The disk space in the report. */
    public long freed() {
      return removed.isEmpty() && !always ? 0 : reclaimed;
    }
  }

  /** Returns filters of a command line and those of config.json as JSON; null without filters. */
  public static @Nullable String filters(CommandContext in, List<String> given) {
    return Filters.toJson(withConfigured(in, given));
  }

  /** Returns filters of a command line and those of config.json. */
  public static List<String> withConfigured(CommandContext in, List<String> given) {
    return Filters.withConfigured(given, in.config().pruneFilters());
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
    String warning = "WARNING! This will remove " + objects + '.';
    return isConfirmed(in, warning + separator + "Are you sure you want to continue?", asked);
  }

  /** Asks a question for confirmation, unless {@code --force} is given. */
  public static boolean isConfirmed(CommandContext in, String question, OutputStream asked)
      throws IOException {
    return in.get(FORCE) || in.isConfirmed(question, null, asked);
  }

  /** Returns the report. */
  String report(Pruned pruned) {
    return block(heading, pruned) + total(pruned.freed());
  }

  /** Returns a heading and the lines of removed objects; empty if no object was removed. */
  public static String block(String heading, Pruned pruned) {
    return pruned.removed().isEmpty()
        ? ""
        : heading + ":\n" + String.join("\n", pruned.removed()) + "\n\n";
  }

  /** Returns the last line of a report. */
  public static String total(long reclaimed) {
    return "Total reclaimed space: " + Units.decimal(reclaimed, 4) + '\n';
  }
}
