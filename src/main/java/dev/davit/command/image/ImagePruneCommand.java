package dev.davit.command.image;

import dev.davit.cli.Command;
import dev.davit.cli.CommandContext;
import dev.davit.cli.ExitCode;
import dev.davit.cli.Usage;
import dev.davit.cli.complete.Completers;
import dev.davit.cli.flags.Flag;
import dev.davit.command.shared.Preview;
import dev.davit.command.shared.PrunePreview;
import dev.davit.command.shared.PruneRequests;
import dev.davit.command.shared.PruneRunner;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** {@code davit image prune}: removes unused images. Mirrors cli/command/image/prune.go. */
public final class ImagePruneCommand implements Command {
  private static final Flag<Boolean> ALL =
      Flag.bool("all", 'a', "Remove all images without a container, not only dangling images");

  private static final Flag<List<String>> FILTER =
      PruneRunner.FILTER.variant().completes(Completers.IMAGE_PRUNE_FILTER);

  @Override
  public Usage usage() {
    return Usage.exactly(0, "[OPTIONS]");
  }

  @Override
  public List<Flag<?>> flags() {
    return List.of(ALL, Preview.DRY_RUN, FILTER, PruneRunner.FORCE, Preview.QUIET);
  }

  @Override
  public int run(CommandContext in) throws IOException {
    boolean all = in.get(ALL);
    if (PrunePreview.isPrinted(in, in.get(FILTER), preview -> preview.images(all, false))) {
      return ExitCode.SUCCESS;
    }
    List<String> given = new ArrayList<>(in.get(PruneRunner.FILTER));
    given.add("dangling=" + !all);
    String filters = PruneRunner.filters(in, given);
    PruneRunner steps =
        new PruneRunner(
            all
                ? "all images without at least one container associated to them"
                : "all dangling images",
            PruneRequests.IMAGES);
    return steps.run(in, () -> PruneRequests.images(in.engine(), filters));
  }
}
