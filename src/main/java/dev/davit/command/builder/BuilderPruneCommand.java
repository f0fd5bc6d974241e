package dev.davit.command.builder;

import dev.davit.cli.Command;
import dev.davit.cli.CommandContext;
import dev.davit.cli.CommandException;
import dev.davit.cli.Usage;
import dev.davit.cli.complete.Completers;
import dev.davit.cli.flags.Flag;
import dev.davit.command.removal.Preview;
import dev.davit.command.removal.Protection;
import dev.davit.command.removal.PrunePlan;
import dev.davit.command.removal.PruneRequests;
import dev.davit.command.removal.PruneRunner;
import dev.davit.opts.ByteSize;
import dev.davit.opts.Filters;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@code davit builder prune}: removes build cache. Mirrors cli/command/builder/prune.go. */
public final class BuilderPruneCommand implements Command {
  private static final Flag<Boolean> ALL =
      Flag.bool("all", 'a', "Remove all unused build cache, shared and internal records, too");
  private static final Flag<List<String>> FILTER =
      PruneRunner.FILTER
          .variant("Filter by condition: KEY=VALUE, for example until=24h or type=regular")
          .completes(Completers.BUILD_CACHE_FILTER);
  private static final Flag<@Nullable Long> KEEP_STORAGE =
      Flag.value(
          "keep-storage", "bytes", ByteSize::parse, "Keep this much build cache, such as 10GB");

  @Override
  public Usage usage() {
    return Usage.exactly(0, "");
  }

  @Override
  public List<Flag<?>> flags() {
    return List.of(
        ALL,
        Preview.DRY_RUN,
        FILTER,
        PruneRunner.FORCE,
        KEEP_STORAGE,
        Preview.QUIET,
        Protection.UNPROTECT);
  }

  @Override
  public int run(CommandContext in) throws IOException {
    boolean all = in.get(ALL);
    long keep = Objects.requireNonNullElse(in.get(KEEP_STORAGE), 0L);
    if (in.get(Preview.DRY_RUN) && keep > 0) {
      throw CommandException.conflict("--dry-run", "--keep-storage");
    }
    List<String> given = PruneRunner.withConfigured(in, in.get(FILTER));
    PrunePlan plan = PrunePlan.of(in, given);
    if (plan.isPreview()) {
      return plan.previewBuildCache(objects -> objects.buildCache(all));
    }
    String filters = Filters.toJson(given);
    PruneRunner steps =
        new PruneRunner(
            all ? "all build cache" : "all dangling build cache", PruneRequests.BUILD_CACHE, " ");
    return steps.run(in, () -> PruneRequests.buildCache(in.engine(), all, keep, filters));
  }
}
