package dev.davit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.davit.Target.Result;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pulls several images, repeats pulls and finds outdated images, with a real registry. */
@Tag("dist") // not run with docker
final class RegistryImagesTest {
  private static final String REGISTRY = "127.0.0.1:5098";
  private static final String IMAGE = REGISTRY + "/registry-images-test";
  private static final String OUTDATED =
      "images --outdated --format '{{.Tag}} {{.Status}}' " + IMAGE;
  private static final String REFUSED =
      "Get \"http://127.0.0.1:5098/v2/\": dial tcp 127.0.0.1:5098: connect: connection refused";

  @TempDir Path folder;
  private Target target;
  private RegistryServer registry;

  @BeforeEach
  void start() throws IOException {
    target = Target.linked();
    registry = new RegistryServer(folder, REGISTRY);
    registry.start();
    config(REGISTRY);
    must("tag busybox IMAGE:1");
    registry.await(() -> run("push -q " + IMAGE + ":1"));
  }

  @AfterEach
  void end() throws IOException {
    run("rm -f registry-images-web");
    run("rmi -f '" + IMAGE + ":*'");
    registry.close();
  }

  /** Writes the credentials of one registry. */
  private void config(String server) throws IOException {
    Files.writeString(
        folder.resolve("config.json"),
        "{\"auths\":{\"" + server + "\":{\"auth\":\"" + RegistryServer.auth() + "\"}}}");
  }

  private Result run(String line) throws IOException {
    Reach reach =
        new Reach(List.of(), Map.of("DOCKER_HOST", Reach.privateEngine()), folder.toString());
    return target.run("docker " + line, reach, folder);
  }

  private void must(String line) throws IOException {
    Result result = run(line.replace("IMAGE", IMAGE));
    assertEquals(0, result.exitCode(), result::toString);
  }

  /** Pushes another image as {@code :1}, and gives that name to the old image again. */
  private void pushNewer() throws IOException {
    must("tag IMAGE:1 IMAGE:old");
    must("create --name registry-images-test busybox");
    must("commit registry-images-test IMAGE:1");
    must("rm registry-images-test");
    must("push -q IMAGE:1");
    must("tag IMAGE:old IMAGE:1");
    must("rmi IMAGE:old");
  }

  @Test
  void outdatedImagesAreFound() throws IOException {
    assertEquals(new Result("1 current\n", "", 0), run(OUTDATED));
    pushNewer();
    assertEquals(new Result("1 outdated\n", "", 3), run(OUTDATED));
    must("pull -q IMAGE:1");
    assertEquals(new Result("1 current\n", "", 0), run(OUTDATED));
    must("tag IMAGE:1 IMAGE:2");
    Result unknown = run(OUTDATED + " --sort tag");
    assertTrue(unknown.out().startsWith("1 current\n2 unknown: "), unknown::toString);
    assertEquals(1, unknown.exitCode());
  }

  @Test
  void containersAreUpgraded() throws IOException {
    String web = "registry-images-web";
    must("run -d --name " + web + " --stop-timeout 0 IMAGE:1 sleep 1000");
    Result check = run("recreate --check " + web);
    assertTrue(check.exitCode() == 0 && check.out().endsWith("current\n"), check::toString);
    String first = imageOf(web);
    for (int i = 0; i < 2; i++) {
      pushNewer();
      check = run("recreate --check " + web);
      assertTrue(check.exitCode() == 3 && check.out().endsWith("outdated\n"), check::toString);
      String before = imageOf(web);
      Result recreated = run("recreate --pull --cleanup " + web);
      assertEquals("0 " + web + "\n", recreated.exitCode() + " " + recreated.out());
      assertNotEquals(before, imageOf(web));
      // the first image has another name
      assertEquals(before.equals(first) ? 0 : 1, run("image inspect " + before).exitCode());
    }
    Result again = run("recreate --pull " + web);
    assertEquals("0 ", again.exitCode() + " " + again.out());
    assertTrue(again.err().endsWith(web + ": the image has not changed\n"), again::toString);
  }

  private String imageOf(String container) throws IOException {
    return run("inspect -f '{{.Image}}' " + container).out().strip();
  }

  @Test
  void onlyTheLoginOfTheRegistryIsSent() throws IOException {
    config("other.example");
    Result denied = run(OUTDATED);
    assertEquals(1, denied.exitCode());
    assertTrue(denied.out().contains("no basic auth credentials"), denied::toString);
    registry.close();
    assertEquals(new Result("1 unknown: " + REFUSED + "\n", "", 1), run(OUTDATED));
  }

  @Test
  void severalImagesArePulled() throws IOException {
    must("tag IMAGE:1 IMAGE:2");
    must("push -q IMAGE:2");
    must("rmi IMAGE:1 IMAGE:2");
    assertEquals(
        new Result(IMAGE + ":1\n" + IMAGE + ":2\n", "", 0),
        run("pull -q IMAGE:1 IMAGE:2".replace("IMAGE", IMAGE)));
    must("rmi IMAGE:1 IMAGE:2");
    Result one = run("pull -q IMAGE:1 IMAGE:nosuch IMAGE:2".replace("IMAGE", IMAGE));
    assertEquals(IMAGE + ":1\n" + IMAGE + ":2\n", one.out());
    assertEquals(
        IMAGE
            + ":nosuch: Error response from daemon: manifest for "
            + IMAGE
            + ":nosuch not found: manifest unknown: manifest unknown\n",
        one.err());
    assertEquals(1, one.exitCode());
  }

  @Test
  void recentImagesAreNotPulled() throws IOException {
    must("rmi IMAGE:1");
    must("pull -q --if-older 1h IMAGE:1");
    registry.close();
    assertEquals(new Result(IMAGE + ":1\n", "", 0), run("pull --if-older 1h " + IMAGE + ":1"));
    assertEquals(
        new Result("", "Error response from daemon: " + REFUSED + "\n", 1),
        run("pull --if-older 0s " + IMAGE + ":1"));
  }

  @Test
  void pullsAreRepeatedUntilTheRegistryIsUp() throws IOException {
    must("rmi IMAGE:1");
    registry.close();
    CompletableFuture<Result> pull =
        CompletableFuture.supplyAsync(() -> shell("pull -q --retry 20 " + IMAGE + ":1 2>retries"));
    Path retries = folder.resolve("retries");
    String first = "Retrying in 1s: Error response from daemon: " + REFUSED + "\n";
    Await.until(
        () -> Files.exists(retries) && Await.content(retries).startsWith(first), "no attempt");
    registry.start();
    assertEquals(new Result(IMAGE + ":1\n", "", 0), pull.join());
    registry.close();
    assertEquals(
        new Result("", first + "Error response from daemon: " + REFUSED + "\n", 1),
        run("pull -q --retry 1 " + IMAGE + ":1"));
  }

  private Result shell(String line) {
    try {
      return run(line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
