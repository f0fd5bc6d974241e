package dev.davit.readiness;

import dev.davit.engine.Engine;
import dev.davit.engine.http.EngineException;
import dev.davit.engine.model.ContainerDetails;
import dev.davit.engine.model.PortBinding;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Asks the engine again and again for what no event reports: listening ports and files. */
final class Poller {
  private static final long FIRST_MILLIS = 100;
  private static final long LONGEST_MILLIS = 500;

  private final Engine engine;
  private final ContainerDetails container;
  private final PortCheck portCheck;

  Poller(Engine engine, ContainerDetails container) {
    this.engine = engine;
    this.container = container;
    this.portCheck = new PortCheck(engine, container.id());
  }

  /**
   * Passes each condition to {@code met} when it is met, until all have been met or {@code end} is
   * counted down.
   */
  void poll(Collection<ReadyCondition> conditions, Consumer<ReadyCondition> met, CountDownLatch end)
      throws IOException {
    List<ReadyCondition> left = new ArrayList<>(conditions);
    long pause = FIRST_MILLIS;
    while (true) {
      List<ReadyCondition> now = met(left);
      now.forEach(met);
      left.removeAll(now);
      if (left.isEmpty() || isEnded(end, pause)) {
        return;
      }
      pause = Math.min(LONGEST_MILLIS, pause + pause / 2);
    }
  }

  private static boolean isEnded(CountDownLatch end, long millis) {
    try {
      return end.await(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e); // this thread is never interrupted
    }
  }

  /** Returns the conditions that are met now. */
  List<ReadyCondition> met(Collection<ReadyCondition> conditions) throws IOException {
    List<ReadyCondition> met = new ArrayList<>();
    @Nullable ListeningPorts ports = null;
    for (ReadyCondition each : conditions) {
      if (each.kind() == ReadyCondition.Kind.FILE) {
        if (exists(each.value())) {
          met.add(each);
        }
      } else {
        ports = ports == null ? portCheck.ports() : ports;
        if (ports.has(each.port(), isPublished(each.port()))) {
          met.add(each);
        }
      }
    }
    return met;
  }

  private boolean exists(String path) throws IOException {
    try {
      engine.archives().statPath(container.id(), path);
      return true;
    } catch (EngineException e) {
      if (e.isNotFound()) {
        return false;
      }
      throw e;
    }
  }

  private boolean isPublished(int port) {
    ContainerDetails.NetworkSettings network = container.networkSettings();
    Map<String, @Nullable List<PortBinding>> ports = network == null ? null : network.ports();
    List<PortBinding> bindings = ports == null ? null : ports.get(port + "/tcp");
    return bindings != null && !bindings.isEmpty();
  }
}
