package dev.davit.command.container;

import dev.davit.engine.Engine;
import dev.davit.engine.http.JsonStream;
import dev.davit.engine.model.EngineEvent;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The newest statistics of several containers, whose streams are each read by a thread. Containers
 * are also added and removed by the engine's events.
 *
 * @param <S> a sample of statistics
 */
public final class StatsWatch<S> implements Closeable {
  private static final int SHORT_ID = 12;

  /** The time to wait for outstanding responses after another one has failed. */
  private static final Duration GRACE = Duration.ofSeconds(2);

  private final Engine engine;
  private final Source<S> source;
  private final Reader<S> arrived;
  private final Map<String, Watched<S>> containers = new LinkedHashMap<>();
  private @Nullable IOException failure;
  private boolean closed;

  /**
   * Creates a watch without containers.
   *
   * @param arrived receives each sample, in the thread that has read it
   */
  public StatsWatch(Engine engine, Source<S> source, Reader<S> arrived) {
    this.engine = engine;
    this.source = source;
    this.arrived = arrived;
  }

  /** Opens the stream of a container's statistics. */
  public interface Source<S> {
    JsonStream<S> of(String container) throws IOException;
  }

  /** Receives a sample; null if the container has none yet, or no more. */
  public interface Reader<S> {
    void read(String container, @Nullable S sample) throws IOException;
  }

  /** A watched container. */
  private static final class Watched<S> {
    private @Nullable S sample;
    private boolean asked;
    private @Nullable JsonStream<S> stream;
    private @Nullable IOException failure;
  }

  /** The short ID, which stands for containers that the user has not named. */
  public static String shortId(String id) {
    return id.length() > SHORT_ID ? id.substring(0, SHORT_ID) : id;
  }

  /** Adds a container, unless it is already watched. */
  public synchronized void add(String name) {
    Watched<S> watched = new Watched<>();
    if (!closed && containers.putIfAbsent(name, watched) == null) {
      Thread.ofPlatform().daemon().name("stats " + name).start(() -> read(name, watched));
    }
  }

  private synchronized void remove(String name) {
    Watched<S> watched = containers.remove(name);
    if (watched != null && watched.stream != null) {
      watched.stream.cancel();
    }
  }

  private void read(String name, Watched<S> watched) {
    try (JsonStream<S> stream = source.of(name)) {
      synchronized (this) {
        watched.stream = stream;
      }
      for (S next = stream.next(); next != null; next = stream.next()) {
        take(watched, next);
        deliver(name, next);
      }
      take(watched, null);
    } catch (IOException e) {
      fail(watched, e);
    }
  }

  /** Passes a sample to the reader; a failure of the reader ends the whole watch. */
  private void deliver(String name, S sample) {
    try {
      arrived.read(name, sample);
    } catch (IOException e) {
      fail(e);
    }
  }

  private synchronized void fail(IOException e) {
    failure = failure == null ? e : failure;
    notifyAll();
  }

  private synchronized void take(Watched<S> watched, @Nullable S sample) {
    watched.sample = sample;
    watched.asked = true;
    notifyAll();
  }

  private synchronized void fail(Watched<S> watched, IOException e) {
    watched.asked = true;
    watched.failure = e;
    notifyAll();
  }

  /**
   * Adds and removes containers according to the engine's events.
   *
   * @param all whether to include stopped containers
   */
  public void follow(boolean all) throws IOException {
    JsonStream<EngineEvent> events = engine.system().events("{\"type\":{\"container\":true}}");
    Thread.ofPlatform().daemon().name("events").start(() -> follow(events, all));
  }

  private void follow(JsonStream<EngineEvent> events, boolean all) {
    Set<String> comes = all ? Set.of("create", "start") : Set.of("start");
    try (events) {
      for (EngineEvent next = events.next(); next != null; next = events.next()) {
        if (!next.actor().id().isEmpty()) {
          String name = shortId(next.actor().id());
          if (comes.contains(next.action())) {
            add(name);
          } else if (next.isRemoval() || !all && next.action().equals("die")) {
            remove(name);
          }
        }
      }
      throw new IOException("unexpected EOF");
    } catch (IOException e) {
      fail(e);
    }
  }

  /** Waits for a sample or failure of each container, so that all failures can be reported. */
  public synchronized void awaitFirst() throws InterruptedException {
    while (!failed() && !allAsked()) {
      wait();
    }
    waitUntil(this::allAsked, GRACE);
  }

  private boolean allAsked() {
    return containers.values().stream().allMatch(watched -> watched.asked);
  }

  /**
   * Whether the watch or a watched container has failed; removed containers do not count, as their
   * streams were closed.
   */
  private boolean failed() {
    return failure != null
        || containers.values().stream().anyMatch(watched -> watched.failure != null);
  }

  /** Waits for a time, or until a failure. */
  public synchronized void pause(Duration time) throws InterruptedException {
    waitUntil(this::failed, time);
  }

  private void waitUntil(BooleanSupplier what, Duration limit) throws InterruptedException {
    long end = System.nanoTime() + limit.toNanos();
    for (long left = limit.toMillis(); left > 0 && !what.getAsBoolean(); ) {
      wait(left);
      left = (end - System.nanoTime()) / 1_000_000;
    }
  }

  /**
   * Passes the newest sample of each container to a reader, in the order they were added.
   *
   * @throws IOException with the messages of all failures, one on each line
   */
  public void readAll(Reader<S> reader) throws IOException {
    Map<String, Optional<S>> newest = new LinkedHashMap<>();
    synchronized (this) {
      requireNoFailure();
      containers.forEach((name, each) -> newest.put(name, Optional.ofNullable(each.sample)));
    }
    for (Map.Entry<String, Optional<S>> each : newest.entrySet()) {
      reader.read(each.getKey(), each.getValue().orElse(null));
    }
  }

  private void requireNoFailure() throws IOException {
    if (failure != null) {
      throw failure;
    }
    if (failed()) {
      throw new IOException(
          containers.values().stream()
              .map(watched -> watched.failure)
              .filter(Objects::nonNull)
              .map(IOException::getMessage)
              .distinct()
              .collect(Collectors.joining("\n")));
    }
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
