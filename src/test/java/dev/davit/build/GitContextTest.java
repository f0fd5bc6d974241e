package dev.davit.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checks the addresses that are refused before {@code git} connects to a server. */
final class GitContextTest {
  private static final String FAILED = "unable to 'git clone' to temporary context directory: ";

  @TempDir Path folder;

  private String refusal(String address, String path) throws IOException {
    Map<String, String> env = Map.of("PATH", path, "TMPDIR", folder.toString());
    IOException e =
        assertThrows(IOException.class, () -> GitContext.clone(address, "", env), address);
    try (Stream<Path> left = Files.list(folder)) {
      assertEquals(List.of(), left.toList());
    }
    return String.valueOf(e.getMessage());
  }

  @Test
  void aReferenceIsNoOption() throws IOException {
    String path = System.getenv("PATH");
    for (String ref : List.of("--upload-pack=x", "-f", "%2d-x:dir")) {
      String shown = ref.replace("%2d", "-").replaceFirst(":.*", "");
      assertEquals(
          FAILED + "invalid refspec: " + shown, refusal("https://h.invalid/r.git#" + ref, path));
    }
  }

  @Test
  void aServerIsNoOption() throws IOException {
    String path = System.getenv("PATH");
    for (String address :
        List.of("https://-x/r.git", "git://-x/r", "https://u@-x/r.git", "git@-oProxyCommand=x:r")) {
      assertEquals(
          FAILED + "invalid address: the name of a server cannot begin with a dash",
          refusal(address, path));
    }
  }

  @Test
  void withoutGitNothingIsCreated() throws IOException {
    assertEquals(
        "unable to find 'git': exec: \"git\": executable file not found in $PATH",
        refusal("https://h.invalid/r.git", folder.toString()));
  }
}
