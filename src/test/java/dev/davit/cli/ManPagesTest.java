package dev.davit.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The directory {@code man} holds what {@code make docs} (this, with -Drecord=true) writes. */
final class ManPagesTest {
  private static final Path FOLDER = Path.of("man");

  /** The sections of each page of section 1. */
  private static final List<String> SECTIONS =
      List.of("NAME", "SYNOPSIS", "DESCRIPTION", "EXAMPLES", "EXIT STATUS", "SEE ALSO");

  private static final Pattern REFERENCE =
      Pattern.compile("\\\\fB(davit[a-z\\\\-]*)\\\\fP\\((\\d)\\)");

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
    try (Stream<Path> files = Files.list(FOLDER).filter(Files::isRegularFile)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        pages.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    return pages;
  }

  @Test
  void haveTheirSections() throws IOException {
    List<String> missing = new ArrayList<>();
    for (Map.Entry<String, String> page : ManPages.all().entrySet()) {
      String text = page.getValue();
      if (page.getKey().endsWith(".1") && !text.startsWith(".so ")) {
        SECTIONS.stream()
            .filter(section -> !text.contains("\n.SH " + section + '\n'))
            .forEach(section -> missing.add(page.getKey() + ": " + section));
        if (text.lines().filter(line -> line.startsWith("$ ")).count() < 2) {
          missing.add(page.getKey() + ": a second example");
        }
      }
    }
    assertEquals(List.of(), missing);
  }

  @Test
  void referToPagesThatExist() throws IOException {
    Map<String, String> pages = ManPages.all();
    Set<String> unknown = new TreeSet<>();
    for (String page : pages.values()) {
      for (Matcher reference = REFERENCE.matcher(page); reference.find(); ) {
        String name = reference.group(1).replace("\\-", "-") + '.' + reference.group(2);
        if (!pages.containsKey(name)) {
          unknown.add(name);
        }
      }
    }
    assertEquals(Set.of(), unknown);
  }

  @Test
  @Tag("dist") // needs groff
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
    Process process =
        new ProcessBuilder("groff", "-man", "-t", "-k", "-Tutf8", "-ww", "-z", "" + page).start();
    String said = new String(process.getErrorStream().readAllBytes(), UTF_8);
    return process.waitFor() == 0 ? said : said + page + ": exit " + process.exitValue() + '\n';
  }
}
