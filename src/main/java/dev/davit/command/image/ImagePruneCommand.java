package dev.davit.command.image;

import dev.davit.cli.Command;
import dev.davit.cli.CommandContext;
import dev.davit.cli.CommandException;
import dev.davit.cli.Usage;
import dev.davit.cli.complete.Completers;
import dev.davit.cli.flags.Flag;
import dev.davit.command.removal.Candidate;
import dev.davit.command.removal.ListedRemoval;
import dev.davit.command.removal.Preview;
import dev.davit.command.removal.Protection;
import dev.davit.command.removal.PrunePlan;
import dev.davit.command.removal.PruneRequests;
import dev.davit.command.removal.PruneRunner;
import dev.davit.command.shared.ForEachTarget;
import dev.davit.gotypes.GoInt;
import dev.davit.resource.ObjectKind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code davit image prune}: removes unused images. Mirrors cli/command/image/prune.go. */
public final class ImagePruneCommand implements Command {
  private static final Flag<Boolean> ALL =
      Flag.bool("all", 'a', "Remove all images without a container, not only dangling images");

  private static final Flag<List<String>> FILTER =
      PruneRunner.FILTER.variant().completes(Completers.IMAGE_PRUNE_FILTER);

  private static final Flag<@Nullable Integer> KEEP =
      Flag.value(
          "keep",
          "N",
          GoInt::parseUint16,
          "Remove old tags instead: keep the newest N tags of each repository");

  @Override
  public Usage usage() {
    return Usage.exactly(0, "[OPTIONS]");
  }

  @Override
  public List<Flag<?>> flags() {
    return List.of(
        ALL, Preview.DRY_RUN, FILTER, PruneRunner.FORCE, KEEP, Preview.QUIET, Protection.UNPROTECT);
  }

  @Override
  public int run(CommandContext in) throws IOException {
    Integer keep = in.get(KEEP);
    boolean all = in.get(ALL);
    List<String> given = in.get(PruneRunner.FILTER);
    if (keep != null) {
      if (all) {
        throw CommandException.conflict("--all", "--keep");
      }
      return pruneOld(in, new ImageRetention(in, keep));
    }
    PrunePlan plan = PrunePlan.of(in, PruneRunner.withConfigured(in, given));
    plan.list(ObjectKind.IMAGE, objects -> objects.images(all, false));
    if (plan.isPreview()) {
      return plan.preview(ObjectKind.IMAGE);
    }
    List<String> filters = new ArrayList<>(given);
    filters.add("dangling=" + !all);
    String json = PruneRunner.filters(in, filters);
    PruneRunner steps =
        new PruneRunner(
            all
                ? "all images without at least one container associated to them"
                : "all dangling images",
            PruneRequests.IMAGES);
    steps.run(in, plan.request(ObjectKind.IMAGE, () -> PruneRequests.images(in.engine(), json)));
    return plan.end();
  }

  private static int pruneOld(CommandContext in, ImageRetention retention) throws IOException {
    boolean preview = Preview.isGiven(in);
    Protection protection = Protection.of(in);
    List<Candidate> tags = retention.candidates();
    if (preview) {
      return protection.end(in, protection.preview(in, "image", tags, true));
    }
    protection.check("image", tags);
    PruneRunner steps =
        new PruneRunner(
            "all tags without at least one container, except the newest "
                + in.get(KEEP)
                + " of each repository",
            PruneRequests.IMAGES);
    List<String> errors = new ArrayList<>();
    steps.run(in, () -> ListedRemoval.ofTags(in.engine(), tags, errors));
    return ForEachTarget.exitCode(in.streams(), errors);
  }
}
