package dev.davit.command.removal;

import dev.davit.cli.CommandContext;
import dev.davit.cli.ExitCode;
import dev.davit.command.removal.PruneRunner.Request;
import dev.davit.resource.ObjectKind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The objects that a prune would remove. They are listed, once, only if {@code --dry-run} is given,
 * if names or labels are protected, or if several engines are asked about at once: then exactly the
 * listed ones are removed instead of all that the engine finds unused after the confirmation, as
 * one of these may be protected.
 */
public final class PrunePlan {
  private final CommandContext in;
  private final Protection protection;
  private final List<String> filters;
  private final Map<ObjectKind, List<Candidate>> listed = new EnumMap<>(ObjectKind.class);
  private final List<String> errors = new ArrayList<>();
  private @Nullable PrunePreview objects;

  private PrunePlan(CommandContext in, Protection protection, List<String> filters) {
    this.in = in;
    this.protection = protection;
    this.filters = filters;
  }

  /** Selects objects to remove. */
  public interface Selection {
    List<Candidate> from(PrunePreview objects) throws IOException;
  }

  /**
   * Creates a plan.
   *
   * @param filters the filters of the command line and of config.json
   * @throws dev.davit.cli.CommandException if the context is protected
   */
  public static PrunePlan of(CommandContext in, List<String> filters) {
    Preview.isGiven(in); // refuses --quiet without --dry-run
    return new PrunePlan(in, Protection.of(in), filters);
  }

  private PrunePreview objects() {
    if (objects == null) {
      objects = new PrunePreview(in, filters, isPreview() && !in.get(Preview.QUIET));
    }
    return objects;
  }

  /** Whether nothing must be removed. */
  public boolean isPreview() {
    return in.get(Preview.DRY_RUN);
  }

  /**
   * Lists the objects of a kind that would be removed, if they must be known.
   *
   * @throws dev.davit.cli.CommandException if one is protected, unless {@code --dry-run} is given
   */
  public List<Candidate> list(ObjectKind kind, Selection selection) throws IOException {
    boolean asksForAll = !isPreview() && in.joint() != null && !in.get(PruneRunner.FORCE);
    if (!isPreview() && !protection.needsObjects() && !asksForAll) {
      return List.of();
    }
    List<Candidate> all = selection.from(objects());
    listed.put(kind, all);
    protection.check(kind.toString(), all);
    if (asksForAll) {
      in.print(Preview.table(in, all, false)); // the question shows the objects of all engines
    }
    return all;
  }

  /** Prints the objects of a kind that would be removed; returns the exit code. */
  public int preview(ObjectKind kind) throws IOException {
    return protection.end(
        in, protection.preview(in, kind.toString(), listed.getOrDefault(kind, List.of()), true));
  }

  /** Lists the build cache that would be removed, which has neither names nor labels. */
  public List<Candidate> buildCache(Selection selection) throws IOException {
    List<Candidate> all = selection.from(objects());
    return all.stream().map(each -> each.named(List.of())).toList();
  }

  /** Prints the build cache that would be removed; returns the exit code. */
  public int previewBuildCache(Selection selection) throws IOException {
    return protection.end(in, protection.preview(in, "build cache", buildCache(selection), true));
  }

  /** Prints the refusals of a preview, and the failures of a removal; returns the exit code. */
  public int end() {
    errors.forEach(in.streams()::error);
    return protection.end(in, errors.isEmpty() ? ExitCode.SUCCESS : ExitCode.FAILURE);
  }

  /**
   * Returns the request that removes the listed objects.
   *
   * @param unused the request that removes all unused objects, where none must be listed
   */
  public Request request(ObjectKind kind, Request unused) {
    List<Candidate> exactly = listed.get(kind);
    return exactly == null ? unused : () -> ListedRemoval.of(in.engine(), kind, exactly, errors);
  }

  /** Whether the objects of a kind are listed, so that the engine's answer is not needed. */
  public boolean isListed(ObjectKind kind) {
    return listed.containsKey(kind);
  }
}
