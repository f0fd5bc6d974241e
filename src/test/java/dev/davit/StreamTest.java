package dev.davit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes through run and exec on a real engine arrives whole, and costs no memory. */
@Tag("engine")
@Tag("matrix")
@ExtendWith(OnThisEngine.class)
final class StreamTest {
  private static final int MIB = 1024 * 1024;

  /** How much more memory 1 GiB may take than 1 MiB, in kB. */
  private static final long GROWTH = 48 * 1024;

  @TempDir Path folder;

  @Test
  void aGibibyteGoesThroughRunInFlatMemory() throws Exception {
    long small = peakOf(1);
    long large = peakOf(1024);
    assertTrue(large - small <= GROWTH, "1 MiB: " + small + " kB, 1 GiB: " + large + " kB");
  }

  /** Sends so much through {@code cat} and back; returns the peak memory of the program, in kB. */
  private long peakOf(int mebibytes) throws Exception {
    Process process =
        start("docker", "run", "-i", "--rm", "--log-driver", "none", "busybox", "cat");
    MessageDigest sent = sha256();
    CompletableFuture<Void> writer =
        CompletableFuture.runAsync(() -> write(process.getOutputStream(), mebibytes, sent));
    MessageDigest received = sha256();
    InputStream in = process.getInputStream();
    for (int i = 0; i < mebibytes; i++) {
      received.update(in.readNBytes(MIB));
    }
    writer.join();
    // cat waits for more: the program is still there to be asked
    long peak = peak(process);
    process.getOutputStream().close();
    assertEquals(-1, in.read());
    assertEquals("", new String(process.getErrorStream().readAllBytes(), UTF_8));
    assertEquals(0, Target.exitCode(process));
    assertArrayEquals(sent.digest(), received.digest());
    return peak;
  }

  private static void write(OutputStream out, int mebibytes, MessageDigest digest) {
    byte[] block = new byte[MIB];
    Random random = new Random(1);
    try {
      for (int i = 0; i < mebibytes; i++) {
        random.nextBytes(block);
        digest.update(block);
        out.write(block);
        out.flush();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long peak(Process process) throws IOException {
    for (String line : Files.readAllLines(Path.of("/proc/" + process.pid() + "/status"))) {
      if (line.startsWith("VmHWM:")) {
        return Long.parseLong(line.replaceAll("\\D", ""));
      }
    }
    throw new IOException("no VmHWM");
  }

  /**
   * Half-close, split streams, a standard input that stays open, exit codes; / is a pipe, ~ a
   * newline.
   */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "echo hi / docker run -i --rm busybox cat | hi~ | 0",
        "(echo 1; echo 2) / docker run -i --rm busybox sh -c 'cat >/dev/null; echo after-eof' | after-eof~ | 0",
        "echo hi / docker run --rm busybox cat | `` | 0",
        "docker run --rm busybox sh -c 'exit 42' | `` | 42",
        "docker run --rm busybox nosuch 2>/dev/null | `` | 127",
        "docker run --rm busybox /etc 2>/dev/null | `` | 126",
        "docker run --rm --nosuch busybox 2>/dev/null | `` | 125",
        "docker run --rm busybox sh -c 'echo o; echo e >&2' 2>/dev/null | o~ | 0",
        "docker run --rm busybox sh -c 'echo o; echo e >&2' 2>&1 >/dev/null | e~ | 0",
        "docker run -i --rm busybox true </dev/zero | `` | 0",
        // one line of 100 MB, without its end
        "docker run --rm --log-driver none busybox head -c 100000000 /dev/zero / wc -c | 100000000~ | 0",
        "docker run --name st-line busybox sh -c 'head -c 100000000 /dev/zero / tr -c x x' / wc -c; docker logs st-line / wc -c; docker rm st-line | 100000000~100000000~st-line~ | 0",
        "docker run -d --name st-exec busybox sleep 1000 >/dev/null; docker exec st-exec head -c 100000000 /dev/zero / wc -c; docker rm -f st-exec | 100000000~st-exec~ | 0"
      })
  void run(String line, String out, int exitCode) throws IOException {
    String shell = line.replace(" / ", " | ");
    Target.Result result = Target.linked().run(shell, engine(), folder);
    assertEquals(out.replace('~', '\n') + exitCode, result.out() + result.exitCode());
  }

  @ParameterizedTest
  @ValueSource(strings = {"-i", "-i -a stdin", "-a stdin"})
  void aStandardInputThatStaysOpenDelaysNoEnd(String flags) throws IOException {
    List<String> line = new ArrayList<>(List.of("docker", "run", "--rm"));
    line.addAll(List.of(flags.split(" ", -1)));
    line.addAll(List.of("busybox", "sh", "-c", "exit 7"));
    Process process = start(line.toArray(String[]::new));
    assertEquals(7, Target.exitCode(process));
  }

  private Process start(String... argv) throws IOException {
    Map<String, String> env = Map.of("DOCKER_HOST", engine(), "DOCKER_CONFIG", folder.toString());
    return Target.linked().start(new ArrayList<>(List.of(argv)), env, folder);
  }

  private static String engine() {
    String engine = Reach.privateEngine();
    return engine;
  }

  private static MessageDigest sha256() throws NoSuchAlgorithmException {
    return MessageDigest.getInstance("SHA-256");
  }
}
