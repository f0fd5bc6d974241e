package dev.davit;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.newsclub.net.unix.AFUNIXServerSocketChannel;
import org.newsclub.net.unix.AFUNIXSocketAddress;

/**
 * An engine that responds by a script and records its requests, for davit and docker alike.
 *
 * <pre>{@code
 * try (FakeEngine engine = FakeEngine.onUnix()) {
 *   engine.on("GET /containers/json", "200 []");
 *   … run a program with DOCKER_HOST = engine.address() …
 *   engine.requests();
 * }
 * }</pre>
 *
 * <p>A route is {@code METHOD /path} without the API version; {@code *} stands for one segment. Its
 * answers, in the language of {@link FakeAnswer}, are given one after the other; the last one is
 * repeated. Of several routes that match, the one added last counts. A request without a route gets
 * the answer of an engine whose container runs and exits at once.
 *
 * <p>An answer of {@link #on} that was never requested fails the test when the engine is closed.
 */
public final class FakeEngine implements Closeable {
  /** The time limit for waiting steps and checks. */
  static final long LIMIT_SECONDS = 30;

  /** The ID of the container that {@code create} creates. */
  public static final String ID = "0123456789abcdef".repeat(4);

  private final ServerSocketChannel server;
  private final String address;
  private final List<Script> scripts = new ArrayList<>();
  private final List<Script> defaults = new ArrayList<>();
  private final List<FakeRequest> requests = new CopyOnWriteArrayList<>();
  private final Set<SocketChannel> connections = ConcurrentHashMap.newKeySet();
  private final CountDownLatch closed = new CountDownLatch(1);

  private FakeEngine(ServerSocketChannel server, String address) {
    this.server = server;
    this.address = address;
    answerAsUsual();
    Thread.ofPlatform().daemon().name("fake-engine").start(this::accept);
  }

  /** Starts an engine on a Unix socket in a temporary directory. */
  public static FakeEngine onUnix() throws IOException {
    Path folder = Files.createTempDirectory("davit");
    ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    SocketAddress at = UnixDomainSocketAddress.of(folder.resolve("engine.sock"));
    return new FakeEngine(server.bind(at), "unix://" + at);
  }

  /** Starts an engine on an abstract Unix socket. */
  public static FakeEngine onAbstract() throws IOException {
    String name = "davit-" + UUID.randomUUID();
    ServerSocketChannel server = AFUNIXServerSocketChannel.open();
    return new FakeEngine(
        server.bind(AFUNIXSocketAddress.inAbstractNamespace(name)), "unix://@" + name);
  }

  /** Starts an engine on a free port of 127.0.0.1. */
  public static FakeEngine onTcp() throws IOException {
    ServerSocketChannel server = ServerSocketChannel.open();
    server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    return new FakeEngine(server, "tcp://127.0.0.1:" + server.socket().getLocalPort());
  }

  /** Returns the value of {@code DOCKER_HOST} for this engine. */
  public String address() {
    return address;
  }

  /** Sets the API version that {@code _ping} returns; 1.41 by default. */
  public FakeEngine api(String version) {
    synchronized (scripts) {
      defaults.add(new Script("* /_ping", false, parse(ping(version))));
    }
    return this;
  }

  /** The answer of {@code _ping} for a version of the API. */
  static String ping(String version) {
    return "200\nheader Api-Version: " + version + "\nheader Ostype: linux";
  }

  /** Answers a route by a script, all of which must be requested before the engine is closed. */
  public FakeEngine on(String route, String... answers) {
    return add(new Script(route, true, parse(answers)));
  }

  /** Answers a route by code, where a script is not enough; must be requested. */
  public FakeEngine on(String route, FakeAnswer answer) {
    return add(new Script(route, true, List.of(answer)));
  }

  /** Answers a route that may never be asked for: what several tests share. */
  public FakeEngine usually(String route, String... answers) {
    return add(new Script(route, false, parse(answers)));
  }

  /** Answers a route by code that may never be asked for. */
  public FakeEngine usually(String route, FakeAnswer answer) {
    return add(new Script(route, false, List.of(answer)));
  }

  private FakeEngine add(Script told) {
    synchronized (scripts) {
      scripts.add(told);
    }
    return this;
  }

  private static List<FakeAnswer> parse(String... answers) {
    return Stream.of(answers).map(FakeAnswer::parse).toList();
  }

  /** The answers of {@link #on} and {@link #usually} that were not requested so far. */
  List<String> unasked() {
    synchronized (scripts) {
      return scripts.stream().flatMap(Script::unasked).toList();
    }
  }

  /** All requests so far, in the order they came. */
  public List<FakeRequest> requests() {
    return List.copyOf(requests);
  }

  /** Returns the last request of a route, which a command that has ended must have sent. */
  public FakeRequest sent(String route) {
    return request(route, 0);
  }

  /** Waits for a request of a route and returns the last one. */
  public FakeRequest request(String route) {
    return request(route, LIMIT_SECONDS);
  }

  private FakeRequest request(String route, long seconds) {
    Pattern pattern = pattern(route);
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    synchronized (requests) {
      while (true) {
        for (FakeRequest request : requests().reversed()) {
          if (pattern.matcher(request.route()).matches()) {
            return request;
          }
        }
        long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
        if (left <= 0 || closed.getCount() == 0) {
          throw new AssertionError("no " + route + " among " + requests);
        }
        try {
          requests.wait(left);
        } catch (InterruptedException e) {
          throw new IllegalStateException(e);
        }
      }
    }
  }

  /** Blocks until the engine is closed. */
  void awaitClose() throws InterruptedException {
    closed.await();
  }

  /**
   * Ends like a killed engine: closes every connection and the listening socket.
   *
   * @throws AssertionError if answers of {@link #on} were never requested
   */
  @Override
  public void close() {
    if (!server.isOpen()) {
      return;
    }
    try {
      server.close();
      for (SocketChannel connection : connections) {
        connection.close();
      }
      // last, so that stalled responses do not complete normally
      closed.countDown();
      synchronized (requests) {
        requests.notifyAll();
      }
      if (address.startsWith("unix:///")) {
        Path socket = Path.of(address.substring("unix://".length()));
        Files.deleteIfExists(socket);
        Files.delete(socket.getParent());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    List<String> idle;
    synchronized (scripts) {
      idle = scripts.stream().filter(each -> each.must).flatMap(Script::unasked).toList();
    }
    if (!idle.isEmpty()) {
      throw new AssertionError("nobody asked for " + String.join(", ", idle));
    }
  }

  private void answerAsUsual() {
    usually("* /_ping", ping("1.41"));
    usually("POST /containers/create", "201 {\"Id\":\"" + ID + "\",\"Warnings\":[]}");
    usually("POST /containers/*/start", "204");
    usually("POST /containers/*/wait", "200 {\"StatusCode\":0}");
    usually("POST /containers/*/attach", "101");
    usually("POST /containers/*/resize", "200");
    usually("POST /containers/*/kill", "204");
    usually("POST /containers/*/stop", "204");
    usually("POST /containers/*/restart", "204");
    usually("DELETE /containers/*", "204");
    defaults.addAll(scripts);
    scripts.clear();
  }

  private void accept() {
    try {
      while (true) {
        SocketChannel connection = server.accept();
        connections.add(connection);
        Thread.ofPlatform().daemon().start(() -> serve(connection));
      }
    } catch (IOException e) {
      // closed
    }
  }

  private void serve(SocketChannel connection) {
    try (connection) {
      InputStream in = new BufferedInputStream(Channels.newInputStream(connection));
      boolean open = true;
      while (open) {
        FakeRequest request = FakeRequest.read(in);
        if (!server.isOpen()) {
          return; // killed: its connections are gone one after the other
        }
        FakeAnswer answer = answer(request.route());
        synchronized (requests) {
          requests.add(request);
          requests.notifyAll();
        }
        FakeExchange exchange = new FakeExchange(this, request, in, connection);
        try {
          answer.give(exchange);
          open = exchange.finish();
        } finally {
          request.answered();
        }
      }
    } catch (IOException | InterruptedException e) {
      // the client has disconnected, or the script closed the connection
    } finally {
      connections.remove(connection);
    }
  }

  private FakeAnswer answer(String route) {
    synchronized (scripts) {
      return Stream.of(scripts, defaults)
          .flatMap(told -> told.reversed().stream())
          .filter(told -> pattern(told.route).matcher(route).matches())
          .findFirst()
          .map(Script::next)
          .orElseGet(() -> FakeAnswer.parse("404 {\"message\":\"page not found\"}"));
    }
  }

  private static Pattern pattern(String route) {
    return Pattern.compile(Pattern.quote(route).replace("*", "\\E[^/]+\\Q"));
  }

  /** The answers of a route, and how often they were asked for. */
  private static final class Script {
    private final String route;
    private final boolean must;
    private final List<FakeAnswer> answers;
    private int asked;

    Script(String route, boolean must, List<FakeAnswer> answers) {
      this.route = route;
      this.must = must;
      this.answers = answers;
    }

    FakeAnswer next() {
      return answers.get(Math.min(asked++, answers.size() - 1));
    }

    Stream<String> unasked() {
      return IntStream.range(Math.min(asked, answers.size()), answers.size())
          .mapToObj(i -> i == 0 ? route : route + " (answer " + (i + 1) + ")");
    }
  }
}
