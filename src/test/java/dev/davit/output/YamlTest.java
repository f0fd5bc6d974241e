package dev.davit.output;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** Reads what {@link dev.davit.output.Yaml} writes with SnakeYAML, a reader of YAML 1.1. */
final class YamlTest {
  /** Texts that a careless writer leaves plain, or that have characters with a meaning. */
  private static final List<String> TEXTS =
      List.of(
          "",
          " ",
          "a ",
          " a",
          "a b",
          "y",
          "Y",
          "n",
          "N",
          "yes",
          "No",
          "on",
          "OFF",
          "true",
          "False",
          "null",
          "Null",
          "~",
          "NULL",
          "0",
          "1",
          "-1",
          "+1",
          "1.5",
          ".5",
          "1e3",
          "1_000",
          "0x1f",
          "0o17",
          "017",
          "0b1",
          "1:30",
          "190:20:30",
          ".inf",
          "-.INF",
          ".nan",
          "2024-01-02",
          "2024-01-02T03:04:05Z",
          "2001-1-1 0:0:0",
          "=",
          "<<",
          "a=b",
          "a:b",
          "a: b",
          "a:",
          ":a",
          "a #b",
          "a#b",
          "#a",
          "- a",
          "-",
          "--- a",
          "---",
          "...",
          "? a",
          "?",
          "[a]",
          "{a}",
          "a, b",
          "&a",
          "*a",
          "!a",
          "!!str",
          "|",
          ">",
          "%a",
          "@a",
          "`a",
          "'a'",
          "\"a\"",
          "a\\b",
          "\\",
          "a\nb",
          "a\n",
          "\n",
          "a\tb",
          "\t",
          "a\rb",
          "\u0000",
          "\u0007",
          "\u001b[1m",
          "\u007f",
          "\u0085",
          "\u009b",
          "\u00a0",
          "\u2028",
          "\u2029",
          "\ufeff",
          "\ufffe",
          "ä",
          "日本",
          "😀",
          "/etc/passwd",
          "sha256:0123",
          "1.2.3",
          "a/b:1",
          "0.0.0.0",
          "::",
          "::1",
          "x".repeat(2000));

  private static Object read(Object value) {
    return new Yaml().load(dev.davit.output.Yaml.text(value));
  }

  @Test
  void textsStayTexts() {
    for (String text : TEXTS) {
      assertEquals(text, read(text), () -> "alone: " + text);
      assertEquals(List.of(text, text), read(List.of(text, text)), () -> "in a list: " + text);
      assertEquals(Map.of(text, text), read(Map.of(text, text)), () -> "in a map: " + text);
      assertEquals(
          Map.of(text, List.of(Map.of(text, text))),
          read(Map.of(text, List.of(Map.of(text, text)))),
          () -> "nested: " + text);
    }
  }

  @Test
  void valuesKeepTheirTypes() {
    List<Object> values =
        Arrays.asList(
            null, true, false, 0, -1, 12345678901L, 1.5, 1e-9, 1e300, -2.5e10, List.of(), Map.of());
    assertEquals(values, read(values));
    Map<String, Object> map = new LinkedHashMap<>();
    for (Object value : values) {
      map.put("key " + value, value);
    }
    assertEquals(map, read(map));
  }

  @Test
  void listsAndMapsNest() {
    Object nested =
        List.of(
            List.of(List.of(1, 2), List.of()),
            Map.of("a", List.of(List.of("b"), Map.of("c", Map.of("d", List.of("e"))))),
            Map.of());
    assertEquals(nested, read(nested));
  }

  @Test
  void theStyleIsBlock() {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("id", "00ff");
    object.put("names", List.of("web", "no"));
    object.put("ports", List.of(Map.of("privatePort", 80)));
    object.put("labels", Map.of());
    object.put("size", null);
    assertEquals(
        """
        - id: "00ff"
          names:
            - web
            - "no"
          ports:
            - privatePort: 80
          labels: {}
          size: null
        """,
        dev.davit.output.Yaml.text(List.of(object)));
  }

  @Test
  void numbersOfTheEngineAreNumbers() {
    for (String number : List.of("1E5", "1e5", "1.5E+3", "2e-7", "1.50", "-3E2")) {
      Object value = read(new dev.davit.json.JsonNumber(number));
      assertEquals(Double.parseDouble(number), ((Number) value).doubleValue(), number);
    }
  }

  @Test
  void anyTextIsReadBack() {
    Random random = new Random(1);
    String characters = " \t\n\r\0\u001b\u0085\u2028:#-?[]{},&*!|>'\"%@`=<~.0123eExyYnN_/\\é😀";
    int[] all = characters.codePoints().toArray();
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int length = random.nextInt(8); length > 0; length--) {
        text.appendCodePoint(all[random.nextInt(all.length)]);
      }
      List<Object> value = new ArrayList<>(List.of(text.toString()));
      value.add(Map.of(text.toString(), text.toString()));
      assertEquals(value, read(value));
    }
  }
}
