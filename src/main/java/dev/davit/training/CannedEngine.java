package dev.davit.training;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.davit.engine.socket.EngineAddress;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.Locale;

/**
 * An engine with one container, {@code web}, and fixed responses, with which a client loads the
 * classes that it needs.
 */
final class CannedEngine implements Closeable {
  private static final String ID = "5f3c9a1d7b2e4068".repeat(4);

  private static final String SUMMARY =
      """
      [{"Id":"<id>","Names":["/web"],"Image":"busybox","ImageID":"sha256:<id>","Command":"httpd -f",
        "Created":1700000000,"Ports":[{"IP":"0.0.0.0","PrivatePort":80,"PublicPort":8080,"Type":"tcp"},
        {"PrivatePort":443,"Type":"tcp"}],"SizeRw":1000,"SizeRootFs":2000000,"Labels":{"tier":"front"},
        "State":"running","Status":"Up 2 hours","HostConfig":{"NetworkMode":"default"},
        "NetworkSettings":{"Networks":{"backend":{"NetworkID":"1","Gateway":"172.17.0.1"}}},
        "Mounts":[{"Type":"volume","Name":"data","Source":"/srv","Driver":"local","RW":true}]}]
      """;
  private static final String DETAILS =
      """
      {"Id":"<id>","Name":"/web","Created":"2026-01-01T00:00:00.123Z","Path":"httpd","Args":["-f"],
       "State":{"Status":"running","Running":true,"Paused":false,"Restarting":false,"ExitCode":0},
       "Config":{"Tty":false,"OpenStdin":false,"StdinOnce":false,"Env":["A=1"],"Image":"busybox"},
       "HostConfig":{"AutoRemove":false,"NanoCpus":1500000000,"PortBindings":{"80/tcp":[{"HostPort":"8080"}]}},
       "NetworkSettings":{"Ports":{"80/tcp":[{"HostIp":"0.0.0.0","HostPort":"8080"}]}}}
      """;
  private static final String VERSION =
      """
      {"Platform":{"Name":"Engine"},"Version":"28.2.2","ApiVersion":"1.41","MinAPIVersion":"1.24",
       "GitCommit":"1","GoVersion":"go1.24","Os":"linux","Arch":"amd64","KernelVersion":"6","BuildTime":"now",
       "Components":[{"Name":"Engine","Version":"28.2.2","Details":{"ApiVersion":"1.41","Os":"linux"}}]}
      """;
  private static final String STATS =
      """
      {"id":"<id>","name":"/web","cpu_stats":{"cpu_usage":{"total_usage":200},"system_cpu_usage":900,"online_cpus":2},
       "precpu_stats":{"cpu_usage":{"total_usage":100},"system_cpu_usage":800,"online_cpus":2},
       "memory_stats":{"usage":1000000,"limit":9000000,"stats":{"cache":1,"inactive_file":2}},
       "blkio_stats":{"io_service_bytes_recursive":[{"op":"Read","value":4096}]},
       "networks":{"eth0":{"rx_bytes":10,"tx_bytes":20}},"pids_stats":{"current":1}}
      """;

  /** A frame of standard output and a frame of standard error, each with one line. */
  private static final String PULL =
      """
      {"status":"Pulling from library/busybox","id":"latest"}
      {"status":"Downloading","progressDetail":{"current":1,"total":2},"id":"a"}
      {"status":"Pull complete","progressDetail":{},"id":"a"}
      """;

  private static final String FRAMES = "\1\0\0\0\0\0\0\3hi\n\2\0\0\0\0\0\0\3hi\n";

  private static final String NETWORKS =
      "[{\"Name\":\"bridge\",\"Id\":\"<id>\",\"Scope\":\"local\",\"Driver\":\"bridge\"}]";

  private static final String VOLUMES =
      "{\"Volumes\":[{\"Name\":\"data\",\"Driver\":\"local\",\"Scope\":\"local\"}]}";

  private static final String IMAGES =
      """
      [{"Id":"sha256:<id>","ParentId":"","RepoTags":["busybox:latest"],
      "RepoDigests":["busybox@sha256:<id>"],"Created":1790000000,"Size":4261574,"SharedSize":-1,
      "VirtualSize":4261574,"Labels":{"stage":"test"},"Containers":-1}]
      """;

  private final UnixDomainSocketAddress address;
  private final ServerSocketChannel server;

  private CannedEngine(UnixDomainSocketAddress address, ServerSocketChannel server) {
    this.address = address;
    this.server = server;
  }

  static CannedEngine at(Path socket) throws IOException {
    UnixDomainSocketAddress address = UnixDomainSocketAddress.of(socket);
    ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    server.bind(address);
    CannedEngine engine = new CannedEngine(address, server);
    Thread.ofPlatform().daemon().name("canned-engine").start(engine::accept);
    return engine;
  }

  EngineAddress address() {
    return new EngineAddress.Unix(address.getPath().toString());
  }

  @Override
  public void close() throws IOException {
    server.close();
  }

  private void accept() {
    try {
      while (true) {
        SocketChannel client = server.accept();
        Thread.ofPlatform().daemon().name("canned-answers").start(() -> serve(client));
      }
    } catch (IOException e) {
      // the server is closed
    }
  }

  private static void serve(SocketChannel client) {
    try (client) {
      InputStream in = new BufferedInputStream(Channels.newInputStream(client));
      OutputStream out = Channels.newOutputStream(client);
      boolean open = true;
      while (open) {
        String[] request = line(in).split(" ", 3);
        if (request.length < 3) {
          return;
        }
        in.skipNBytes(bodyLength(in));
        open = answer(request[0], request[1], out);
      }
    } catch (IOException e) {
      // the client has disconnected
    }
  }

  /** Responds to a request; returns whether the connection stays open. */
  private static boolean answer(String method, String target, OutputStream out) throws IOException {
    String path = target.replaceFirst("^/v[0-9.]+", "").replaceFirst("\\?.*", "");
    if (path.endsWith("/attach") || path.startsWith("/exec/") && path.endsWith("/start")) {
      write(out, "101 UPGRADED", "Connection: Upgrade\r\nUpgrade: tcp\r\n", FRAMES);
      return false;
    }
    String body = body(method, path).replace("<id>", ID);
    String status =
        path.contains("/missing") ? "404 Not Found" : body.isEmpty() ? "204 OK" : "200 OK";
    String type = path.equals("/_ping") ? "text/plain; charset=utf-8" : "application/json";
    String headers = "Api-Version: 1.41\r\nOstype: linux\r\nContent-Type: " + type + "\r\n";
    if (path.endsWith("/wait") || path.endsWith("/logs") || path.endsWith("/stats")) {
      String chunks = Integer.toHexString(body.length()) + "\r\n" + body + "\r\n0\r\n\r\n";
      write(out, status, headers + "Transfer-Encoding: chunked\r\n", chunks);
      return true;
    }
    String length = body.isEmpty() ? "" : "Content-Length: " + body.length() + "\r\n";
    write(out, status, headers + length, body);
    return true;
  }

  private static String body(String method, String path) {
    if (path.contains("/missing")) {
      return "{\"message\":\"No such container: missing\"}";
    }
    return switch (path) {
      case "/version" -> VERSION;
      case "/containers/json" -> SUMMARY;
      case "/images/json" -> IMAGES;
      case "/networks" -> NETWORKS;
      case "/volumes" -> VOLUMES;
      case "/containers/create" -> "{\"Id\":\"<id>\",\"Warnings\":[]}";
      case "/containers/web/json" -> DETAILS;
      case "/containers/web/logs" -> FRAMES;
      case "/containers/web/stats" -> STATS;
      case "/images/create" -> PULL;
      case "/containers/web/exec" -> "{\"Id\":\"<id>\"}";
      default -> path.endsWith("/wait") ? "{\"StatusCode\":0}" : others(method, path);
    };
  }

  private static String others(String method, String path) {
    boolean exec = method.equals("GET") && path.startsWith("/exec/");
    return exec ? "{\"Running\":false,\"ExitCode\":0,\"Pid\":1}" : "";
  }

  private static void write(OutputStream out, String status, String headers, String body)
      throws IOException {
    out.write(("HTTP/1.1 " + status + "\r\n" + headers + "\r\n" + body).getBytes(UTF_8));
  }

  private static int bodyLength(InputStream in) throws IOException {
    int length = 0;
    for (String header = line(in); !header.isEmpty(); header = line(in)) {
      if (header.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
        length = Integer.parseInt(header.substring("content-length:".length()).strip());
      }
    }
    return length;
  }

  /** Returns a line without its end; an empty one at the end of the stream. */
  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }
}
