package dev.davit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
 * <p>In front of the command can stand {@code at TIME}, when the table was recorded, which is the
 * time by davit's clock; and {@code TZ=NAME}, the zone, a file of zones/ or UTC.
 *
 * <p>{@code -Drecord=true -Dtarget=docker} writes the second cells and such a time anew.
 */
final class ValuesTest {
  private static final Path TABLES = Path.of("src/test/resources/values");
  private static final Path ZONES = Path.of("src/test/resources/zones");

  /** What every create and logs says. */
  private static final String USUAL =
      "&?stderr=1&stdout=1&tail=all&?"
          + "|\"AttachStderr\":true,\"AttachStdout\":true,|\"NetworkMode\":\"default\",?"
          + "|\"RestartPolicy\":\\{\"Name\":\"no\"\\},?|\"Image\":\"busybox\",?";

  /** The time and the zone in front of a command, both of which can be missing. */
  private static final Pattern CONTEXT = Pattern.compile("# (at (\\S+) )?(TZ=(\\S+) )?(.*)");

  /** Seconds without decimals, which are a duration before now if they are not those typed. */
  private static final Pattern SECONDS = Pattern.compile("(?<=^(since|until)=)-?\\d+$");

  /** The Unix seconds when a container's details and its logs were asked for last. */
  private volatile long inspected;

  private volatile long asked;

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
    String now = "# at " + Instant.now().truncatedTo(ChronoUnit.SECONDS) + ' ';
    List<String> recorded =
        new ArrayList<>(List.of(lines.getFirst().replaceFirst("^# at \\S+ ", now)));
    for (String row : lines.subList(1, lines.size())) {
      String[] cells = row.split("\t", -1);
      String ours = cells.length > 2 ? "\t" + cells[2] : "";
      recorded.add(cells[0] + '\t' + outcome(lines.getFirst(), cells[0]) + ours);
    }
    Files.write(file, recorded);
  }

  private String outcome(String head, String value) throws IOException {
    Matcher context = CONTEXT.matcher(head);
    assertTrue(context.matches(), head);
    String tz = context.group(4) == null ? "UTC" : context.group(4);
    String zone = tz.equals("UTC") ? tz : ZONES.resolve(tz).toAbsolutePath().toString();
    if (context.group(2) == null) {
      return outcome(context.group(5), value, zone, InstantSource.system());
    }
    Instant recorded = Instant.parse(context.group(2));
    InstantSource clock = InstantSource.fixed(recorded.plusMillis(500));
    while (true) {
      String outcome = outcome(context.group(5), value, zone, clock);
      long begin = Target.isDocker() ? inspected : recorded.getEpochSecond();
      long end = Target.isDocker() ? asked : recorded.getEpochSecond();
      Matcher seconds = SECONDS.matcher(outcome);
      if (!seconds.find() || seconds.group().equals(value)) {
        return outcome;
      }
      if (begin == end) { // else docker's clock may have shown either second
        long ago = end - Long.parseLong(seconds.group());
        return seconds.replaceFirst("now" + (ago < 0 ? "+" : "-") + Math.abs(ago));
      }
    }
  }

  private String outcome(String command, String value, String zone, InstantSource clock)
      throws IOException {
    byte[] bytes = FakeAnswer.unescape(value);
    Path cwd = Files.createTempDirectory(folder, "cwd");
    Files.write(cwd.resolve("FILE"), bytes);
    List<String> argv = new ArrayList<>(List.of("docker"));
    for (String word : command.split(" ", -1)) {
      argv.add(word.replace("VALUE", new String(bytes, UTF_8)));
    }
    try (FakeEngine engine = FakeEngine.onUnix()) {
      engine
          .usually("GET /containers/json", "200 []")
          .usually(
              "GET /containers/*/json",
              exchange -> {
                inspected = Instant.now().getEpochSecond();
                FakeAnswer.parse("200 {\"Id\":\"a\",\"Config\":{}}").give(exchange);
              })
          .usually(
              "GET /containers/*/logs",
              exchange -> {
                asked = Instant.now().getEpochSecond();
                FakeAnswer.parse("200").give(exchange);
              });
      Map<String, String> env =
          Map.of("DOCKER_HOST", engine.address(), "DOCKER_CONFIG", cwd.toString(), "TZ", zone);
      Target.Result result = Target.command(argv, env, cwd, clock);
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
