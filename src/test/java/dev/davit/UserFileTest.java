package dev.davit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.davit.Target.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Files that flags name and that are none, never end, or hold what they should not. */
@Tag("engine")
final class UserFileTest {
  /** The flags, the file in place of {@code FILE}. */
  private static final List<String> FLAGS =
      List.of(
          "--env-file FILE",
          "--label-file FILE",
          "--security-opt seccomp=FILE",
          "--from-json FILE");

  private static final Map<String, Integer> SIGNALS = Map.of("INT", 130, "TERM", 143);

  /** A third of a second on a quiet machine. */
  private static final long LIMIT_NANOS = 10_000_000_000L;

  @TempDir Path folder;

  @TestFactory
  Stream<DynamicTest> oneSignalEndsTheWaitForAPipe() {
    List<DynamicTest> tests = new ArrayList<>();
    for (String flag : FLAGS) {
      SIGNALS.forEach(
          (signal, code) ->
              tests.add(
                  DynamicTest.dynamicTest(
                      flag + " " + signal, () -> interrupt("create " + flag, signal, code))));
    }
    tests.add(
        DynamicTest.dynamicTest("exec", () -> interrupt("exec --env-file FILE a ls", "INT", 130)));
    return tests.stream();
  }

  /** The pipe is opened for reading alone, which waits for a writer. */
  private void interrupt(String words, String signal, int exitCode) throws IOException {
    Path pipe = folder.resolve("pipe");
    Target.exitCode(new ProcessBuilder("mkfifo", pipe.toString()).start());
    try (FakeEngine engine = FakeEngine.onUnix()) {
      List<String> argv =
          new ArrayList<>(List.of(("docker " + words).replace("FILE", "pipe").split(" ", -1)));
      argv.add("busybox");
      Map<String, String> env =
          Map.of("DOCKER_HOST", engine.address(), "DOCKER_CONFIG", folder.toString());
      Process process = Target.linked().start(argv, env, folder);
      awaitOpening(process.pid());
      long asked = System.nanoTime();
      Target.signal(signal, process.pid());
      assertEquals(exitCode, Target.exitCode(process));
      assertTrue(System.nanoTime() - asked < LIMIT_NANOS, "it went on");
      assertEquals("", new String(process.getErrorStream().readAllBytes(), UTF_8));
    }
  }

  /** Until a thread of the process waits in the kernel for the pipe's writer. */
  private static void awaitOpening(long pid) throws IOException {
    Instant limit = Instant.now().plusSeconds(60);
    boolean waits = false;
    while (!waits) {
      assertTrue(Instant.now().isBefore(limit), "it never opened the pipe");
      Await.pause();
      try (Stream<Path> threads = Files.list(Path.of("/proc/" + pid + "/task"))) {
        for (Path thread : threads.toList()) {
          waits |= Files.readString(thread.resolve("wchan")).equals("wait_for_partner");
        }
      } catch (IOException e) {
        // a thread has ended meanwhile
      }
    }
  }

  @TestFactory
  Stream<DynamicTest> tooLarge() {
    return FLAGS.stream().map(flag -> DynamicTest.dynamicTest(flag, () -> assertTooLarge(flag)));
  }

  private void assertTooLarge(String flag) throws IOException {
    Files.writeString(folder.resolve("large"), "A=1\n".repeat(5_000_000));
    try (FakeEngine engine = FakeEngine.onUnix()) {
      String words = "docker create " + flag.replace("FILE", "large") + " busybox";
      Result result = Target.linked().run(words, engine.address(), folder);
      assertEquals(125, result.exitCode());
      assertTrue(result.err().contains("read large: larger than 16 MiB\n"), result.err());
    }
  }
}
