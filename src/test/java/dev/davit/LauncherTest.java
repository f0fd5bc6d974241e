package dev.davit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.davit.Target.Result;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests the launcher of the built davit and java's AOT cache. */
@Tag("dist")
final class LauncherTest {
  private static final Pattern MADE_IN_TMP =
      Pattern.compile(
          "\\b(mkdir|mknod|rename|link|symlink|unlink|bind|creat)\\w*\\(.*\"/(var/)?tmp/"
              + "|\\bopen\\w*\\(.*\"/(var/)?tmp/.*O_(CREAT|TMPFILE)");

  @TempDir Path folder;
  private Installation installation;
  private String version;

  @BeforeEach
  void install() throws IOException {
    installation = Installation.at(folder.resolve("dist"));
    version = installation.sh("bin/davit --version").out();
    assertTrue(version.startsWith("davit version "), version);
  }

  @Test
  void usesItsCache() throws IOException {
    assertTrue(mainIsCached());
  }

  @Test
  void readsArgumentsAsUtf8InEveryLocale() throws IOException {
    for (String locale : List.of("LC_ALL=C", "LC_ALL= LC_CTYPE=POSIX", "LC_ALL=C.UTF-8")) {
      String said = installation.sh(locale + " bin/davit 'n\u00f6'").err();
      assertTrue(said.startsWith("davit: unknown command: davit n\u00f6\n"), said);
    }
  }

  @Test
  void usesItsCacheWhereverTheInstallationIsMoved() throws IOException {
    installation = installation.movedTo(folder.resolve("moved"));
    assertTrue(mainIsCached());
  }

  @Test
  void startsByARelativePathInARemovedDirectory() throws IOException {
    String gone = "mkdir gone && cd gone && rmdir ../gone && ";
    assertEquals(version, installation.sh(gone + "../bin/davit --version").out());
    assertEquals(version, installation.sh(gone + "PWD=/proc/$$/cwd ../bin/davit --version").out());
  }

  @Test
  void neverRunsOldCodeOfAChangedJar() throws IOException {
    FileTime before = Files.getLastModifiedTime(installation.jar());
    putNewCodeInto(installation.jar());
    assertSilently("new code\n", "bin/davit --version");
    Files.setLastModifiedTime(
        installation.jar(), FileTime.from(before.toInstant().minusSeconds(1000)));
    assertSilently("new code\n", "bin/davit --version");
  }

  @Test
  void neverRunsOldCodeWhereAnotherBuildHasTheSameTime() throws IOException {
    Path jar = installation.jar();
    FileTime before = Files.getLastModifiedTime(jar);
    Path other = jar.resolveSibling("davit-0000000000000000.jar");
    Files.move(jar, other);
    putNewCodeInto(other);
    Files.setLastModifiedTime(other, before);
    assertSilently("new code\n", "bin/davit --version");
  }

  @Test
  void startsWithoutACache() throws IOException {
    Files.delete(installation.cache());
    assertSilently(version, "bin/davit --version");
  }

  @Test
  void startsWithADamagedCache() throws IOException {
    Path cache = installation.cache();
    FileTime time = Files.getLastModifiedTime(cache);
    byte[] bytes = Files.readAllBytes(cache);
    for (byte[] damaged :
        List.of(new byte[0], "no cache".getBytes(UTF_8), Arrays.copyOf(bytes, 1 << 20))) {
      Files.write(cache, damaged);
      Files.setLastModifiedTime(cache, time);
      assertSilently(version, "bin/davit --version");
    }
  }

  @Test
  void startsOnAJdkThatWasReplaced() throws IOException {
    Path other = folder.resolve("jdk");
    StringWriter said = new StringWriter();
    int status =
        ToolProvider.findFirst("jlink")
            .orElseThrow()
            .run(
                new PrintWriter(said),
                new PrintWriter(said),
                "--add-modules",
                "java.base,java.logging,java.naming,jdk.unsupported",
                "--output",
                other.toString());
    assertEquals(0, status, said.toString());
    installation.useJdk(other);
    assertSilently(version, "bin/davit --version");
    assertFalse(mainIsCached());
  }

  @Test
  void startsOnAnotherJdkIfItsOwnWasRemoved() throws IOException {
    Path jdk = installation.jdk();
    installation.useJdk(folder.resolve("gone"));
    assertSilently(version, "JAVA_HOME=" + jdk + " bin/davit --version");
  }

  @Test
  void reportsAMissingJdkInOneLine() throws IOException {
    installation.useJdk(folder.resolve("gone"));
    Path bin = Files.createDirectory(folder.resolve("bin"));
    Result result =
        installation.sh("env -u JAVA_HOME DAVIT_JDK_DIRS= PATH=" + bin + " /bin/sh bin/davit ps");
    assertEquals(125, result.exitCode());
    assertEquals("", result.out());
    assertTrue(result.err().matches("no JDK 25 \\(java\\) in [^\n]*\n"), result.err());
  }

  @Test
  void isFoundThroughLinksAndTakesTheirName() throws IOException {
    Path links = Files.createDirectories(folder.resolve("a b/links"));
    Files.createSymbolicLink(links.resolve("absolute"), installation.davit());
    Files.createSymbolicLink(links.resolve("docker"), Path.of("../links/absolute"));
    String go = "cd '" + links + "' && PATH=.:$PATH && ";
    Result result = installation.sh(go + "docker --version");
    assertTrue(result.out().startsWith("Docker version 28.2.2, build davit-"), result.out());
    assertEquals(result, installation.sh("'" + links.resolve("docker") + "' --version"));
    assertEquals(
        "docker: unknown command: docker nope\n\nRun 'docker --help' for more information\n",
        installation.sh(go + "docker nope").err());
  }

  @Test
  void javaPrintsNothingAboutItsVariables() throws IOException {
    for (String name : List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS")) {
      assertSilently(version, name + "=-Dnothing=1 bin/davit --version");
    }
  }

  @Test
  void takesNoClosedDescriptorForOneOfItsFiles() throws IOException {
    assertSilently("", "bin/davit --version >&-");
    assertSilently(version, "bin/davit --version <&-");
    assertSilently(version, "bin/davit --version 2>&-");
    assertSilently("", "bin/davit --version <&- >&- 2>&-");
    assertEquals(125, installation.sh("bin/davit ps --nope 2>&-").exitCode());
  }

  @Test
  void loadsNothingThatPsDoesNotUse() throws IOException {
    Files.delete(installation.cache());
    Path log = installation.logClasses();
    assertEquals(0, installation.sh("DOCKER_HOST=" + engine() + " bin/davit ps -a").exitCode());
    List<String> foreign =
        Files.readAllLines(log).stream()
            .map(line -> line.replaceFirst("^(\\[.*?])+ ", "").split(" ", 2)[0])
            .filter(
                name ->
                    name.matches("dev\\.davit\\.command\\.\\w+\\..*")
                            && !name.matches(
                                ".*\\.(PsCommand.*|ListRunner|OutputFlags.*|SeveralEngines.*"
                                    + "|ContainerArguments|Manner|ContextsFlags.*|OnSwarm.*|JobCommand)")
                        || name.startsWith("dev.davit.training.")
                        || name.startsWith("org.jline.")
                        || name.startsWith("org.newsclub.")
                        || name.startsWith("sun.security.ssl."))
            .toList();
    assertEquals(List.of(), foreign);
    assertTrue(Files.readString(log).contains(" dev.davit.command.container.PsCommand "));
  }

  @Test
  void namesTheLibraryThatIsMissing() throws IOException {
    String line = "DOCKER_HOST=unix://@davit-nowhere bin/davit ps";
    assertEquals(
        "Cannot connect to the Docker daemon at unix://@davit-nowhere. Is the docker daemon running?\n",
        installation.sh(line).err());
    Files.delete(installation.lib.resolve("libjunixsocket-native.so"));
    assertEquals(
        "error during connect: Get \"http://%40davit-nowhere/v1.50/containers/json\":"
            + " unix://@davit-nowhere: missing library "
            + installation.lib.toRealPath().resolve("libjunixsocket-native.so")
            + ": reinstall davit\n",
        installation.sh(line).err());
  }

  /** Uses CID 1, the local host, which is not supported by every kernel. */
  @Test
  void namesTheKernelsReasonWithoutAVirtualMachine() throws IOException {
    Result result = installation.sh("DOCKER_HOST=vsock://1:1 bin/davit ps");
    String begin = "Cannot connect to the Docker daemon at vsock://1:1: ";
    assertTrue(result.err().startsWith(begin) && result.err().lines().count() == 1, result.err());
    assertEquals(1, result.exitCode());
  }

  /** Uses strace to see every file access, even if /tmp is not writable. */
  @Test
  void makesNoFileInTmp() throws IOException {
    for (String command : List.of("ps", "run --rm busybox true")) {
      Path trace = folder.resolve("trace");
      Path davit = Path.of("target/dist/bin/davit").toAbsolutePath();
      Result result =
          installation.sh(
              "DOCKER_HOST="
                  + engine()
                  + " DOCKER_CONFIG=/nowhere strace -f -o "
                  + trace
                  + " -e trace=file,bind "
                  + davit
                  + " "
                  + command);
      assertEquals(0, result.exitCode(), result.err());
      List<String> lines = Files.readAllLines(trace);
      assertTrue(lines.stream().anyMatch(line -> line.contains("/bin/java\"")), "no trace of java");
      assertEquals(
          List.of(), lines.stream().filter(line -> MADE_IN_TMP.matcher(line).find()).toList());
    }
  }

  private static String engine() {
    String engine = Reach.privateEngine();
    return engine;
  }

  private boolean mainIsCached() throws IOException {
    Path log = installation.logClasses();
    assertSilently(version, "bin/davit --version");
    return Files.readString(log).contains("dev.davit.Main source: shared objects file");
  }

  private void assertSilently(String out, String line) throws IOException {
    assertEquals(new Result(out, "", 0), installation.sh(line), line);
  }

  /** Modifies the program to print {@code new code}. */
  private void putNewCodeInto(Path jar) throws IOException {
    Path source = folder.resolve("Main.java");
    Files.writeString(
        source,
        "package dev.davit; class Main { public static void main(String[] a) { System.out.println(\"new code\"); } }");
    StringWriter said = new StringWriter();
    int status =
        ToolProvider.findFirst("javac")
            .orElseThrow()
            .run(
                new PrintWriter(said),
                new PrintWriter(said),
                "-d",
                folder.toString(),
                source.toString());
    assertEquals(0, status, said.toString());
    Path changed = folder.resolve("changed.jar");
    Files.copy(jar, changed);
    try (FileSystem files = FileSystems.newFileSystem(changed, Map.of())) {
      Files.copy(
          folder.resolve("dev/davit/Main.class"),
          files.getPath("dev/davit/Main.class"),
          StandardCopyOption.REPLACE_EXISTING);
    }
    Files.move(changed, jar, StandardCopyOption.REPLACE_EXISTING);
    Files.setLastModifiedTime(jar, FileTime.from(Instant.now()));
  }
}
