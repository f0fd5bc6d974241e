package dev.davit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The syntaxes of values, as docker reads them: in each table of values/, the first line is the
 * command, a row a VALUE (or the content of FILE) and what the command makes of it: the request, or
 * the first line of its complaint. Where davit differs on purpose, its own outcome is a third cell.
 *
 * <p>{@code -Drecord=true -Dtarget=docker} writes the second cells anew.
 */
final class ValuesTest {
  private static final Path TABLES = Path.of("src/test/resources/values");

  /** What every create says. */
  private static final String USUAL =
      "\"AttachStderr\":true,\"AttachStdout\":true,|\"NetworkMode\":\"default\",?"
          + "|\"RestartPolicy\":\\{\"Name\":\"no\"\\},?|\"Image\":\"busybox\",?";

  @TempDir Path folder;

  @TestFactory
  Stream<DynamicNode> values() throws IOException {
    List<DynamicNode> nodes = new ArrayList<>();
    try (Stream<Path> files = Files.list(TABLES)) {
      for (Path file : files.sorted().toList()) {
        List<String> lines = Files.readAllLines(file);
        String name = file.getFileName().toString();
        nodes.add(
            Boolean.getBoolean("record")
                ? DynamicTest.dynamicTest(name, () -> record(file, lines))
                : DynamicContainer.dynamicContainer(
                    name, lines.stream().skip(1).map(row -> test(lines.getFirst(), row))));
      }
    }
    return nodes.stream();
  }

  private DynamicTest test(String command, String row) {
    String[] cells = row.split("\t", -1);
    return DynamicTest.dynamicTest(
        "'" + cells[0] + "'",
        () ->
            assertEquals(
                cells[Target.isDocker() ? 1 : cells.length - 1], outcome(command, cells[0])));
  }

  private void record(Path file, List<String> lines) throws IOException {
    List<String> recorded = new ArrayList<>(List.of(lines.getFirst()));
    for (String row : lines.subList(1, lines.size())) {
      String[] cells = row.split("\t", -1);
      String ours = cells.length > 2 ? "\t" + cells[2] : "";
      recorded.add(cells[0] + '\t' + outcome(lines.getFirst(), cells[0]) + ours);
    }
    Files.write(file, recorded);
  }

  private String outcome(String command, String value) throws IOException {
    byte[] bytes = FakeAnswer.unescape(value);
    Path cwd = Files.createTempDirectory(folder, "cwd");
    Files.write(cwd.resolve("FILE"), bytes);
    List<String> argv = new ArrayList<>(List.of("docker"));
    for (String word : command.substring(2).split(" ", -1)) {
      argv.add(word.replace("VALUE", new String(bytes, UTF_8)));
    }
    try (FakeEngine engine = FakeEngine.onUnix()) {
      engine
          .on("GET /containers/json", "200 []")
          .on("GET /containers/*/json", "200 {\"Id\":\"a\",\"Config\":{}}")
          .on("GET /containers/*/logs", "200");
      Map<String, String> env =
          Map.of("DOCKER_HOST", engine.address(), "DOCKER_CONFIG", cwd.toString(), "TZ", "UTC");
      Target.Result result = Target.command(argv, env, new byte[0], cwd);
      String text =
          result.exitCode() == 0
              ? RequestText.of(engine.requests().getLast())
              : result.err().lines().findFirst().orElse("") + " (" + result.exitCode() + ')';
      return text.replaceAll(USUAL, "")
          .replaceAll("^[A-Z]+ /v1.41/containers/(create |a/logs\\?|json\\??)", "")
          .replaceAll(",\\}", "}")
          .replace(cwd.toString(), "<cwd>")
          .replace(folder.toString(), "<cwd>/..")
          .replace("\t", "\\t");
    }
  }
}
