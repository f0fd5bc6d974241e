package dev.davit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Compares the output of {@code davit __complete} with the cases in {@code completion/cases.txt}:
 * after {@code $} the words of the command line, {@code ~} for a space in a word and {@code _} for
 * an empty word, then the output. {@code -Drecord=true} regenerates the output.
 */
final class CompletionTest {
  private static final Path CASES = Path.of("src/test/resources/completion/cases.txt");

  @TempDir Path folder;
  private FakeEngine engine;

  @BeforeEach
  void startEngine() throws IOException {
    engine = CompletionEngine.start();
    Files.writeString(
        folder.resolve("config.json"),
        "{\"auths\":{\"reg.example:5000\":{}},\"credHelpers\":{\"hub.example\":\"x\"}}");
  }

  @AfterEach
  void stopEngine() {
    engine.close();
  }

  @TestFactory
  Stream<DynamicTest> cases() throws IOException {
    if (Boolean.getBoolean("record")) {
      List<String> written = new ArrayList<>();
      for (String block : blocks()) {
        written.add(block.startsWith("$") ? answered(block) : block);
      }
      Files.writeString(CASES, String.join("\n", written) + "\n");
    }
    return blocks().stream()
        .filter(block -> block.startsWith("$"))
        .map(
            block ->
                DynamicTest.dynamicTest(
                    block.lines().findFirst().orElseThrow(),
                    () -> assertEquals(block.strip(), answered(block))));
  }

  /** Returns each case with its output, and the headings between cases. */
  private static List<String> blocks() throws IOException {
    return List.of(Files.readString(CASES).split("\n(?=[$#])"));
  }

  private String answered(String block) {
    String line = block.lines().findFirst().orElseThrow();
    List<String> words =
        Stream.of(line.substring(2).split(" ", -1))
            .map(word -> word.equals("_") ? "" : word.replace('~', ' '))
            .toList();
    return (line + '\n' + complete(engine.address(), words)).strip();
  }

  private String complete(String host, List<String> words) {
    List<String> args = new ArrayList<>(List.of("__complete"));
    args.addAll(words);
    Map<String, String> env =
        Map.of("DOCKER_HOST", host, "DOCKER_CONFIG", folder.toString(), "HOME", "/nowhere");
    Target.Result result = Target.inProcess("davit", args, env, new byte[0], folder);
    assertTrue(
        result.err().matches("Completion ended with directive: ShellCompDirective.*\n"),
        result::err);
    assertEquals(0, result.exitCode());
    return result.out();
  }

  /** Runs a whole command line: its output, then its lines on standard error and its exit code. */
  private String run(Map<String, String> env, String... args) throws IOException {
    Target.Result result = Target.inProcess("docker", List.of(args), env, new byte[0], folder);
    return result.out() + result.err() + result.exitCode();
  }

  @Test
  void speaksTheProtocolOfCobra() throws IOException {
    String end = "Completion ended with directive: ShellCompDirective";
    assertEquals(
        "--all\tInclude stopped containers\n:4\n" + end + "NoFileComp\n0",
        run(Map.of(), "__complete", "ps", "--al"));
    assertEquals(
        "--all\n:4\n" + end + "NoFileComp\n0", run(Map.of(), "__completeNoDesc", "ps", "--al"));
    assertEquals(
        "true\n:4\n" + end + "NoFileComp\n0", run(Map.of(), "__complete", "ps", "--all=t"));
    assertEquals(
        "nofile=\n:6\n" + end + "NoSpace, ShellCompDirectiveNoFileComp\n0",
        run(Map.of(), "__complete", "run", "--ulimit", "nof"));
    assertEquals(":0\n" + end + "Default\n0", run(Map.of(), "__complete", "run", "--env-file", ""));
    assertEquals(":16\n" + end + "FilterDirs\n0", run(Map.of(), "__complete", "--config", ""));
    assertEquals("requires at least 1 arg(s), only received 0\n1", run(Map.of(), "__complete"));
  }

  @Test
  void findsGlobalFlagsBeforeTheProtocolsCommand() throws IOException {
    String end = "\n:4\nCompletion ended with directive: ShellCompDirectiveNoFileComp\n0";
    assertEquals("--all" + end, run(Map.of(), "-D", "-c", "x", "__completeNoDesc", "ps", "--al"));
    String run = run(Map.of("DOCKER_HOST", "unix:///nowhere"), "run", "x", "__complete", "ps");
    assertTrue(run.startsWith("docker: "), run);
  }

  @Test
  void omitsDescriptionsIfTheEnvironmentSaysSo() throws IOException {
    for (String variable :
        List.of("DOCKER_COMPLETION_DESCRIPTIONS", "COBRA_COMPLETION_DESCRIPTIONS")) {
      assertTrue(run(Map.of(variable, "0"), "__complete", "ps", "--al").startsWith("--all\n"));
      assertTrue(run(Map.of(variable, "no"), "__complete", "ps", "--al").startsWith("--all\t"));
    }
  }

  @Test
  void offersNothingWithoutAnEngine() {
    assertEquals(":1\n", complete("unix:///nowhere/engine.sock", List.of("exec", "")));
    assertEquals(":4\n", complete("no address", List.of("exec", "")));
  }

  @Test
  void waitsForASilentEngineAMoment() {
    engine.on("GET /containers/json", "stall");
    long start = System.nanoTime();
    assertEquals(":1\n", complete(engine.address(), List.of("inspect", "")));
    assertTrue(System.nanoTime() - start < 10_000_000_000L);
    // one request in total, not one for each type of object
    assertEquals(
        List.of("/_ping", "/containers/json"),
        engine.requests().stream().map(FakeRequest::path).toList());
  }

  @Test
  void printsNoControlBytes() {
    engine.on(
        "GET /networks",
        "200 [{\"Name\":\"a\\\\nb\"},{\"Name\":\"a\\\\u001b[2J\"},{\"Name\":\"a c\",\"Driver\":\"x\\\\u0007\\\\ny\"}]");
    assertEquals(
        "a c\tx y network\n:4\n", complete(engine.address(), List.of("run", "--network", "a")));
  }

  @Test
  void looksIntoContainers() throws IOException {
    engine.on(
        "GET /containers/web/archive",
        CompletionEngine.archive(
            "dir ./\ndir ./etc\nfile ./etc/x 1\nfile ./evil 2\nfile ./other 3"));
    List<String> answer = List.of("web:/srv/etc/", "web:/srv/evil", ":6", "");
    assertEquals(
        String.join("\n", answer), complete(engine.address(), List.of("cp", "web:/srv/e")));
    assertTrue(engine.request("GET /containers/web/archive").query().contains("path=%2Fsrv%2F."));
  }

  @Test
  void knowsContexts() throws IOException {
    Path meta = Files.createDirectories(folder.resolve("contexts/meta/0"));
    Files.writeString(meta.resolve("meta.json"), "{\"Name\":\"far away\"}");
    Files.createDirectories(folder.resolve("contexts/meta/1"));
    assertEquals("default\nfar away\n:4\n", complete(engine.address(), List.of("--context", "")));
  }

  @Test
  void offersIdsIfTheVariableIsSet() {
    List<String> args = List.of("__complete", "exec", "");
    Map<String, String> env =
        Map.of("DOCKER_HOST", engine.address(), "DOCKER_COMPLETION_SHOW_CONTAINER_IDS", "yes");
    String out = Target.inProcess("davit", args, env, new byte[0], folder).out();
    assertTrue(out.startsWith("111111111111\tbusybox, Up 3 minutes\nweb\t"), out);
  }
}
