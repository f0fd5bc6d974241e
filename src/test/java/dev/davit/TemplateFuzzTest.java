package dev.davit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * davit beside the docker binary, where there is one: templates made up by a seed, some of them
 * damaged, of what {@code inspect} and {@code ps} show.
 */
final class TemplateFuzzTest {
  /** -Dfuzz=2000 for a long run. */
  private static final int CASES = Integer.getInteger("fuzz", 100);

  private static final List<String> KINDS = List.of("container", "image", "network", "volume");

  private static final String CREATED =
      """
      [{"Id":"0123456789abcdef0123","Names":["/web","/db/web"],"Image":"nginx:1.27","ImageID":"sha256:aa",
      "Command":"sh -c \\"echo <hi>\\"","Created":1700000000,"State":"running","Status":"Up 2 hours",
      "Ports":[{"IP":"0.0.0.0","PrivatePort":80,"PublicPort":8080,"Type":"tcp"}],
      "Labels":{"a":"1","com.example.some-key":"x y"},"NetworkSettings":{"Networks":{"n":{}}},
      "Mounts":[{"Name":"v","Driver":"local"}]}]""";

  @TempDir Path folder;

  @TestFactory
  Stream<DynamicTest> templates() throws IOException {
    Optional<Path> docker = Target.reference();
    if (docker.isEmpty()) {
      return Stream.empty();
    }
    FakeEngine engine =
        FakeEngine.onUnix().usually("GET /containers/json", "200 " + escape(CREATED));
    for (String kind : KINDS) {
      String json = Files.readString(Path.of("src/test/resources/format", kind + "-full.json"));
      String path = '/' + kind + "s/" + kind;
      engine
          .usually("GET " + path, "200 " + escape(json))
          .usually("GET " + path + "/json", "200 " + escape(json));
    }
    return IntStream.range(0, CASES)
        .mapToObj(
            seed ->
                DynamicTest.dynamicTest(
                    Integer.toString(seed), () -> compare(seed, engine, docker.get())))
        .onClose(engine::close);
  }

  private void compare(int seed, FakeEngine engine, Path docker) throws IOException {
    Random random = new Random(seed);
    List<String> command = command(random);
    Map<String, String> env =
        Map.of("DOCKER_HOST", engine.address(), "DOCKER_CONFIG", folder.toString(), "TZ", "UTC");
    Target.Result ours = Target.inProcess("docker", command, env, new byte[0], folder);
    List<String> words = new ArrayList<>(command);
    words.addFirst(docker.toString());
    Target.Result dockers = Target.linked().run(words, env, new byte[0], folder);
    if (!dockers.out().contains("0xc0")) { // an address in memory
      assertEquals(words + "\n" + dockers, words + "\n" + ours);
    }
  }

  private static List<String> command(Random random) {
    if (random.nextInt(4) == 0) {
      String format = new TemplateMaker(random, TemplateMaker.COLUMNS).text();
      boolean table = random.nextInt(3) == 0;
      return List.of("ps", "--format", table ? "table " + format : format);
    }
    String kind = KINDS.get(random.nextInt(KINDS.size()));
    String format = new TemplateMaker(random, TemplateMaker.fields(kind)).text();
    return List.of("inspect", "--type", kind, "-f", format, kind);
  }

  private static String escape(String text) {
    return text.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n");
  }
}
