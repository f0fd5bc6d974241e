package dev.davit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.davit.Target.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checks the packages of {@code make dist}. */
@Tag("native")
final class PackageTest {
  private static final Path PACKAGES = Path.of("target/packages");

  @TempDir Path folder;

  @Test
  void areTheSameBytesEachTimeAndHoldAllThatIsNeeded() throws IOException {
    run("src/dev/dist");
    String sums = Files.readString(PACKAGES.resolve("SHA256SUMS"));
    run("src/dev/dist");
    assertEquals(sums, Files.readString(PACKAGES.resolve("SHA256SUMS")));

    run("dpkg-deb", "--extract", "" + only("_amd64.deb"), "" + folder);
    for (String file :
        List.of(
            "lib/davit/libjunixsocket-native.so",
            "share/man/man1/davit-run.1.gz",
            "share/man/man7/davit-differences.7.gz",
            "share/bash-completion/completions/davit",
            "share/zsh/vendor-completions/_davit",
            "share/fish/vendor_completions.d/davit.fish",
            "share/doc/davit/licences/openjdk/LICENSE")) {
      assertTrue(Files.isRegularFile(folder.resolve("usr").resolve(file)), file);
    }
    String version = run("" + folder.resolve("usr/bin/davit"), "--version").out();
    assertTrue(version.startsWith("davit version "), version);

    run("dpkg-deb", "--extract", "" + only("_all.deb"), "" + folder);
    assertEquals(Path.of("davit"), Files.readSymbolicLink(folder.resolve("usr/bin/docker")));
    assertTrue(Files.exists(folder.resolve("usr/share/zsh/vendor-completions/_docker")), "_docker");
    version = run("" + folder.resolve("usr/bin/docker"), "--version").out();
    assertTrue(version.startsWith("Docker version 28.2.2, build davit-"), version);
    assertEquals(
        "docker-ce-cli, docker-cli, docker.io\n",
        run("dpkg-deb", "--field", "" + only("_all.deb"), "Conflicts").out());
  }

  /** Checks that the copyright file names every linked library with its licence. */
  @Test
  void nameEveryLibrary() throws IOException {
    String copyright = Files.readString(Path.of("src/main/packaging/copyright"), UTF_8);
    try (Stream<Path> jars = Files.list(Path.of("target/libraries"))) {
      assertEquals(
          List.of(),
          jars.map(jar -> jar.getFileName().toString().replaceFirst("(-jvm)?-[0-9].*", ""))
              .filter(library -> !copyright.contains(library))
              .toList());
    }
  }

  private static Path only(String end) throws IOException {
    try (Stream<Path> files = Files.list(PACKAGES)) {
      return files.filter(file -> file.toString().endsWith(end)).findFirst().orElseThrow();
    }
  }

  private static Result run(String... command) throws IOException {
    Result result = Target.result(new ProcessBuilder(command).start());
    assertEquals(0, result.exitCode(), result.err());
    return result;
  }
}
