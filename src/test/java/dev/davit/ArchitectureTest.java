package dev.davit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Checks the layers described in CONTRIBUTING, and which classes may use which libraries. */
final class ArchitectureTest {
  private static final String ROOT = "dev.davit";

  /** The packages in layers from the top; a package imports from lower layers only. */
  private static final List<Set<String>> LAYERS =
      List.of(
          Set.of(".training"),
          Set.of(""),
          Set.of(".command"),
          Set.of(".command.job"),
          Set.of(
              ".command.builder",
              ".command.container",
              ".command.context",
              ".command.exec",
              ".command.image",
              ".command.network",
              ".command.registry",
              ".command.spec",
              ".command.volume",
              ".command.system"),
          Set.of(".command.replace", ".command.several"),
          Set.of(".command.selection"),
          Set.of(".command.shared"),
          Set.of(".command.removal"),
          Set.of(".cli", ".replace"),
          Set.of(".cli.flags", ".create"),
          Set.of(".cli.complete", ".output.schema"),
          Set.of(".diagnosis", ".job", ".readiness", ".select"),
          Set.of(".attach", ".build", ".copy", ".logs", ".progress", ".protect", ".resource"),
          Set.of(".credentials"),
          Set.of(".audit", ".context", ".engine", ".plugin"),
          Set.of(".config", ".engine.http", ".output"),
          Set.of(".engine.stream", ".format", ".logs.view", ".opts"),
          Set.of(
              ".archive", ".engine.socket", ".engine.tls", ".gotypes", ".logs.line", ".terminal"),
          Set.of(".template"),
          Set.of(".json"),
          Set.of(".engine.model", ".io", ".text"));

  /** The packages of the Java library that src/dev/library packs. */
  private static final List<String> LIBRARY = List.of(".engine", ".json", ".io", ".text");

  private static final int MAX_LINES = 300;

  /** The maximum number of files in a package: package-info and 25 classes. */
  private static final int MAX_FILES = 26;

  @Test
  void importsGoDownOnly() {
    Set<String> upward = new TreeSet<>();
    for (Packages.Dependency each : Packages.dependencies("-verbose:package")) {
      if (layer(each.from()) >= layer(each.to())) {
        upward.add(each.from() + " -> " + each.to());
      }
    }
    assertEquals(Set.of(), upward);
  }

  @Test
  void theLibraryNeedsNothingElse() {
    Set<String> outside = new TreeSet<>();
    for (Packages.Dependency each : Packages.dependencies("-verbose:package")) {
      if (isInLibrary(each.from()) && !isInLibrary(each.to())) {
        outside.add(each.from() + " -> " + each.to());
      }
    }
    assertEquals(Set.of(), outside);
  }

  private static boolean isInLibrary(String name) {
    return LIBRARY.stream().anyMatch(top -> (name + '.').startsWith(top + '.'));
  }

  /** Checks that commands do not use each other: shared code is in separate classes. */
  @Test
  void noCommandKnowsAnother() {
    Pattern command = Pattern.compile("\\.command\\.\\w+\\.\\w+Command");
    Set<String> calls = new TreeSet<>();
    for (Packages.Dependency each : Packages.dependencies("-verbose:class")) {
      String from = each.from().replaceFirst("\\$.*", "");
      String to = each.to().replaceFirst("\\$.*", "");
      if (command.matcher(from).matches() && command.matcher(to).matches() && !from.equals(to)) {
        calls.add(from + " -> " + to);
      }
    }
    assertEquals(Set.of(), calls);
  }

  @Test
  void aLargePackageSaysWhy() throws IOException {
    Map<Path, Long> sizes =
        sources().stream().collect(Collectors.groupingBy(Path::getParent, Collectors.counting()));
    Set<Path> large = new TreeSet<>();
    for (Map.Entry<Path, Long> each : sizes.entrySet()) {
      Path info = each.getKey().resolve("package-info.java");
      String text = Files.readString(info).replace("\n * ", " ");
      if (each.getValue() > MAX_FILES
          && !text.toLowerCase(Locale.ROOT).contains("large because ")) {
        large.add(each.getKey());
      }
    }
    assertEquals(Set.of(), large);
  }

  @Test
  void onlyTerminalKnowsJLine() {
    Set<String> users = new TreeSet<>();
    for (String line : Packages.jdeps("-verbose:package", "-filter:none").lines().toList()) {
      if (line.contains("-> org.jline")) {
        users.add(line.strip().split(" ", 2)[0]);
      }
    }
    assertEquals(Set.of(ROOT + ".terminal"), users);
  }

  @Test
  void databindIsKnownToTheEnginesJsonOnly() throws IOException {
    assertEquals(
        Set.of(
            "ApiResponse.java", // lists, element by element
            "ContainerBody.java", // reports errors in a body
            "ContainerStats.java", // property names
            "JsonBinding.java",
            "JsonStream.java", // sequences of values
            "LateRecords.java",
            "NativeJson.java"), // removes the code that creates readers and writers
        filesThat(code -> code.contains("com.fasterxml.jackson.databind.")));
  }

  @Test
  void junixsocketIsKnownToItsTwoSocketsOnly() throws IOException {
    assertEquals(
        Set.of("NativeSockets.java", "VsockChannel.java"),
        filesThat(code -> code.contains("org.newsclub.")));
  }

  @Test
  void re2jIsKnownToPatternsOnly() throws IOException {
    assertEquals(
        Set.of(
            "Condition.java", // the filter ~=
            "IgnorePattern.java", // .dockerignore
            "LinePattern.java", // logs --grep
            "ReadyCondition.java"), // --condition log=REGEX
        filesThat(code -> code.contains("com.google.re2j.")));
  }

  @Test
  void onlyMainExits() throws IOException {
    Pattern exits = Pattern.compile("\\bSystem(\\.|::)exit\\b|\\.halt\\(");
    assertEquals(Set.of("Main.java"), filesThat(code -> exits.matcher(code).find()));
  }

  /**
   * In a native binary, a virtual thread that waits for a socket may never wake up: observed once
   * in about 20,000 runs on a busy machine.
   */
  @Test
  void threadsArePlatformThreads() throws IOException {
    Pattern virtual = Pattern.compile("[oO]fVirtual|VirtualThread");
    assertEquals(Set.of(), filesThat(code -> virtual.matcher(code).find()));
  }

  @Test
  void onlyTerminalTouchesTheStandardStreams() throws IOException {
    Pattern streams = Pattern.compile("\\bSystem\\.(in|out|err|console)\\b|\\bFileDescriptor\\b");
    Set<String> users = filesThat(code -> streams.matcher(code).find());
    users.removeAll(Set.of("Streams.java"));
    assertEquals(Set.of(), users);
  }

  @Test
  void everyPackageIsNullMarked() throws IOException {
    Set<Path> unmarked = new TreeSet<>();
    for (Path file : sources()) {
      Path info = file.resolveSibling("package-info.java");
      if (!Files.exists(info) || !Files.readString(info).contains("@NullMarked")) {
        unmarked.add(file.getParent());
      }
    }
    assertEquals(Set.of(), unmarked);
  }

  @Test
  void noFileIsLong() throws IOException {
    assertEquals(Set.of(), filesThat(code -> code.lines().count() > MAX_LINES));
  }

  private static int layer(String name) {
    for (int i = 0; i < LAYERS.size(); i++) {
      if (LAYERS.get(i).contains(name)) {
        return i;
      }
    }
    throw new AssertionError("package " + ROOT + name + " is in no layer");
  }

  /** The names of the source files whose code, without comments, is such. */
  private static Set<String> filesThat(Predicate<String> such) throws IOException {
    Set<String> names = new TreeSet<>();
    for (Path file : sources()) {
      String code = Files.readString(file).replaceAll("(?m)^\\s*(/?\\*|//).*$", "");
      if (such.test(code)) {
        names.add(file.getFileName().toString());
      }
    }
    return names;
  }

  private static List<Path> sources() {
    try (Stream<Path> files = Files.walk(Packages.SOURCES)) {
      return files.filter(file -> file.toString().endsWith(".java")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
