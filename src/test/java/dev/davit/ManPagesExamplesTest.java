package dev.davit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.davit.Target.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * The examples of the man pages' texts on a real engine: each command line must succeed, and print
 * the lines that follow it, if there are any. The examples of a page are played in their order in
 * an empty directory, on an engine without containers. {@code -Dfile=NAME} plays only pages whose
 * name contains this. A JVM plays every eighth page. Lines of a text that are not printed:
 *
 * <pre>
 * &#64; LINE    a shell line that prepares the next example
 * &#64;as LINE  what is run in place of the next example, which needs another machine
 * &#64;beyond   up to the end of the next example: docker does not have this, and does not play it
 * &#64;&lt; &#64;&gt; &#64;?   the command line before is played at a terminal, by these lines of {@link TerminalScript}
 * </pre>
 */
@Tag("engine")
@Tag("matrix")
@ExtendWith(OnThisEngine.class)
final class ManPagesExamplesTest {
  private static final Path TEXTS = Path.of("src/main/man");
  private static final String INDENT = "    ";
  private static final String PROMPT = "$ ";

  /** A command line that goes on in the next line. */
  private static final String UNFINISHED = ".*(\\\\|&&|\\|)";

  /** Images under the names that examples use; their programs do as little as possible. */
  private static final List<String> IMAGES =
      List.of(
          image(
              "nginx",
              "mkdir -p /etc/nginx /usr/share/nginx/html /var/log/nginx"
                  + " && echo worker_processes 1 >/etc/nginx/nginx.conf"
                  + program("/usr/sbin/nginx")),
          image(
              "postgres",
              "mkdir -p /var/lib/postgresql/data"
                  + program("/usr/bin/postgres")
                  + " && printf \"#!/bin/sh\\necho SELECT 1\\n\" >/usr/bin/pg_dump"
                  + " && printf \"#!/bin/sh\\nexec cat\\n\" >/usr/bin/psql"
                  + " && chmod +x /usr/bin/pg_dump /usr/bin/psql"));

  @TempDir static Path folder;

  /** A shell line that creates an image by a command, which also writes the program it runs. */
  private static String image(String name, String command) {
    return "docker run --name base busybox sh -c '"
        + command
        + "' && docker commit -c 'CMD [\""
        + name
        + "\"]' base "
        + name
        + " && docker rm base";
  }

  /** A server that ends by TERM and survives HUP; with an argument it ends at once. */
  private static String program(String path) {
    return " && printf \"#!/bin/sh\\n[ \\$# -eq 0 ] || exit 0\\ntrap exit TERM\\ntrap : HUP\\n"
        + "echo ready\\nwhile :; do sleep 0.2; done\\n\" >"
        + path
        + " && chmod +x "
        + path;
  }

  @BeforeAll
  static void createImages() throws IOException {
    Target target = Target.linked();
    target.removeAllContainers(engine(), folder);
    for (String image : IMAGES) {
      run(image, target, folder);
    }
  }

  @TestFactory
  Stream<DynamicTest> examples() throws IOException {
    try (Stream<Path> texts = Files.list(TEXTS)) {
      String only = System.getProperty("file", "");
      List<Path> all = texts.sorted().filter(text -> text.toString().contains(only)).toList();
      return (only.isEmpty() ? Target.ofProcesses(all, 8) : all.stream())
          .map(text -> DynamicTest.dynamicTest("" + text.getFileName(), () -> play(text)));
    }
  }

  private static Reach engine() {
    String tls = Path.of("src/test/resources/tls").toAbsolutePath().toString();
    return new Reach(List.of(), Map.of("DOCKER_HOST", Reach.privateEngine(), "TLS", tls), "");
  }

  private static void play(Path text) throws IOException {
    Path cwd = Files.createDirectory(folder.resolve("" + text.getFileName()));
    Target target = Target.linked();
    target.removeAllContainers(engine(), cwd);
    for (Step step : steps(Files.readAllLines(text))) {
      if (!(step.beyond && Target.isDocker())) {
        step.play(target, cwd);
      }
    }
  }

  /** The lines of a text that are commands, with what belongs to each. */
  private static List<Step> steps(List<String> lines) {
    List<Step> steps = new ArrayList<>();
    boolean beyond = false;
    String instead = "";
    String before = "";
    for (String line : lines) {
      String printed = line.startsWith(INDENT) ? line.substring(INDENT.length()) : "";
      if (line.equals("@beyond")) {
        beyond = true;
      } else if (line.startsWith("@as ")) {
        instead = line.substring(4);
      } else if (line.startsWith("@ ")) {
        steps.add(new Step(line.substring(2), beyond));
      } else if (line.startsWith("@")) {
        steps.getLast().typed.add(line.substring(1));
      } else if (printed.startsWith(PROMPT)) {
        String command = printed.substring(PROMPT.length());
        steps.add(new Step(instead.isEmpty() ? command : instead, beyond));
      } else if (!printed.isEmpty() && before.matches(UNFINISHED)) {
        steps.getLast().command += instead.isEmpty() ? '\n' + printed : "";
      } else if (!printed.isEmpty()) {
        steps.getLast().printed.add(printed);
      } else if (line.isEmpty() && (before.startsWith(INDENT) || before.startsWith("@"))) {
        beyond = false;
        instead = "";
      }
      before = line;
    }
    return steps;
  }

  private static Result run(String command, Target target, Path cwd) throws IOException {
    Result result = target.runFast(command, engine(), cwd);
    assertEquals(0, result.exitCode(), () -> command + '\n' + result.out() + result.err());
    return result;
  }

  /** A command line with the lines that it must print, and the lines typed into it. */
  private static final class Step {
    private final boolean beyond;
    private final List<String> printed = new ArrayList<>();
    private final List<String> typed = new ArrayList<>();
    private String command;

    private Step(String command, boolean beyond) {
      this.command = command;
      this.beyond = beyond;
    }

    private void play(Target target, Path cwd) throws IOException {
      String line = command.replaceAll("(?<![\\w/.-])davit(?= )", "docker");
      if (!typed.isEmpty()) {
        List<String> script = new ArrayList<>(List.of("$ exec " + line));
        script.addAll(typed);
        TerminalScript.play(script, target, engine(), cwd);
        return;
      }
      Result result = run(line, target, cwd);
      if (!printed.isEmpty()) {
        assertEquals(printed, result.out().lines().map(String::stripTrailing).toList(), line);
      }
    }
  }
}
