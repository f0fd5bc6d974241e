package dev.davit.replace;

import dev.davit.engine.Engine;
import dev.davit.engine.model.ContainerSpec;
import dev.davit.io.Cleanup;
import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/**
 * A replacement of a container by a new one. The order is: create under another name, stop the old
 * one, exchange the names, start, remove the old one. Unless it is finished, {@link #close} undoes
 * it, and so does a signal that ends the process.
 */
public final class Replacement implements AutoCloseable {
  private final Engine engine;
  private final Plan plan;
  private final boolean undoes;
  private final Cleanup cleanup;
  private @Nullable Swap swap;
  private boolean exchanged;
  private boolean finished;
  private boolean undone;

  /** Sends the request that creates the new container; returns its ID. */
  public interface Creation {
    String create() throws IOException;
  }

  /** A step that must not be interrupted by the undoing. */
  private interface Step {
    void perform() throws IOException;
  }

  /**
   * Begins a replacement, without a request.
   *
   * @param undoes whether a failure puts the old container back
   */
  public Replacement(Engine engine, Plan plan, boolean undoes) {
    this.engine = engine;
    this.plan = plan;
    this.undoes = undoes;
    this.cleanup = new Cleanup(this::undoSilently);
  }

  /** Creates the new container by a request with this spec; returns its ID. */
  public String create(ContainerSpec spec, Creation creation) throws IOException {
    spec.name = plan.nameOfNew();
    spec.config.labels = plan.on(spec.config.labels);
    String id = creation.create();
    swap = new Swap(engine, plan, id);
    return id;
  }

  /** Stops the old container and gives its name to the new one. */
  public void exchange() throws IOException {
    step(
        () -> {
          exchanged = true;
          created().exchange();
        });
  }

  /** Starts the new container, if that is planned. */
  public void start() throws IOException {
    step(created()::start);
  }

  /** Removes the old container, or renames it if it is to be kept. */
  public void finish() throws IOException {
    step(
        () -> {
          finished = true; // a failed removal does not stop the new container
          created().finish();
        });
  }

  /** Whether the old container was put back: false as long as nothing had happened to it. */
  public boolean isUndone() {
    return undone && exchanged;
  }

  private Swap created() {
    return Objects.requireNonNull(swap);
  }

  private synchronized void step(Step step) throws IOException {
    if (undone) {
      waitForTheEnd();
    }
    step.perform();
  }

  private synchronized void undo() throws IOException {
    if (undone || finished || !undoes || swap == null) {
      return;
    }
    undone = true;
    if (exchanged) {
      swap.back();
    } else {
      swap.discard();
    }
  }

  /** Undoes the replacement while a signal ends the process; {@link Recovery} does what is left. */
  private void undoSilently() {
    try {
      undo();
    } catch (IOException _) {
      // the process ends without a message
    }
  }

  private static void waitForTheEnd() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e); // this thread is never interrupted
    }
  }

  /**
   * Puts the old container back, unless the replacement is finished.
   *
   * @throws IOException if that fails
   */
  @Override
  public void close() throws IOException {
    cleanup.close();
    undo();
  }
}
