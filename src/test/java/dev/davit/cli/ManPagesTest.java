package dev.davit.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Checks that the directory {@code man} has the output of {@code make docs} (this test with
 * -Drecord=true).
 */
final class ManPagesTest {
  private static final Path FOLDER = Path.of("man");

  @Test
  void areUpToDate() throws IOException {
    Map<String, String> pages = ManPages.all();
    if (Boolean.getBoolean("record")) {
      write(pages);
    }
    assertEquals(pages, written(), "run: make docs");
  }

  private static void write(Map<String, String> pages) throws IOException {
    Files.createDirectories(FOLDER);
    for (String name : written().keySet()) {
      Files.delete(FOLDER.resolve(name));
    }
    for (Map.Entry<String, String> page : pages.entrySet()) {
      Files.writeString(FOLDER.resolve(page.getKey()), page.getValue());
    }
  }

  private static Map<String, String> written() throws IOException {
    Map<String, String> pages = new TreeMap<>();
    try (Stream<Path> files = Files.list(FOLDER)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        pages.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    return pages;
  }

  @Test
  @Tag("dist") // man is installed
  void renderWithoutWarnings() throws IOException, InterruptedException {
    StringBuilder warnings = new StringBuilder();
    for (Map.Entry<String, String> page : ManPages.all().entrySet()) {
      if (!page.getValue().startsWith(".so ")) {
        warnings.append(warnings(FOLDER.resolve(page.getKey())));
      }
    }
    assertEquals("", warnings.toString());
  }

  private static String warnings(Path page) throws IOException, InterruptedException {
    ProcessBuilder man = new ProcessBuilder("man", "--warnings", "-E", "UTF-8", "-l", "" + page);
    man.environment().put("LC_ALL", "C.UTF-8");
    man.environment().put("MANWIDTH", "80");
    Process process = man.redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    String said = new String(process.getErrorStream().readAllBytes(), UTF_8);
    return process.waitFor() == 0 ? said : said + page + ": exit " + process.exitValue() + '\n';
  }
}
