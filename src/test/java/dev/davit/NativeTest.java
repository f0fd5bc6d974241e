package dev.davit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.davit.Target.Result;
import dev.davit.io.Directories;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests specific to the native binary, {@code target/davit}. */
@Tag("native")
final class NativeTest {
  /** Matches strace's output for a call that created a file, socket or directory. */
  private static final Pattern MADE =
      Pattern.compile("(O_CREAT|O_TMPFILE|\\bmkdir|\\bbind\\(|\\bmknod).* = \\d+$");

  private static final String READ_ONLY_TMP =
      "mount --bind /tmp /tmp && mount -o remount,bind,ro /tmp && mount -t tmpfs none /mnt && ";

  private static final long MAX_SIZE = 45_000_000;

  @TempDir Path folder;
  private Target target;

  @BeforeEach
  void link() throws IOException {
    target = Target.linked();
  }

  @Test
  void printsNothingAtStart() throws IOException {
    Result result = run("docker --version");
    assertTrue(result.out().matches("Docker version 28\\.2\\.2, build davit-\\S+\n"), result.out());
    assertEquals("", result.err());
  }

  @Test
  void takesTheNameThatIsTyped() throws IOException {
    assertEquals(
        "docker: unknown command: docker nope\n\nRun 'docker --help' for more information\n",
        run("docker nope").err());
    Files.createSymbolicLink(folder.resolve("dävit"), Path.of("target/davit").toAbsolutePath());
    assertTrue(run("./dävit nope").err().startsWith("dävit: unknown command: dävit nope\n"));
  }

  /** Checks that arguments are not parsed as options of the native image runtime. */
  @Test
  void takesNoWordForAnOptionOfItsRuntime() throws IOException {
    assertEquals(
        "-Dname=value -Xmx1m -XX:+PrintFlags\n",
        run("docker run --rm busybox echo -Dname=value -Xmx1m -XX:+PrintFlags").out());
    for (String word : List.of("-Xmx9m", "-Dname=value", "-XX:+PrintFlags")) {
      assertTrue(run("docker ps " + word).err().startsWith("unknown shorthand flag: "), word);
    }
  }

  @Test
  void takesNoClosedDescriptorForOneOfItsFiles() throws IOException {
    assertEquals(new Result("", "", 0), run("docker ps >&-"));
    assertEquals(new Result("", "", 0), run("docker ps <&- >&- 2>&-"));
    assertEquals(new Result("", "", 1), run("docker inspect nothing >&- 2>&-"));
    assertEquals(125, run("docker ps --nope 2>&-").exitCode());
  }

  /** Runs with a read-only /tmp. */
  @Test
  void makesNoFile() throws IOException {
    for (String command : List.of("ps", "run --rm busybox true", "run -it --rm busybox true")) {
      String traced = "strace -f -e trace=file,bind -o /mnt/trace docker " + command;
      String atTerminal = "script -qefc \"" + traced + "\" /dev/null && cat /mnt/trace";
      Result result = run("unshare --mount sh -c '" + READ_ONLY_TMP + atTerminal + "'");
      assertEquals(0, result.exitCode(), result.out());
      assertTrue(result.out().contains("execve("), result.out());
      assertEquals(
          List.of(), result.out().lines().filter(line -> MADE.matcher(line).find()).toList());
    }
  }

  /**
   * Login nodes of clusters and some CI runners limit the address space; docker needs 800,000 kB.
   */
  @Test
  void worksInAnAddressSpaceOfAMillionKilobytes() throws IOException {
    String missing = "$(seq -f missing%g 64)";
    Result result =
        run(
            "ulimit -v 1000000; docker run --name space busybox echo run; docker logs space;"
                + " docker ps -aq --filter name=space | wc -l; docker cp space:/bin/busybox .;"
                + " docker cp busybox space:/tmp; echo in | docker run -i --rm busybox cat;"
                + " docker wait "
                + missing
                + " 2>&1 | grep -c 'No such container'; docker rm space");
    assertEquals(new Result("run\nrun\n1\nin\n64\nspace\n", "", 0), result);
  }

  /** Runs in a root directory with libraries only: without /proc, /dev and /etc. */
  @Test
  void needsNoProcAndNoDevices() throws IOException {
    Path socket = Path.of(Reach.privateEngine().substring("unix://".length()));
    String script =
        """
        set -e
        mkdir -p jail/run jail/tmp
        cp %s jail/docker
        for file in $(ldd jail/docker | grep -o "/[^ ]*"); do
          mkdir -p jail${file%%/*}
          cp $file jail$file
        done
        mount --bind %s jail/run
        export DOCKER_HOST=unix:///run/%s
        docker() { chroot jail /docker "$@"; }
        docker run --name jail busybox echo run
        docker ps -aq --filter name=jail | wc -l
        docker cp jail:/bin/busybox /tmp
        docker cp /tmp/busybox jail:/tmp
        chroot jail /tmp/busybox sh -c "mkdir /gone; cd /gone; rmdir /gone; /docker ps -q"
        echo in | docker run -i --rm busybox cat
        docker rm jail
        docker nope || true
        """
            .formatted(
                Path.of("target/davit").toAbsolutePath(),
                Directories.above(socket),
                socket.getFileName());
    Result result = run("unshare --mount sh -c '" + script + "'");
    assertEquals("run\n1\nin\njail\n", result.out());
    assertEquals(
        "docker: unknown command: docker nope\n\nRun 'docker --help' for more information\n",
        result.err());
  }

  @Test
  void namesTheLibraryThatIsMissing() throws IOException {
    Path program = Files.createDirectory(folder.resolve("bin")).resolve("davit");
    Files.copy(Path.of("target/davit"), program, StandardCopyOption.COPY_ATTRIBUTES);
    Path library = folder.toRealPath().resolve("lib/davit/libjunixsocket-native.so");
    String line = "DOCKER_HOST=unix://@davit-nowhere bin/davit ps";
    assertEquals(
        "error during connect: Get \"http://%40davit-nowhere/v1.50/containers/json\":"
            + " unix://@davit-nowhere: missing library "
            + library
            + ": reinstall davit\n",
        run(line).err());
    Files.createDirectories(library.getParent());
    Files.copy(Path.of("target/libjunixsocket-native.so"), library);
    assertEquals(
        "Cannot connect to the Docker daemon at unix://@davit-nowhere. Is the docker daemon running?\n",
        run(line).err());
  }

  /** Uses CID 1, the local host, which is not supported by every kernel. */
  @Test
  void namesTheKernelsReasonWithoutAVirtualMachine() throws IOException {
    Result result = run("DOCKER_HOST=vsock://1:1 docker ps");
    String begin = "Cannot connect to the Docker daemon at vsock://1:1: ";
    assertTrue(result.err().startsWith(begin) && result.err().lines().count() == 1, result.err());
    assertEquals(1, result.exitCode());
  }

  @Test
  void isSmall() throws IOException {
    long size = Files.size(Path.of("target/davit"));
    assertTrue(size < MAX_SIZE, () -> size + " bytes");
  }

  private Result run(String line) throws IOException {
    String engine = Reach.privateEngine();
    return target.run(line, engine, folder);
  }
}
