package dev.davit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.davit.Target.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Copies images between two engines, and to one that loads no part of an image. */
@Tag("native")
final class ImageCpTest {
  private static final String FROM = "DOCKER_CONFIG=. docker -c near ";

  @TempDir private static Path folder;
  private static OwnEngine far;

  @BeforeAll
  static void start() throws IOException {
    far = OwnEngine.start(Files.createDirectory(folder.resolve("far")));
    context("near", Reach.privateEngine());
    context("far", far.address());
    run(FROM + "run --name icp busybox sh -c 'echo new >/new'");
    run(FROM + "commit icp icp:1");
    run(FROM + "rm icp");
  }

  @AfterAll
  static void end() throws IOException {
    run(FROM + "rmi icp:1");
    far.close();
  }

  private static void context(String name, String address) throws IOException {
    run("DOCKER_CONFIG=. docker context create " + name + " --docker host=" + address);
  }

  private static Result run(String line) throws IOException {
    return Target.linked().run("unset DOCKER_HOST; " + line, "", folder);
  }

  private static Result printed(String out) {
    return new Result(out + '\n', "", 0);
  }

  @Test
  void onlyMissingLayersAreSent() throws IOException {
    run(FROM + "run --name own busybox sh -c 'echo base >/base'; " + FROM + "commit own own:1");
    run(FROM + "run --name top own:1 sh -c 'echo new >/new'; " + FROM + "commit top own:2");
    assertEquals(0, run(FROM + "image cp own:1 far").exitCode());
    assertEquals(
        printed("far | own:2: 1 of 3 layers sent, 2.048kB"), run(FROM + "image cp own:2 far"));
    assertEquals(
        printed("far | own:2: all layers exist already"),
        run("DOCKER_CONFIG=. docker image cp --from near own:2 'f*'"));
    assertEquals(printed("new"), run("DOCKER_CONFIG=. docker -c far run --rm own:2 cat /new"));
    assertEquals(new Result("", "", 0), run(FROM + "image cp -q --as other:1 own:2 far"));
    assertEquals(printed("new"), run("DOCKER_CONFIG=. docker -c far run --rm other:1 cat /new"));
    run(FROM + "rm own top; " + FROM + "rmi own:2 own:1");
  }

  @Test
  void anEngineThatLoadsNoPartGetsAll() throws IOException {
    String layer =
        run(FROM + "image inspect -f '{{index .RootFS.Layers 0}}' busybox").out().strip();
    try (FakeEngine fake = FakeEngine.onUnix()) {
      fake.on("GET /images/json", "200 [{\"Id\":\"sha256:b\"}]")
          .on("GET /images/sha256:b/json", "200 {\"RootFS\":{\"Layers\":[\"" + layer + "\"]}}")
          .on("POST /images/load", "500 {\"message\":\"no such layer\"}", "200 {}");
      context("fake", fake.address());
      Result result = run(FROM + "image cp icp:1 fake");
      assertEquals(
          "fake: the engine cannot load a part of an image; sending all layers\n", result.err());
      assertEquals("fake | icp:1: 2 of 2 layers sent", result.out().split(",", 2)[0]);
      List<Integer> sizes =
          fake.requests().stream()
              .filter(request -> request.route().equals("POST /images/load"))
              .map(request -> request.body().length)
              .toList();
      assertEquals(2, sizes.size());
      assertEquals(true, sizes.getFirst() < 100_000 && sizes.getLast() > 1_000_000, "" + sizes);
    }
  }

  @Test
  void mistakesAreReported() throws IOException {
    assertEquals(
        new Result(
            "",
            "Error response from daemon: no such image: nosuch: No such image: nosuch:latest\n",
            1),
        run(FROM + "image cp nosuch far"));
    assertEquals(
        new Result("", "no context matches \"nowhere\"\n", 1),
        run(FROM + "image cp icp:1 nowhere"));
    context("down", "unix:///nowhere.sock");
    Result partial = run(FROM + "image cp --as both:1 icp:1 down far");
    assertEquals(1, partial.exitCode());
    assertEquals("far | both:1", partial.out().split(": ", 2)[0]);
    assertEquals(
        "down: Cannot connect to the Docker daemon at unix:///nowhere.sock. Is the docker daemon"
            + " running?\n",
        partial.err());
  }
}
