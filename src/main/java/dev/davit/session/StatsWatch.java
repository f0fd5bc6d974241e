package dev.davit.session;

import dev.davit.engine.Engine;
import dev.davit.engine.JsonStream;
import dev.davit.engine.model.ContainerStats;
import dev.davit.engine.model.EngineEvent;
import dev.davit.format.StatsColumns.Sampled;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The newest statistics of containers, each of which has a thread of its own that reads its stream.
 * Containers can also come and go by the engine's events.
 */
public final class StatsWatch implements Closeable {
  private static final int SHORT_ID = 12;

  private final Engine engine;
  private final Map<String, Watched> containers = new LinkedHashMap<>();
  private @Nullable IOException failure;
  private boolean closed;

  public StatsWatch(Engine engine) {
    this.engine = engine;
  }

  /** One container that is watched. */
  private static final class Watched {
    private @Nullable ContainerStats sample;
    private boolean asked;
    private @Nullable JsonStream<ContainerStats> stream;
  }

  /** What a container is called that was not named by the user. */
  public static String shortId(String id) {
    return id.length() > SHORT_ID ? id.substring(0, SHORT_ID) : id;
  }

  /** Watches a container; nothing happens where that is done already. */
  public synchronized void add(String name) {
    Watched watched = new Watched();
    if (!closed && containers.putIfAbsent(name, watched) == null) {
      Thread.ofVirtual().name("stats " + name).start(() -> read(name, watched));
    }
  }

  private synchronized void remove(String name) {
    Watched watched = containers.remove(name);
    if (watched != null && watched.stream != null) {
      watched.stream.cancel();
    }
  }

  private void read(String name, Watched watched) {
    try (JsonStream<ContainerStats> stream = engine.containers().stats(name, true, false)) {
      synchronized (this) {
        watched.stream = stream;
      }
      for (ContainerStats next = stream.next(); next != null; next = stream.next()) {
        take(watched, next);
      }
      take(watched, null);
    } catch (IOException e) {
      fail(name, watched, e);
    }
  }

  private synchronized void take(Watched watched, @Nullable ContainerStats sample) {
    watched.sample = sample;
    watched.asked = true;
    notifyAll();
  }

  /** A stream that was closed because its container is no longer watched fails nothing. */
  private synchronized void fail(String name, Watched watched, IOException e) {
    watched.asked = true;
    if (containers.get(name) == watched && failure == null && !closed) {
      failure = e;
    }
    notifyAll();
  }

  /**
   * Adds and removes containers as the engine tells of them.
   *
   * @param all those that don't run too
   */
  public void follow(boolean all) throws IOException {
    JsonStream<EngineEvent> events = engine.system().events("{\"type\":{\"container\":true}}");
    Thread.ofVirtual().name("events").start(() -> follow(events, all));
  }

  private void follow(JsonStream<EngineEvent> events, boolean all) {
    Set<String> comes = all ? Set.of("create", "start") : Set.of("start");
    Set<String> goes = all ? Set.of("destroy") : Set.of("die", "destroy");
    try (events) {
      for (EngineEvent next = events.next(); next != null; next = events.next()) {
        if (next.actor() != null && next.action() != null) {
          String name = shortId(next.actor().id());
          if (comes.contains(next.action())) {
            add(name);
          } else if (goes.contains(next.action())) {
            remove(name);
          }
        }
      }
      throw new IOException("unexpected EOF");
    } catch (IOException e) {
      synchronized (this) {
        failure = failure == null && !closed ? e : failure;
        notifyAll();
      }
    }
  }

  /** Waits until each container has been asked about, or something failed. */
  public synchronized void awaitFirst() throws InterruptedException {
    while (failure == null && !containers.values().stream().allMatch(watched -> watched.asked)) {
      wait();
    }
  }

  /** Waits for so long, or until something failed. */
  public synchronized void pause(Duration time) throws InterruptedException {
    long end = System.nanoTime() + time.toNanos();
    for (long left = time.toMillis(); left > 0 && failure == null; ) {
      wait(left);
      left = (end - System.nanoTime()) / 1_000_000;
    }
  }

  /**
   * The newest sample of each, in the order they were added.
   *
   * @throws IOException what went wrong first
   */
  public synchronized List<Sampled> newest() throws IOException {
    if (failure != null) {
      throw failure;
    }
    List<Sampled> all = new ArrayList<>();
    containers.forEach((name, watched) -> all.add(new Sampled(name, watched.sample)));
    return all;
  }

  @Override
  public synchronized void close() {
    closed = true;
    containers
        .values()
        .forEach(
            watched -> {
              if (watched.stream != null) {
                watched.stream.cancel();
              }
            });
  }
}
