package dev.davit.build;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.davit.build.ContextSizes.Item;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checks the sizes of a context with hard links, a symbolic link and ignored files. */
final class ContextSizesTest {
  @TempDir Path folder;

  @BeforeEach
  void createContext() throws IOException {
    Path deep = Files.createDirectories(folder.resolve("d/e"));
    Files.createDirectory(folder.resolve("empty"));
    Files.write(deep.resolve("large"), new byte[1000]);
    Files.createLink(folder.resolve("d/hard"), deep.resolve("large"));
    Files.createLink(folder.resolve("z"), deep.resolve("large"));
    Files.write(folder.resolve("Dockerfile"), new byte[10]);
    Files.createSymbolicLink(folder.resolve("link"), Path.of("d"));
    Files.writeString(folder.resolve("no"), "ignored");
    Files.writeString(folder.resolve(".dockerignore"), "no\nd/e\n!d/e/large\n");
  }

  private ContextSizes sizes(boolean whole) throws IOException {
    ContextSizes sizes = new ContextSizes(whole);
    ContextDirectory.open(folder, "Dockerfile", null).check(sizes);
    return sizes;
  }

  private static List<String> shown(ContextSizes sizes) {
    return sizes.items().stream().map(ContextSizesTest::shown).toList();
  }

  private static String shown(Item item) {
    IgnoreLine line = item.line();
    return item.path() + ' ' + item.size() + (line == null ? "" : " by line " + line.number());
  }

  @Test
  void aFileWithSeveralNamesCountsOnce() throws IOException {
    ContextSizes sizes = sizes(true);
    assertEquals(1028, sizes.total());
    assertEquals(
        List.of(
            "d/ 1000",
            "d/e/ 1000",
            "d/e/large 1000 by line 3",
            ".dockerignore 18",
            "Dockerfile 10",
            "d/hard 0",
            "empty/ 0",
            "link 0",
            "z 0",
            "no null by line 1"),
        shown(sizes));
  }

  @Test
  void aSummaryHasOnlyNamesAtTheTop() throws IOException {
    assertEquals(
        List.of("d/ 1000", ".dockerignore 18", "Dockerfile 10", "empty/ 0", "link 0", "z 0"),
        shown(sizes(false)));
  }
}
