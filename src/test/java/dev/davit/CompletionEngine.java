package dev.davit;

import dev.davit.archive.TarFile;
import java.io.IOException;

/** An engine with objects of all types and states, for tests of completion. */
public final class CompletionEngine {
  private static final String RUNNING =
      container("1", "web", "busybox", "running", "Up 3 minutes", "\"com.example.tier\":\"front\"")
          + ","
          + container("2", "frozen", "busybox", "paused", "Up 3 minutes (Paused)", "");
  private static final String IDLE =
      container("3", "done", "alpine:3", "exited", "Exited (0) 2 hours ago", "")
          + ","
          + container("4", "new", "alpine:3", "created", "Created", "");

  private CompletionEngine() {}

  static FakeEngine start() throws IOException {
    return FakeEngine.onUnix()
        .usually(
            "GET /containers/json",
            exchange ->
                FakeAnswer.parse(
                        "200 ["
                            + RUNNING
                            + (exchange.request().query().contains("all=1") ? "," + IDLE : "")
                            + "]")
                    .give(exchange))
        .usually(
            "GET /images/json",
            "200 [{\"Id\":\"sha256:1\",\"RepoTags\":[\"busybox:latest\",\"reg.example:5000/a/b:1\"],"
                + "\"Labels\":{\"com.example.stage\":\"test\"}},"
                + "{\"Id\":\"sha256:2\",\"RepoTags\":[\"<none>:<none>\"]},"
                + "{\"Id\":\"sha256:3\",\"RepoTags\":null}]")
        .usually(
            "GET /networks",
            "200 [{\"Name\":\"bridge\",\"Driver\":\"bridge\",\"Labels\":{\"com.example.zone\":\"a\"}},"
                + "{\"Name\":\"host\",\"Driver\":\"host\"},"
                + "{\"Name\":\"my 'net' $HOME\",\"Driver\":\"bridge\"}]")
        .usually(
            "GET /volumes",
            "200 {\"Volumes\":[{\"Name\":\"data\",\"Driver\":\"local\"},"
                + "{\"Name\":\"dump\",\"Driver\":\"local\"}]}")
        .usually(
            "GET /services",
            "200 [{\"ID\":\"5\",\"Spec\":{\"Name\":\"nightly\"}},"
                + "{\"ID\":\"6\",\"Spec\":{\"Name\":\"parts\"}}]")
        .usually(
            "GET /info",
            "200 {\"Plugins\":{\"Volume\":[\"local\"],\"Network\":[\"bridge\",\"macvlan\"],"
                + "\"Log\":[\"json-file\",\"journald\"]}}");
  }

  /** Returns the response with an archive of the given files. */
  public static String archive(String files) throws IOException {
    StringBuilder body = new StringBuilder();
    for (byte b : TarFile.of(files)) {
      body.append("\\x%02x".formatted(b));
    }
    return "200\nheader X-Docker-Container-Path-Stat: e30=\nbody " + body;
  }

  private static String container(
      String digit, String name, String image, String state, String status, String labels) {
    return ("{\"Id\":\"%s\",\"Names\":[\"/%s\",\"/other/alias\"],\"Image\":\"%s\",\"State\":\"%s\",\"Status\":\"%s\",\"Labels\":{%s},"
            + "\"NetworkSettings\":{\"Networks\":{\"%s\":{}}}}")
        .formatted(
            digit.repeat(64),
            name,
            image,
            state,
            status,
            labels,
            labels.isEmpty() ? "host" : "bridge");
  }
}
