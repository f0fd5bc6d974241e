package dev.davit.select;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.davit.engine.model.ContainerSummary;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ContainerIndexTest {
  private static final ContainerIndex INDEX =
      new ContainerIndex(
          List.of(
              container("aaa1", 5, "/web-10", "/web-10/db"),
              container("aab2", 9, "/web-2"),
              container("bbb3", 9, "/db"),
              container("ccc4", 1, "/aaa"),
              container("ddd5", 1)));

  private static ContainerSummary container(String id, long created, String... names) {
    return new ContainerSummary(
        id,
        List.of(names),
        "",
        null,
        "",
        created,
        null,
        0,
        0,
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  @Test
  void podmanListsTheNewestLast() {
    List<ContainerSummary> list =
        List.of(container("a", 1, "/one"), container("b", 2, "/two"), container("c", 2, "/three"));
    assertEquals("c", new ContainerIndex(list).newest().orElseThrow().id());
    assertEquals("c", new ContainerIndex(list.reversed()).newest().orElseThrow().id());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "web-2, web-2",
    "/web-2, web-2",
    "aab, web-2",
    "aa, ''",
    "aaa, aaa",
    "aaa1, web-10",
    "web-*, web-2 web-10",
    "web-?, web-2",
    "*, aaa db ddd5 web-2 web-10",
    "[dw]*, db ddd5 web-2 web-10",
    "eb-*, ''",
    "web, ''",
    "none, ''"
  })
  void selects(String argument, String names) {
    assertEquals(
        names,
        INDEX.select(argument).stream().map(ContainerIndex::name).collect(Collectors.joining(" ")));
  }

  @Test
  void tellsSelectorsFromNames() {
    assertTrue(ContainerIndex.isSelector("a*"));
    assertTrue(ContainerIndex.isSelector("@last"));
    assertFalse(ContainerIndex.isSelector("web-1.x_y"));
    assertFalse(ContainerIndex.isSelector("last"));
  }
}
