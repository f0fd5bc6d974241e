package dev.davit;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A port of 127.0.0.1 that forwards to an engine and kills the client at one of its requests that
 * change something.
 */
final class KillingFront implements Closeable {
  private static final String UNIX = "unix://";
  private static final int BUFFER = 65_536;

  /** When the client is killed. */
  enum Moment {
    /** The engine does not get the request. */
    BEFORE,
    /** The engine has the request and may still work on it. */
    DURING,
    /** The engine has answered, but the client does not get the answer. */
    AFTER
  }

  /** Kills the client. */
  interface Killer {
    void kill();
  }

  private final ServerSocket server = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
  private final UnixDomainSocketAddress engine;
  private final int last;
  private final Moment moment;
  private final Killer killer;
  private final AtomicInteger requests = new AtomicInteger();

  /**
   * Starts forwarding.
   *
   * @param last the number of the request at which the client is killed, from 1
   */
  KillingFront(String engine, int last, Moment moment, Killer killer) throws IOException {
    this.engine = UnixDomainSocketAddress.of(Path.of(engine.substring(UNIX.length())));
    this.last = last;
    this.moment = moment;
    this.killer = killer;
    Thread.ofPlatform().daemon().name("front").start(this::accept);
  }

  /** The value of {@code DOCKER_HOST} for the client. */
  String address() {
    return "tcp://127.0.0.1:" + server.getLocalPort();
  }

  private void accept() {
    try {
      while (true) {
        Socket client = server.accept();
        Thread.ofPlatform().daemon().name("front").start(() -> serve(client));
      }
    } catch (IOException _) {
      // closed
    }
  }

  private void serve(Socket client) {
    try (client;
        SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
      channel.connect(engine);
      InputStream answers = Channels.newInputStream(channel);
      OutputStream toEngine = Channels.newOutputStream(channel);
      Thread back = Thread.ofPlatform().daemon().start(() -> answer(answers, client));
      byte[] buffer = new byte[BUFFER];
      for (int n = client.getInputStream().read(buffer);
          n >= 0;
          n = client.getInputStream().read(buffer)) {
        boolean kills = isChange(buffer, n) && requests.incrementAndGet() == last;
        if (!kills || moment != Moment.BEFORE) {
          toEngine.write(buffer, 0, n);
        }
        if (kills && moment != Moment.AFTER) {
          killer.kill();
        }
      }
      channel.shutdownOutput();
      back.join();
    } catch (IOException | InterruptedException _) {
      // the client was killed
    }
  }

  private void answer(InputStream answers, Socket client) {
    try {
      byte[] buffer = new byte[BUFFER];
      for (int n = answers.read(buffer); n >= 0; n = answers.read(buffer)) {
        if (moment == Moment.AFTER && requests.get() == last) {
          killer.kill();
          return;
        }
        client.getOutputStream().write(buffer, 0, n);
      }
      client.shutdownOutput();
    } catch (IOException _) {
      // the client was killed
    }
  }

  private static boolean isChange(byte[] bytes, int length) {
    String text = new String(bytes, 0, Math.min(length, 8), US_ASCII);
    return text.startsWith("POST ") || text.startsWith("DELETE ");
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
