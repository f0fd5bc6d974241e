package dev.davit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.davit.Target.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Ends a copy by a signal and checks the exit code and that no incomplete file remains. docker
 * fails this test.
 */
@Tag("engine")
@Tag("native")
@Tag("matrix")
@ExtendWith(OnThisEngine.class)
final class CpInterruptTest {
  @TempDir Path folder;

  @TestFactory
  Stream<DynamicTest> outOfAContainer() {
    String onItsWay = "[ -n \"$(find to -type f -size +0)\" ]";
    return tests("docker cp cp-int:/big to/big", onItsWay, "INT 130", "TERM 143", "HUP 129");
  }

  @TestFactory
  Stream<DynamicTest> intoAContainer() {
    String onItsWay = "ls -l /proc/$PID/fd | grep -q '/big$'";
    return tests("docker cp big cp-int:/in", onItsWay, "INT 130", "TERM 143");
  }

  @TestFactory
  Stream<DynamicTest> exported() {
    String onItsWay = "[ -n \"$(find to -type f -size +0)\" ]";
    return tests("docker export -o to/big cp-int", onItsWay, "INT 130", "TERM 143", "HUP 129");
  }

  /** Creates one test for each signal and its exit code. */
  private Stream<DynamicTest> tests(String copy, String onItsWay, String... ends) {
    return Stream.of(ends)
        .map(end -> end.split(" ", 2))
        .map(
            end ->
                DynamicTest.dynamicTest(
                    end[0], () -> interrupt(end[0], copy, onItsWay, Integer.parseInt(end[1]))));
  }

  /** Sends the signal once the copy is in progress. */
  private void interrupt(String signal, String copy, String onItsWay, int exitCode)
      throws IOException {
    String engine = Reach.privateEngine();
    Path cwd = Files.createDirectories(folder.resolve(signal + exitCode));
    Files.createDirectories(cwd.resolve("to"));
    Target target = Target.linked();
    target.run(
        "docker run -d --name cp-int busybox top && docker exec cp-int sh -c 'echo x >/big; truncate -s 4G /big'"
            + " && truncate -s 4G big",
        engine,
        cwd);
    try {
      Process running =
          target.start(
              List.of("/bin/sh", "-c", "exec " + copy), target.environment(engine, cwd), cwd);
      Instant limit = Instant.now().plusSeconds(60);
      while (target.run("PID=" + running.pid() + "; " + onItsWay, engine, cwd).exitCode() != 0) {
        assertTrue(Instant.now().isBefore(limit), "it never started: " + copy);
        Await.pause();
      }
      target.run("kill -" + signal + ' ' + running.pid(), engine, cwd);
      assertEquals(new Result("", "", exitCode), Target.result(running));
      try (Stream<Path> left = Files.list(cwd.resolve("to"))) {
        assertEquals(0, left.count());
      }
    } finally {
      target.run("docker rm -f cp-int", engine, cwd);
    }
  }
}
