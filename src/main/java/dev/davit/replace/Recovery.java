package dev.davit.replace;

import dev.davit.engine.Containers.ListOptions;
import dev.davit.engine.Engine;
import dev.davit.engine.model.ContainerDetails;
import dev.davit.engine.model.ContainerSummary;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Replacements that were interrupted: the process that replaced a container was killed. */
public final class Recovery {
  private static final String FILTER = "{\"label\":{\"" + Plan.OLD_ID + "\":true}}";

  private Recovery() {}

  /** Starts a new container, unless it runs, and waits as planned. */
  public interface Start {
    void start(String id, Plan plan) throws IOException;
  }

  /** An interrupted replacement. */
  public record Unfinished(Engine engine, Plan plan, ContainerDetails fresh) {
    /** Whether a container belongs to the replacement, by its ID. */
    public boolean has(String id) {
      return id.equals(plan.oldId()) || id.equals(fresh.id());
    }

    /**
     * Finishes the replacement if the new container has the name, or if the old one does not exist
     * any more; undoes it if not, or if the new container has stopped or does not start. Returns
     * why it was undone; empty if it is finished.
     */
    public String recover(Start start) throws IOException {
      Swap swap = new Swap(engine, plan, fresh.id());
      if (Swap.inspect(engine, plan.oldId()).isEmpty()) {
        swap.exchange();
        start(start);
        return "";
      }
      String failure =
          fresh.plainName().equals(plan.name())
              ? failure(start)
              : "the new container had not been started";
      if (failure.isEmpty()) {
        swap.finish();
      } else {
        swap.back();
      }
      return failure;
    }

    private String failure(Start start) {
      boolean created = "created".equals(fresh.state().status());
      if (plan.starts() && !created && !fresh.isAlive()) {
        return "the new container has stopped";
      }
      try {
        start(start);
        return "";
      } catch (IOException e) {
        return String.valueOf(e.getMessage());
      }
    }

    private void start(Start start) throws IOException {
      if (plan.starts()) {
        start.start(fresh.id(), plan);
      }
    }
  }

  /** Returns the replacements that were interrupted, or that another process performs now. */
  public static List<Unfinished> unfinished(Engine engine) throws IOException {
    List<Unfinished> all = new ArrayList<>();
    for (ContainerSummary each :
        engine.containers().list(new ListOptions(true, 0, false, FILTER))) {
      Optional<Plan> plan = Plan.of(each.labels());
      Optional<ContainerDetails> fresh =
          plan.isPresent() ? Swap.inspect(engine, each.id()) : Optional.empty();
      if (fresh.isPresent() && isUnfinished(engine, plan.get(), fresh.get())) {
        all.add(new Unfinished(engine, plan.get(), fresh.get()));
      }
    }
    return all;
  }

  private static boolean isUnfinished(Engine engine, Plan plan, ContainerDetails fresh)
      throws IOException {
    if (!fresh.plainName().equals(plan.name())) {
      return List.of(plan.nameOfNew(), plan.nameOfNext()).contains(fresh.plainName());
    }
    Optional<ContainerDetails> old = Swap.inspect(engine, plan.oldId());
    return old.map(found -> found.plainName().equals(plan.nameOfOld()))
        .orElseGet(() -> plan.starts() && "created".equals(fresh.state().status()));
  }
}
