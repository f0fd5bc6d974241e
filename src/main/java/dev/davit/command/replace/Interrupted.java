package dev.davit.command.replace;

import dev.davit.cli.CommandContext;
import dev.davit.command.shared.ReadyWait;
import dev.davit.engine.Engine;
import dev.davit.opts.Timeout;
import dev.davit.readiness.Wanted;
import dev.davit.readiness.Watch;
import dev.davit.replace.Plan;
import dev.davit.replace.Recovery;
import dev.davit.replace.Recovery.Unfinished;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The replacements of an engine that were interrupted, and their end. */
final class Interrupted {
  private final CommandContext in;
  private final Engine engine;
  private final @Nullable Timeout limit;
  private final List<Unfinished> left;

  /**
   * Lists the replacements.
   *
   * @param limit the longest wait for a new container; null for the one of each replacement
   */
  Interrupted(CommandContext in, @Nullable Timeout limit) throws IOException {
    this.in = in;
    this.engine = in.engine();
    this.limit = limit;
    this.left = new ArrayList<>(Recovery.unfinished(engine));
  }

  /** The names of the containers to replace. */
  List<String> names() {
    return left.stream().map(each -> each.plan().name()).distinct().toList();
  }

  /**
   * Finishes or undoes the replacement of a container, if there is one, and prints which.
   *
   * @param container the name or ID of the old or of the new container
   * @return the name of the container that exists now; {@code container} without a replacement
   */
  String recover(String container) throws IOException {
    Optional<Unfinished> found = take(container);
    if (found.isEmpty()) {
      return container;
    }
    Plan plan = found.get().plan();
    String failure = found.get().recover(this::start);
    String done =
        failure.isEmpty() ? "finished" : "undone: " + failure.lines().findFirst().orElse("");
    in.streams().error(plan.name() + ": the interrupted replacement was " + done);
    return failure.isEmpty() ? plan.name() : plan.oldName();
  }

  private synchronized Optional<Unfinished> take(String container) {
    for (Unfinished each : left) {
      Plan plan = each.plan();
      if (List.of(plan.name(), plan.oldName()).contains(container) || each.has(container)) {
        left.remove(each);
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }

  private void start(String id, Plan plan) throws IOException {
    engine.containers().start(id);
    String condition = plan.condition();
    if (condition == null) {
      return;
    }
    Wanted wanted = Wanted.parse(condition);
    Watch watch = Watch.begin(engine, id, wanted, false);
    ReadyWait.Result result =
        new ReadyWait(List.of(id), wanted, name -> watch)
            .await(limit != null || plan.limit() == null ? limit : Timeout.parse(plan.limit()));
    if (!result.failures().isEmpty()) {
      throw new IOException(String.join("\n", result.failures()));
    }
  }
}
