package dev.davit;

import static java.util.stream.Collectors.toCollection;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Checks the files of {@code make install}, and that {@code make uninstall} removes all of them.
 */
@Tag("dist")
final class InstallTest {
  private static final Set<String> DOCUMENTS =
      Set.of(
          "share/bash-completion/completions/davit",
          "share/zsh/site-functions/_davit",
          "share/fish/vendor_completions.d/davit.fish",
          "share/man/man1/davit.1",
          "share/man/man1/davit-run.1",
          "share/man/man1/davit-container-run.1",
          "share/man/man7/davit-differences.7",
          "share/man/man7/davit-features.7");

  private static final Set<String> COMPLETIONS_OF_THE_LINK =
      Set.of(
          "share/bash-completion/completions/docker",
          "share/zsh/site-functions/_docker",
          "share/fish/vendor_completions.d/docker.fish");

  @TempDir Path prefix;

  @Test
  void putsCompletionsAndManPagesWhereTheyAreLookedFor() throws IOException {
    assertEquals(0, exitCode(Map.of("DOCKER_LINK", "1"), "--jvm"));
    Set<String> files = files();
    assertTrue(files.containsAll(DOCUMENTS), files::toString);
    assertTrue(
        files.containsAll(
            Set.of("bin/davit", "lib/davit/java.args", "lib/davit/libjunixsocket-native.so")),
        files::toString);
    assertEquals(Path.of("davit"), Files.readSymbolicLink(prefix.resolve("bin/docker")));
    assertTrue(files.containsAll(COMPLETIONS_OF_THE_LINK), files::toString);
    Path bash = prefix.resolve("share/bash-completion/completions/docker");
    assertTrue(Files.readString(bash).endsWith("complete -F __docker docker\n"));
    install("--remove");
    assertEquals(Set.of(), files());
  }

  @Test
  @Tag("native")
  void putsTheNativeBinaryInPlaceOfTheOneForAJvm() throws IOException {
    install("--jvm");
    install();
    Set<String> files = files();
    assertTrue(files.containsAll(DOCUMENTS), files::toString);
    assertEquals(
        List.of("bin/davit", "lib/davit/libjunixsocket-native.so"),
        files.stream().filter(file -> !file.startsWith("share/")).toList());
    assertEquals(-1, Files.mismatch(prefix.resolve("bin/davit"), Path.of("target/davit")));
    install("--remove");
    assertEquals(Set.of(), files());
  }

  @Test
  void neverReplacesAnotherProgramByTheLink() throws IOException {
    Files.createDirectories(prefix.resolve("bin"));
    Path docker = Files.writeString(prefix.resolve("bin/docker"), "another");
    assertEquals(1, exitCode(Map.of(), "--docker-link"));
    assertEquals("another", Files.readString(docker));
    install("--remove");
    assertEquals(Set.of("bin/docker"), files());
  }

  private void install(String... options) throws IOException {
    assertEquals(0, exitCode(Map.of(), options));
  }

  private int exitCode(Map<String, String> env, String... options) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Stream.concat(Stream.of("src/dev/install"), Stream.of(options)).toList());
    builder.environment().keySet().removeAll(Set.of("DESTDIR", "DOCKER_LINK"));
    builder.environment().putAll(env);
    builder.environment().put("PREFIX", prefix.toString());
    Process process = builder.redirectErrorStream(true).start();
    process.getInputStream().readAllBytes();
    return Target.exitCode(process);
  }

  private Set<String> files() throws IOException {
    try (Stream<Path> all = Files.walk(prefix)) {
      List<Path> files = all.filter(Files::isRegularFile).toList();
      return files.stream()
          .map(file -> prefix.relativize(file).toString())
          .collect(toCollection(TreeSet::new));
    }
  }
}
