package dev.davit.plugin;

import dev.davit.io.StagingDirectory;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The socket to which a plugin connects to learn that it should end: closing it ends the plugin's
 * stream. Mirrors cli-plugins/socket.
 *
 * <p>docker's socket is an abstract one. This is a file in a directory of the user's own: it needs
 * no native library, which would take longer to load than the rest of the start, and no other user
 * can connect. Plugins take either.
 */
final class PluginSocket implements AutoCloseable {
  private static final int MAX_PATH = 107;

  private final Path file;
  private final ServerSocketChannel server;
  private final List<SocketChannel> connections = new ArrayList<>();
  private boolean closed;

  private PluginSocket(Path file, ServerSocketChannel server) {
    this.file = file;
    this.server = server;
  }

  /** Opens a socket; null if the system refuses one, without which plugins run, too. */
  static @Nullable PluginSocket open(Map<String, String> env) {
    try {
      Path directory = StagingDirectory.create(parent(env));
      Path file = directory.resolve("socket");
      try {
        if (file.toString().length() > MAX_PATH) {
          throw new IOException("path too long: " + file);
        }
        ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        server.bind(UnixDomainSocketAddress.of(file));
        PluginSocket socket = new PluginSocket(file, server);
        Thread.ofPlatform().daemon().name("plugin-socket").start(socket::accept);
        return socket;
      } catch (IOException e) {
        Files.deleteIfExists(directory);
        return null;
      }
    } catch (IOException e) {
      return null;
    }
  }

  /** Returns the directory for temporary files: the user's own if there is one. */
  private static Path parent(Map<String, String> env) {
    for (String name : List.of("XDG_RUNTIME_DIR", "TMPDIR")) {
      Path directory = Path.of(env.getOrDefault(name, ""));
      if (directory.isAbsolute() && Files.isWritable(directory)) {
        return directory;
      }
    }
    return Path.of("/tmp");
  }

  /** Returns the address for the plugin's environment. */
  String address() {
    return file.toString();
  }

  private void accept() {
    try {
      while (true) {
        keep(server.accept());
      }
    } catch (IOException e) {
      // closed
    }
  }

  private synchronized void keep(SocketChannel connection) throws IOException {
    if (closed) {
      connection.close();
    } else {
      connections.add(connection);
    }
  }

  /** Ends the plugin's streams and removes the socket. */
  @Override
  public synchronized void close() {
    closed = true;
    try {
      for (SocketChannel connection : connections) {
        connection.close();
      }
      connections.clear();
      server.close();
      Files.deleteIfExists(file);
      Files.deleteIfExists(file.getParent());
    } catch (IOException e) {
      // a file is left in the directory for temporary files
    }
  }
}
