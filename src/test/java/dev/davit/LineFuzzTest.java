package dev.davit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.davit.Transcript.Block;
import java.io.IOException;
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
 * Compares davit with the docker binary, if installed, on random command lines of the commands that
 * show and manage containers. The order of requests is ignored.
 */
final class LineFuzzTest {
  /** The number of command lines; -Dfuzz=2000 for a long run. */
  private static final int CASES = Integer.getInteger("fuzz", 100);

  private static final String CONTAINER =
      "200 {\"Id\":\"<id>\",\"Name\":\"/web\",\"State\":{\"Status\":\"running\",\"Running\":true},"
          + "\"NetworkSettings\":{\"Ports\":{\"80/tcp\":[{\"HostIp\":\"0.0.0.0\",\"HostPort\":\"8080\"},"
          + "{\"HostIp\":\"::\",\"HostPort\":\"8080\"}],\"53/udp\":null}}}";

  private static final List<String> SCRIPT =
      List.of(
          "@ GET /containers/json 200 [{\"Id\":\"<id>\",\"Names\":[\"/web\"],\"Image\":\"busybox\","
              + "\"Command\":\"sh -c 'a b'\",\"Created\":1500000000,\"State\":\"running\","
              + "\"Status\":\"Up\",\"Labels\":{\"a\":\"b\"},\"SizeRw\":5,\"SizeRootFs\":1500000,"
              + "\"Ports\":[{\"PrivatePort\":80,\"Type\":\"tcp\"}]},{\"Id\":\"b\"}]",
          "@ GET /containers/web/json " + CONTAINER,
          "@ GET /containers/none/json 404 {\"message\":\"No such container: none\"}",
          "@ GET /containers/web/top 200 {\"Titles\":[\"PID\",\"CMD\"],\"Processes\":[[\"1\",\"sh\"]]}",
          "@ GET /containers/none/top 404 {\"message\":\"No such container: none\"}",
          "@ GET /containers/web/changes 200 [{\"Path\":\"/a\",\"Kind\":0},{\"Path\":\"/b\",\"Kind\":2}]",
          "@ GET /containers/none/changes 404 {\"message\":\"No such container: none\"}",
          "@ POST /containers/none/* 404 {\"message\":\"No such container: none\"}",
          "@ DELETE /containers/none 404 {\"message\":\"No such container: none\"}",
          "@ POST /containers/prune 200 {\"ContainersDeleted\":[\"a\",\"b\"],\"SpaceReclaimed\":1500}",
          "@ POST /commit 201 {\"Id\":\"sha256:aa\"}",
          "@ GET /images/*/json 404 {\"message\":\"No such image: none\"}",
          "@ GET /networks/* 404 {\"message\":\"no such network\"}",
          "@ GET /volumes/* 404 {\"message\":\"no such volume\"}",
          "@ GET /plugins/*/json 404 {\"message\":\"no such plugin\"}",
          "@ GET /info 200 {}");

  private static final List<String> TEMPLATES =
      List.of(
          "json",
          "table",
          "raw",
          "{{.ID}}",
          "{{json .}}",
          "table {{.Names}}\\t{{.Image}}",
          "{{",
          "{{.Nope}}",
          "",
          "x",
          "{{.Size}} {{.Labels}}",
          "table",
          " table",
          "{{.Id}}",
          "{{.Name}}");

  /** The words that can follow a command; a word that ends with = takes a value. */
  private static final Map<String, List<String>> FLAGS =
      Map.ofEntries(
          Map.entry(
              "ps",
              List.of(
                  "-a",
                  "-q",
                  "-s",
                  "-l",
                  "-n",
                  "--last=",
                  "--no-trunc",
                  "--size=",
                  "--format=",
                  "--filter=",
                  "-f",
                  "-aq",
                  "-qs",
                  "--quiet=",
                  "--latest",
                  "--all=0",
                  "--nope")),
          Map.entry(
              "build",
              List.of(
                  "-q",
                  "-t",
                  "--tag=",
                  "-f",
                  "--file=",
                  "-m=",
                  "--memory-swap=",
                  "--shm-size=",
                  "--ulimit=",
                  "--build-arg=",
                  "--label=",
                  "--add-host=",
                  "--rm=",
                  "--no-cache",
                  "-c=",
                  "--iidfile=",
                  "--nope")),
          Map.entry("inspect", List.of("-s", "-f", "--format=", "--type=", "--size", "-x")),
          Map.entry("container inspect", List.of("-s", "-f", "--format=", "--type=", "--size=0")),
          Map.entry("port", List.of("-x", "--")),
          Map.entry("top", List.of("--")),
          Map.entry("diff", List.of("-x", "--")),
          Map.entry("rename", List.of("-x", "--")),
          Map.entry("commit", List.of("-a", "--author=", "-m", "-c", "-p", "-p=0", "--pause=")),
          Map.entry("kill", List.of("-s", "--signal=", "--nope")),
          Map.entry("stop", List.of("-t", "--time=", "--timeout=", "-s", "--signal=")),
          Map.entry("pause", List.of("-x")),
          Map.entry("unpause", List.of("--", "--x=")),
          Map.entry("rm", List.of("-f", "-v", "-l", "-fv", "--force=", "--link")),
          Map.entry("container prune", List.of("-f", "--force", "--filter=", "--filter", "-x")));

  private static final List<String> VALUES =
      List.of(
          "",
          "1",
          "0",
          "-1",
          "x",
          "true",
          "T",
          "label=a",
          "label=a=b",
          "status=running",
          "name=a,b",
          "until=1h",
          "exited=0",
          "nope=1",
          "9",
          "TERM",
          "a b",
          "ENV A=1",
          "container",
          "image",
          "99999999999999999999");

  private static final List<String> ARGUMENTS =
      List.of(
          "web", "web", "web", "none", "", "80", "80/tcp", "53/udp", "99", "a:b", "aux", "-o",
          "pid", "img:1", "UPPER", "/web", "a b");

  @TempDir Path temporary;

  @TestFactory
  Stream<DynamicTest> lines() throws IOException {
    Optional<Path> docker = Target.reference();
    return docker.isEmpty()
        ? Stream.empty()
        : IntStream.range(0, CASES)
            .mapToObj(
                seed ->
                    DynamicTest.dynamicTest(
                        Integer.toString(seed), () -> compare(seed, docker.get())));
  }

  private void compare(int seed, Path docker) throws IOException {
    Block block = block(new Random(seed));
    WirePlay ours = new WirePlay(temporary, Target::command);
    WirePlay reference =
        new WirePlay(
            temporary,
            (argv, env, stdin, cwd) -> {
              List<String> words = new ArrayList<>(argv);
              words.set(0, docker.toString());
              return Target.linked().run(words, env, stdin, cwd);
            });
    assertEquals(outcome(reference, block), outcome(ours, block));
  }

  private static String outcome(WirePlay play, Block block) throws IOException {
    List<String> lines = new ArrayList<>();
    List<String> requests = new ArrayList<>();
    for (String line : play.outcome(block, "1.41")) {
      (line.startsWith(">") ? requests : lines).add(line);
    }
    requests.sort(null);
    return block.command() + '\n' + String.join("\n", requests) + '\n' + String.join("\n", lines);
  }

  private static Block block(Random random) {
    List<String> verbs = FLAGS.keySet().stream().sorted().toList();
    String verb = pick(verbs, random);
    List<String> words = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      String flag = pick(FLAGS.getOrDefault(verb, List.of()), random);
      boolean template = flag.equals("--format=") || flag.equals("-f") && verb.endsWith("inspect");
      String value = pick(template ? TEMPLATES : VALUES, random);
      words.add(flag.endsWith("=") ? flag + value : flag);
      if (flag.length() == 2 && "fnamcst".indexOf(flag.charAt(1)) >= 0 && random.nextInt(5) > 0) {
        words.add(value);
      }
    }
    boolean takesNone = verb.equals("ps") || verb.endsWith("prune");
    for (int i = takesNone ? random.nextInt(8) / 7 : random.nextInt(4); i > 0; i--) {
      words.add(random.nextInt(words.size() + 1), pick(ARGUMENTS, random));
    }
    StringBuilder line = new StringBuilder("$ docker ").append(verb);
    words.forEach(word -> line.append(" '").append(word).append('\''));
    List<String> lines = new ArrayList<>(SCRIPT);
    lines.add(line.toString());
    return new Block(lines);
  }

  private static String pick(List<String> all, Random random) {
    return all.get(random.nextInt(all.size()));
  }
}
