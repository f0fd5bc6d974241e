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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
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
 * <p>A route is {@code METHOD /path} without the API version; {@code *} matches one segment. The
 * responses to a route, in the language of {@link FakeAnswer}, are sent in order, and the last one
 * repeats. Of several matching routes, the last one defined counts. Requests without a route get
 * the responses of an engine on which one container starts and exits immediately.
 */
public final class FakeEngine implements Closeable {
  /** The time limit for waiting steps and checks. */
  static final long LIMIT_SECONDS = 30;

  /** The ID of the container that {@code create} creates. */
  public static final String ID = "0123456789abcdef".repeat(4);

  private final ServerSocketChannel server;
  private final String address;
  private final LinkedHashMap<String, List<FakeAnswer>> script = new LinkedHashMap<>();
  private final LinkedHashMap<String, List<FakeAnswer>> defaults = new LinkedHashMap<>();
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
    return ping("200\nheader Api-Version: " + version + "\nheader Ostype: linux");
  }

  /** Sets the responses of {@code _ping} to HEAD and GET. */
  public FakeEngine ping(String... answers) {
    return on("HEAD /_ping", answers).on("GET /_ping", answers);
  }

  /** Sets the scripted responses of a route, replacing earlier ones. */
  public FakeEngine on(String route, String... answers) {
    FakeAnswer[] parsed = new FakeAnswer[answers.length];
    for (int i = 0; i < answers.length; i++) {
      parsed[i] = FakeAnswer.parse(answers[i]);
    }
    return on(route, parsed);
  }

  /** Sets the responses of a route in code, where a script is not sufficient. */
  public FakeEngine on(String route, FakeAnswer... answers) {
    synchronized (script) {
      script.putLast(route, new ArrayList<>(List.of(answers)));
    }
    return this;
  }

  /** Returns all requests in the order received. */
  public List<FakeRequest> requests() {
    return List.copyOf(requests);
  }

  /** Waits for a request of a route and returns the last one. */
  public FakeRequest request(String route) {
    Pattern pattern = pattern(route);
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
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

  /** Ends like a killed engine: closes every connection and stops listening. */
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
  }

  private void answerAsUsual() {
    api("1.41");
    on("POST /containers/create", "201 {\"Id\":\"" + ID + "\",\"Warnings\":[]}");
    on("POST /containers/*/start", "204");
    on("POST /containers/*/wait", "200 {\"StatusCode\":0}");
    on("POST /containers/*/attach", "101");
    on("POST /containers/*/resize", "200");
    on("POST /containers/*/kill", "204");
    on("POST /containers/*/stop", "204");
    on("POST /containers/*/restart", "204");
    on("DELETE /containers/*", "204");
    defaults.putAll(script);
    script.clear();
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
    synchronized (script) {
      for (LinkedHashMap<String, List<FakeAnswer>> table : List.of(script, defaults)) {
        for (Map.Entry<String, List<FakeAnswer>> entry : table.reversed().entrySet()) {
          if (pattern(entry.getKey()).matcher(route).matches()) {
            List<FakeAnswer> answers = entry.getValue();
            return answers.size() > 1 ? answers.removeFirst() : answers.getFirst();
          }
        }
      }
    }
    return FakeAnswer.parse("404 {\"message\":\"page not found\"}");
  }

  private static Pattern pattern(String route) {
    return Pattern.compile(Pattern.quote(route).replace("*", "\\E[^/]+\\Q"));
  }
}
