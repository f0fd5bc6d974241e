package dev.davit.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests the two paths of a working directory that is also reachable by a link, {@code sl}. */
final class WorkingDirectoryTest {
  @TempDir Path root;
  private Path physical;

  @BeforeEach
  void create() throws IOException {
    physical = Files.createDirectories(root.toRealPath().resolve("deep/real"));
    Files.createDirectory(physical.resolve("sub"));
    Files.createDirectory(root.resolve("other"));
    Files.createSymbolicLink(root.resolve("sl"), physical);
  }

  @Test
  void startsFromPwd() throws IOException {
    assertLexical("x", "/sl", "../x");
    assertLexical("sl", "/sl", ".");
    assertLexical("sl/x", "/sl/", "./x");
    assertLexical("x", "/sl/.", "../x");
    assertLexical("x", "/other/../sl", "../x");
    assertLexical("x", "/sl/sub/..", "../x");
  }

  /** If {@code ..} in PWD follows a link, the lexical parent differs from the parent on disk. */
  @Test
  void resolvesPwdInTheText() throws IOException {
    assertLexical("real/x", "/sl/../real", "x");
  }

  @Test
  void passesOverAnotherPwd() throws IOException {
    assertLexical("deep/x", "/other", "../x");
    assertLexical("deep/x", "/nowhere", "../x");
    for (String pwd : new String[] {"", ".", "sl", "/"}) {
      assertEquals(
          root.toRealPath() + "/deep/x", new WorkingDirectory(physical, pwd).lexical("../x"));
    }
  }

  @Test
  void opensWhatIsTyped() throws IOException {
    Files.createFile(physical.resolveSibling("x"));
    WorkingDirectory cwd = new WorkingDirectory(physical, root + "/sl");
    assertEquals(physical.resolveSibling("x"), cwd.physical("../x").toRealPath());
  }

  @Test
  void keepsAbsolutePaths() throws IOException {
    WorkingDirectory cwd = WorkingDirectory.removed(physical, "");
    assertEquals("/b", cwd.lexical("/a/../b/."));
    assertEquals(Path.of("/a"), cwd.physical("/a"));
  }

  @Test
  void refusesRelativePathsOfARemovedDirectory() {
    for (String pwd : new String[] {"", root + "/other", root + "/nowhere", "sl"}) {
      assertRefused("getwd: no such file or directory", WorkingDirectory.removed(physical, pwd));
    }
  }

  /** The shell's PWD can still lead to a removed directory: /proc/PID/cwd. */
  @Test
  void takesThePwdOfARemovedDirectory() throws IOException {
    assertEquals(root + "/x", WorkingDirectory.removed(physical, root + "/sl").lexical("../x"));
    assertEquals(physical.resolve("../x"), WorkingDirectory.removed(physical, "").physical("../x"));
  }

  /** A directory that may not be searched is as unknown as one that does not exist. */
  @Test
  void namesTheDirectoryThatCannotBeComparedWithPwd() throws IOException {
    Path shut = root.resolve("shut");
    assertRefused("stat .: no such file or directory", new WorkingDirectory(shut, root + "/other"));
    assertEquals(shut + "/x", new WorkingDirectory(shut, "").lexical("x"));
    assertEquals(shut + "/x", new WorkingDirectory(shut, "other").lexical("x"));
  }

  private static void assertRefused(String message, WorkingDirectory cwd) {
    assertEquals(message, assertThrows(IOException.class, () -> cwd.lexical("x")).getMessage());
  }

  @Test
  void ofTheProcessOpensRelativePaths() throws IOException {
    WorkingDirectory cwd = WorkingDirectory.ofProcess("");
    assertEquals(Path.of("../x"), cwd.physical("../x"));
    assertEquals(Path.of("").toAbsolutePath() + "/x", cwd.lexical("x"));
  }

  private void assertLexical(String expected, String pwd, String typed) throws IOException {
    Path base = root.toRealPath();
    assertEquals(
        base.resolve(expected).toString(),
        new WorkingDirectory(physical, base + pwd).lexical(typed));
  }
}
