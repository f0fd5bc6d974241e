package dev.davit.command.system;

import static dev.davit.resource.ObjectKind.CONTAINER;
import static dev.davit.resource.ObjectKind.IMAGE;
import static dev.davit.resource.ObjectKind.NETWORK;
import static dev.davit.resource.ObjectKind.VOLUME;

import dev.davit.cli.Command;
import dev.davit.cli.CommandContext;
import dev.davit.cli.CommandException;
import dev.davit.cli.ExitCode;
import dev.davit.cli.Usage;
import dev.davit.cli.flags.Flag;
import dev.davit.command.removal.Candidate;
import dev.davit.command.removal.Preview;
import dev.davit.command.removal.Protection;
import dev.davit.command.removal.PrunePlan;
import dev.davit.command.removal.PrunePreview;
import dev.davit.command.removal.PruneRequests;
import dev.davit.command.removal.PruneRunner;
import dev.davit.command.removal.PruneRunner.Pruned;
import dev.davit.command.removal.PruneRunner.Request;
import dev.davit.engine.Engine;
import dev.davit.engine.http.ApiVersion;
import dev.davit.engine.http.EngineException;
import dev.davit.opts.Filters;
import dev.davit.opts.KeyValue;
import dev.davit.text.NaturalOrder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code davit system prune}: removes unused containers, networks, volumes, images and build cache.
 * Mirrors cli/command/system/prune.go.
 */
public final class SystemPruneCommand implements Command {
  private static final Flag<Boolean> ALL =
      Flag.bool("all", 'a', "Remove all images without a container and all build cache");
  private static final Flag<List<String>> FILTER = PruneRunner.FILTER.variant().since(1, 28);
  private static final Flag<Boolean> VOLUMES =
      Flag.bool("volumes", "Remove anonymous volumes that no container uses, too");

  private static final int NOT_IMPLEMENTED = 501;
  private static final ApiVersion BUILD_CACHE = new ApiVersion(1, 31);

  /** A kind of objects: its line in the question, the heading of its report, and the request. */
  private record Kind(String objects, String heading, Request request) {}

  @Override
  public Usage usage() {
    return Usage.exactly(0, "[OPTIONS]");
  }

  @Override
  public List<Flag<?>> flags() {
    return List.of(ALL, Preview.DRY_RUN, FILTER, PruneRunner.FORCE, Protection.UNPROTECT, VOLUMES);
  }

  @Override
  public int run(CommandContext in) throws IOException {
    if (in.get(VOLUMES) && in.get(FILTER).stream().anyMatch(SystemPruneCommand::isUntil)) {
      throw CommandException.refused(
          "ERROR: The \"until\" filter is not supported with \"--volumes\"");
    }
    List<String> filters = PruneRunner.withConfigured(in, in.get(FILTER));
    PrunePlan plan = PrunePlan.of(in, filters);
    StringBuilder preview = new StringBuilder();
    list(in, plan, preview);
    if (plan.isPreview()) {
      in.streams().print(preview);
      return plan.end();
    }
    List<Kind> kinds = kinds(in, plan, filters);
    if (!PruneRunner.isConfirmed(in, question(kinds, filters), in.streams().out())) {
      return ExitCode.SUCCESS;
    }
    long reclaimed = 0;
    for (Kind kind : kinds) {
      Pruned pruned = kind.request().send();
      in.streams().printSent(PruneRunner.block(kind.heading(), pruned));
      reclaimed += pruned.freed();
    }
    in.streams().print(PruneRunner.total(reclaimed));
    return plan.end();
  }

  private static boolean isUntil(String filter) {
    return KeyValue.name(filter).equals("until");
  }

  /** Lists what would be removed, with a table for each kind of which anything would. */
  private static void list(CommandContext in, PrunePlan plan, StringBuilder tables)
      throws IOException {
    boolean all = in.get(ALL);
    addTable(tables, in, "Containers", plan.list(CONTAINER, PrunePreview::containers));
    addTable(tables, in, "Networks", plan.list(NETWORK, PrunePreview::networks));
    if (in.get(VOLUMES)) {
      addTable(tables, in, "Volumes", plan.list(VOLUME, each -> each.volumes(false, true)));
    }
    addTable(tables, in, "Images", plan.list(IMAGE, each -> each.images(all, true)));
    if (plan.isPreview()) {
      addTable(tables, in, "Build cache", plan.buildCache(each -> each.buildCache(all)));
    }
  }

  private static void addTable(
      StringBuilder text, CommandContext in, String heading, List<Candidate> candidates)
      throws IOException {
    if (!candidates.isEmpty()) {
      text.append(text.isEmpty() ? "" : "\n").append(heading).append(":\n");
      text.append(Preview.table(in, candidates, true).text());
    }
  }

  /** Returns the kinds in the order in which they are removed. */
  private static List<Kind> kinds(CommandContext in, PrunePlan plan, List<String> given)
      throws IOException {
    Engine engine = in.engine();
    boolean all = in.get(ALL);
    String filters = Filters.toJson(given);
    List<String> ofImages = new ArrayList<>(given);
    ofImages.add("dangling=" + !all);
    List<Kind> kinds = new ArrayList<>();
    kinds.add(
        new Kind(
            "all stopped containers",
            PruneRequests.CONTAINERS,
            plan.request(CONTAINER, () -> PruneRequests.containers(engine, filters))));
    kinds.add(
        new Kind(
            "all networks not used by at least one container",
            PruneRequests.NETWORKS,
            plan.request(NETWORK, () -> PruneRequests.networks(engine, filters))));
    if (in.get(VOLUMES)) {
      kinds.add(
          new Kind(
              "all anonymous volumes not used by at least one container",
              PruneRequests.VOLUMES,
              plan.request(VOLUME, () -> PruneRequests.volumes(engine, filters))));
    }
    kinds.add(
        new Kind(
            all
                ? "all images without at least one container associated to them"
                : "all dangling images",
            PruneRequests.IMAGES,
            plan.request(IMAGE, () -> PruneRequests.images(engine, Filters.toJson(ofImages)))));
    if (!engine.apiVersion().isBefore(BUILD_CACHE)) {
      kinds.add(
          new Kind(
              all ? "all build cache" : "unused build cache",
              PruneRequests.BUILD_CACHE,
              () -> buildCache(engine, all, filters)));
    }
    return kinds;
  }

  /** Removes build cache; Podman has none, and no endpoint for it. */
  private static Pruned buildCache(Engine engine, boolean all, @Nullable String filters)
      throws IOException {
    try {
      return PruneRequests.buildCache(engine, all, 0, filters);
    } catch (EngineException e) {
      if (e.isNotFound() || e.status() == NOT_IMPLEMENTED) {
        return new Pruned(List.of(), 0);
      }
      throw e;
    }
  }

  private static String question(List<Kind> kinds, List<String> filters) {
    StringBuilder text = new StringBuilder("WARNING! This will remove:\n");
    kinds.forEach(kind -> text.append("  - ").append(kind.objects()).append('\n'));
    List<String> shown =
        filters.stream().filter(SystemPruneCommand::isShown).sorted(NaturalOrder.INSTANCE).toList();
    if (!shown.isEmpty()) {
      text.append("\n  Items to be pruned will be filtered with:\n");
      shown.forEach(filter -> text.append("  - ").append(filter).append('\n'));
    }
    return text.append("\nAre you sure you want to continue?").toString();
  }

  /** Whether the question shows a filter; docker omits keys that it does not know. */
  private static boolean isShown(String filter) {
    return List.of("label", "label!", "until").contains(KeyValue.name(filter));
  }
}
