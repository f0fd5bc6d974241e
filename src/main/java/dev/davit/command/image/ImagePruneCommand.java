package dev.davit.command.image;

import dev.davit.cli.Command;
import dev.davit.cli.CommandContext;
import dev.davit.cli.Usage;
import dev.davit.cli.complete.Completers;
import dev.davit.cli.flags.Flag;
import dev.davit.command.shared.PruneRunner;
import dev.davit.command.shared.PruneRunner.Pruned;
import dev.davit.engine.model.ImagePruneResult;
import dev.davit.engine.model.ImageRemoval;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@code davit image prune}: removes unused images. Mirrors cli/command/image/prune.go. */
public final class ImagePruneCommand implements Command {
  private static final Flag<Boolean> ALL =
      Flag.bool("all", 'a', "Remove all images without a container, not only dangling images");

  private static final Flag<List<String>> FILTER =
      PruneRunner.FILTER.variant().completes(Completers.IMAGE_PRUNE_FILTER);

  private static final String HEADING = "Deleted Images";

  @Override
  public Usage usage() {
    return Usage.exactly(0, "[OPTIONS]");
  }

  @Override
  public List<Flag<?>> flags() {
    return List.of(ALL, FILTER, PruneRunner.FORCE);
  }

  @Override
  public int run(CommandContext in) throws IOException {
    boolean all = in.get(ALL);
    List<String> given = new ArrayList<>(in.get(PruneRunner.FILTER));
    given.add("dangling=" + !all);
    String filters = PruneRunner.filters(in, given);
    PruneRunner steps =
        new PruneRunner(
            all
                ? "all images without at least one container associated to them"
                : "all dangling images",
            HEADING);
    return steps.run(in, () -> prune(in, filters));
  }

  private static Pruned prune(CommandContext in, @Nullable String filters) throws IOException {
    ImagePruneResult result = in.engine().images().prune(filters);
    List<ImageRemoval> removals = Objects.requireNonNullElse(result.imagesDeleted(), List.of());
    return new Pruned(
        removals.stream().map(ImagePruneCommand::line).toList(), result.spaceReclaimed());
  }

  private static String line(ImageRemoval removal) {
    String untagged = Objects.requireNonNullElse(removal.untagged(), "");
    return untagged.isEmpty()
        ? "deleted: " + Objects.requireNonNullElse(removal.deleted(), "")
        : "untagged: " + untagged;
  }
}
