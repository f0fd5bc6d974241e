package dev.davit.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class OutputLinesTest {
  /** A value of each type. */
  private record Thing(
      @Nullable String text,
      @Nullable Long number,
      @Nullable Boolean flag,
      @Nullable Instant time,
      @Nullable List<String> list) {}

  private static final OutputSchema<Thing> SCHEMA =
      OutputSchema.list(
          "things",
          "Things.",
          List.of(
              new OutputField<>("text", OutputType.TEXT.orNull(), "text", Thing::text),
              new OutputField<>("number", OutputType.INTEGER.orNull(), "number", Thing::number),
              new OutputField<>("flag", OutputType.BOOLEAN.orNull(), "flag", Thing::flag),
              new OutputField<>("time", OutputType.TIME.orNull(), "time", Thing::time),
              new OutputField<>(
                  "list", OutputType.list(OutputType.TEXT).orNull(), "list", Thing::list)));

  private static final Thing FULL =
      new Thing("a,\t\"b\"\r\n\\c", 9L, true, Instant.ofEpochSecond(1, 500), List.of("x", "y"));
  private static final Thing EMPTY = new Thing(null, null, null, null, null);

  private static String text(OutputFormat format, boolean terminal, Thing... things) {
    OutputLines<Thing> lines = new OutputLines<>(SCHEMA, format, () -> terminal);
    Stream.of(things).forEach(lines::add);
    return lines.text();
  }

  @Test
  void jsonIsAnArray() {
    assertEquals("[]\n", text(OutputFormat.JSON, false));
    assertEquals(
        """
        [
          {
            "text": null,
            "number": null,
            "flag": null,
            "time": null,
            "list": null
          },
          {
            "text": "a,\\t\\"b\\"\\r\\n\\\\c",
            "number": 9,
            "flag": true,
            "time": "1970-01-01T00:00:01.000000500Z",
            "list": [
              "x",
              "y"
            ]
          }
        ]
        """,
        text(OutputFormat.JSON, false, EMPTY, FULL));
  }

  @Test
  void jsonLinesAreCompact() {
    assertEquals("", text(OutputFormat.JSONL, false));
    assertEquals(
        "{\"text\":\"a,\\t\\\"b\\\"\\r\\n\\\\c\",\"number\":9,\"flag\":true,"
            + "\"time\":\"1970-01-01T00:00:01.000000500Z\",\"list\":[\"x\",\"y\"]}\n",
        text(OutputFormat.JSONL, false, FULL));
  }

  @Test
  void csvFollowsRfc4180() {
    assertEquals(
        "text,number,flag,time,list\r\n"
            + "\"a,\t\"\"b\"\"\r\n\\c\",9,true,1970-01-01T00:00:01.000000500Z,"
            + "\"[\"\"x\"\",\"\"y\"\"]\"\r\n,,,,\r\n",
        text(OutputFormat.CSV, false, FULL, EMPTY));
  }

  @Test
  void tsvEscapes() {
    assertEquals(
        """
        text\tnumber\tflag\ttime\tlist
        a,\\t"b"\\r\\n\\\\c\t9\ttrue\t1970-01-01T00:00:01.000000500Z\t["x","y"]
        \t\t\t\t
        """,
        text(OutputFormat.TSV, false, FULL, EMPTY));
  }

  @Test
  void aTerminalGetsNoControlCharacters() {
    Thing hostile = new Thing("\u001b[2J\u009b", 1L, null, null, null);
    for (OutputFormat format : OutputFormat.values()) {
      String text = text(format, true, hostile);
      assertEquals(-1, text.indexOf(0x1b), format.word());
      assertEquals(-1, text.indexOf(0x9b), format.word());
    }
    assertEquals(
        "text\tnumber\tflag\ttime\tlist\n\u001b[2J\u009b\t1\t\t\t\n",
        text(OutputFormat.TSV, false, hostile));
  }

  @Test
  void aStreamIsPrintedAsItComes() {
    OutputLines<Thing> lines =
        new OutputLines<>(SCHEMA.only(List.of("NUMBER")), OutputFormat.JSON, () -> false);
    lines.add(FULL);
    assertEquals("[\n  {\n    \"number\": 9\n  }", lines.taken());
    lines.add(EMPTY);
    assertEquals(",\n  {\n    \"number\": null\n  }", lines.taken());
    assertEquals("\n]\n", lines.text());
  }

  @Test
  void csvOfObjectsHasTheNamesOfTheFirst() {
    OutputLines<Map<String, Object>> lines =
        new OutputLines<>(OutputSchema.objects("x", "", true), OutputFormat.CSV, () -> false);
    lines.add(Map.of("PID", 1));
    lines.add(Map.of("PID", 2));
    assertEquals("PID\r\n1\r\n2\r\n", lines.text());
  }

  @Test
  void sorts() {
    Thing two = new Thing("a2", 2L, true, Instant.ofEpochSecond(5), List.of("b"));
    Thing ten = new Thing("a10", 1L, false, Instant.ofEpochSecond(5, 1), List.of("a"));
    assertEquals(List.of(two, ten, EMPTY), sorted("text", ten, EMPTY, two));
    assertEquals(List.of(ten, two, EMPTY), sorted("-text", EMPTY, two, ten));
    assertEquals(List.of(ten, two, EMPTY), sorted("number", EMPTY, two, ten));
    assertEquals(List.of(two, ten, EMPTY), sorted("time", EMPTY, ten, two));
    assertEquals(List.of(ten, two, EMPTY), sorted("flag", EMPTY, two, ten));
    assertEquals(List.of(ten, two, EMPTY), sorted("LIST", EMPTY, two, ten));
    Thing same = new Thing("a2", 7L, true, null, null);
    assertEquals(List.of(two, same, ten), sorted("text,number", same, ten, two));
    assertEquals(List.of(same, two, ten), sorted("text,-number", two, ten, same));
    assertEquals(List.of(same, two), sorted("text", same, two));
  }

  private static List<Thing> sorted(String order, Thing... things) {
    return Stream.of(things).sorted(SortOrder.parse(order, SCHEMA).of(SCHEMA)).toList();
  }

  @Test
  void unknownKeysNameTheValidOnes() {
    for (String wrong : List.of("", "texts", "text,", "--text", "text number")) {
      assertEquals(
          "must be one or more of text, number, flag, time, list, separated by commas; -KEY sorts"
              + " in reverse order",
          message(wrong));
    }
  }

  private static String message(String order) {
    Exception e =
        assertThrows(IllegalArgumentException.class, () -> SortOrder.parse(order, SCHEMA));
    return String.valueOf(e.getMessage());
  }

  @Test
  void timesThatAreNotKnownAreNull() {
    for (String none : List.of("", "0001-01-01T00:00:00Z", "yesterday")) {
      assertEquals("null", String.valueOf(OutputTime.of(none)), none);
    }
    assertEquals("null", String.valueOf(OutputTime.of(null)));
    assertEquals(
        "2024-01-02T02:04:05Z", String.valueOf(OutputTime.of("2024-01-02T03:04:05+01:00")));
    long zero = Instant.parse("0001-01-01T00:00:00Z").getEpochSecond();
    assertEquals("null", String.valueOf(OutputTime.ofSeconds(zero)));
    assertEquals("9999-12-31T23:59:59Z", String.valueOf(OutputTime.ofSeconds(Long.MAX_VALUE)));
  }
}
