package dev.davit.command.image;

import dev.davit.cli.Command;
import dev.davit.cli.CommandContext;
import dev.davit.cli.CommandException;
import dev.davit.cli.ExitCode;
import dev.davit.cli.Usage;
import dev.davit.cli.complete.Completers;
import dev.davit.cli.flags.Flag;
import dev.davit.command.removal.Preview;
import dev.davit.command.removal.Protection;
import dev.davit.command.removal.PrunePreview;
import dev.davit.command.removal.PruneRequests;
import dev.davit.command.removal.PruneRunner;
import dev.davit.command.shared.ForEachTarget;
import dev.davit.gotypes.GoInt;
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
    if (PrunePreview.isPrinted(in, "image", given, preview -> preview.images(all, false))) {
      return ExitCode.SUCCESS;
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
    return steps.run(in, () -> PruneRequests.images(in.engine(), json));
  }

  private static int pruneOld(CommandContext in, ImageRetention retention) throws IOException {
    boolean preview = Preview.isGiven(in);
    Protection protection = Protection.of(in);
    if (protection.needsObjects()) {
      protection.requireAll("image", retention.candidates());
    }
    if (preview) {
      return Preview.print(in, retention.candidates());
    }
    PruneRunner steps =
        new PruneRunner(
            "all tags without at least one container, except the newest "
                + in.get(KEEP)
                + " of each repository",
            PruneRequests.IMAGES);
    List<String> errors = new ArrayList<>();
    steps.run(in, () -> retention.remove(errors));
    return ForEachTarget.exitCode(in.streams(), errors);
  }
}
