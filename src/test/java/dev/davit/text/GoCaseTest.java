package dev.davit.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Compares the case of each character of Unicode with docker's, which record.py has recorded. */
final class GoCaseTest {
  private static final Path RECORDED = Path.of("src/test/resources/text/case.txt");

  /** The lines of word separators; the other lines are named by their function. */
  private static final String SEPARATOR = "separator";

  private final Map<String, Map<Integer, Integer>> recorded = new HashMap<>();

  GoCaseTest() throws IOException {
    for (String line : Files.readAllLines(RECORDED)) {
      if (!line.startsWith("#")) {
        String[] cells = line.split(" ", -1);
        boolean maps = !cells[0].equals(SEPARATOR);
        int step = maps ? Integer.parseInt(cells[3]) : 1;
        int delta = maps ? Integer.parseInt(cells[4]) : 0;
        for (int c = hex(cells[1]); c <= hex(cells[2]); c += step) {
          recorded.computeIfAbsent(cells[0], function -> new HashMap<>()).put(c, c + delta);
        }
      }
    }
  }

  private static int hex(String text) {
    return Integer.parseInt(text, 16);
  }

  @Test
  void lowerCase() {
    assertAllAsRecorded("lower", GoCase::lower);
  }

  @Test
  void upperCase() {
    assertAllAsRecorded("upper", GoCase::upper);
  }

  @Test
  void titleCase() {
    assertAllAsRecorded("title", GoCase::title);
  }

  private void assertAllAsRecorded(String function, UnaryOperator<String> ours) {
    Map<Integer, Integer> docker = recorded.getOrDefault(function, Map.of());
    List<String> differing = new ArrayList<>();
    characters()
        .forEach(
            c -> {
              String expected = Character.toString(docker.getOrDefault(c, c));
              String actual = ours.apply(Character.toString(c));
              if (!actual.equals(expected)) {
                differing.add(Integer.toHexString(c) + ": " + actual + ", not " + expected);
              }
            });
    assertEquals(List.of(), differing);
    assertTrue(docker.size() > 1000, function);
  }

  @Test
  void titleBeginsAWordAfterTheSameCharacters() {
    TreeSet<Integer> separators = new TreeSet<>();
    characters()
        .filter(c -> GoCase.title(Character.toString(c) + 'a').endsWith("A"))
        .forEach(separators::add);
    assertEquals(new TreeSet<>(recorded.getOrDefault(SEPARATOR, Map.of()).keySet()), separators);
  }

  @Test
  void textsOfManyCharacters() {
    assertEquals("istraße σασ k", GoCase.lower("İStraße ΣΑΣ \u212a"));
    assertEquals("STRAßE ŉ ﬁ S", GoCase.upper("straße ŉ ﬁ ſ"));
    assertEquals("ǅ Ab 𐐀b-C", GoCase.title("ǆ ab 𐐨b-c"));
  }

  /** Other cases of a character are equal to it, except İ and ı, which have none for Go. */
  @Test
  void equalFoldIsTrueForAllCases() {
    List<String> differing = new ArrayList<>();
    recorded.forEach(
        (function, mapping) ->
            mapping.forEach(
                (c, to) -> {
                  if (!GoCase.equalFold(Character.toString(c), Character.toString(to))) {
                    differing.add(Integer.toHexString(c));
                  }
                }));
    differing.sort(null);
    assertEquals(List.of("130", "131", "131"), differing);
    assertTrue(GoCase.equalFold("ſtatuſ", "STATUS"));
    assertFalse(GoCase.equalFold("ss", "ß"));
  }

  /** Only these two characters beyond ASCII are equal to a character of ASCII. */
  @Test
  void longSAndKelvinAreFoundAsAscii() {
    List<String> ascii =
        characters()
            .filter(c -> c >= 0x80 && GoCase.fold(Character.toString(c)).charAt(0) < 0x80)
            .mapToObj(Integer::toHexString)
            .toList();
    assertEquals(List.of("17f", "212a"), ascii);
  }

  private static IntStream characters() {
    return IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
        .filter(c -> c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE);
  }
}
