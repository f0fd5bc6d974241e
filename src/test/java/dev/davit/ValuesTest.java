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
 * Compares the syntaxes of values with docker's: in each table of values/ the first line is the
 * command, and each row a VALUE (or the content of FILE) with the outcome: the request, or the
 * first line of the error. A third cell is davit's outcome where it differs on purpose.
 *
 * <p>The command can have the prefixes {@code at TIME}, the time of the recording, to which davit's
 * clock is set, and {@code TZ=NAME}, the zone: a file of zones/ or UTC.
 *
 * <p>{@code -Drecord=true -Dtarget=docker} records the second cells and the time; {@code
 * -Dfile=NAME} plays or records only tables whose name contains this.
 */
final class ValuesTest {
  private static final Path TABLES = Path.of("src/test/resources/values");
  private static final Path ZONES = Path.of("src/test/resources/zones");

  /** The parts of the requests that every create and logs has. */
  private static final String USUAL =
      "&?stderr=1&stdout=1&tail=all&?"
          + "|\"AttachStderr\":true,\"AttachStdout\":true,|\"NetworkMode\":\"default\",?"
          + "|\"RestartPolicy\":\\{\"Name\":\"no\"\\},?|\"Image\":\"busybox\",?";

  /** Matches the optional time and zone before a command. */
  private static final Pattern CONTEXT = Pattern.compile("# (at (\\S+) )?(TZ=(\\S+) )?(.*)");

  /** Matches seconds without decimals, which are relative durations unless typed. */
  private static final Pattern SECONDS = Pattern.compile("(?<=^(since|until)=)-?\\d+$");

  /** The Unix seconds of the last requests for a container's details and its logs. */
  private volatile long inspected;

  private volatile long asked;

  @TempDir Path folder;

  @TestFactory
  Stream<DynamicNode> values() throws IOException {
    List<DynamicNode> nodes = new ArrayList<>();
    try (Stream<Path> files = Files.list(TABLES)) {
      String only = System.getProperty("file", "");
      for (Path file : files.filter(file -> file.toString().contains(only)).sorted().toList()) {
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
      if (begin == end) { // otherwise docker's clock may have shown either second
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
          .usually("POST /networks/create", "201 {\"Id\":\"a\"}")
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
          .replaceAll("^[A-Z]+ /v1.41/(containers|networks)/(create |a/logs\\?|json\\??)", "")
          .replaceAll(",\\}", "}")
          .replace(cwd.toString(), "<cwd>")
          .replace(folder.toString(), "<cwd>/..")
          .replace("\t", "\\t");
    }
  }
}
