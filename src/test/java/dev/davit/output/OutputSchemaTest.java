package dev.davit.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.davit.cli.OutputSchemas;
import dev.davit.command.CommandTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Validates the output in the transcripts, which have full data, against the schemas: that of
 * {@code -o json} as a whole, and that of {@code -o jsonl} as the elements of a list.
 */
final class OutputSchemaTest {
  private static final Path TRANSCRIPTS = Path.of("src/test/resources/transcripts/output");

  /** Commands whose output is any object, and differs between clients. */
  private static final Set<String> ANY_OBJECT = Set.of("info", "version");

  private final ObjectMapper mapper = new ObjectMapper();

  @Test
  void outputFitsItsSchema() throws IOException {
    Map<String, OutputSchema<?>> schemas = new OutputSchemas(CommandTree.ROOT).all();
    Set<String> validated = new HashSet<>();
    try (Stream<Path> files = Files.list(TRANSCRIPTS)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        for (String block : Files.readString(file).split("\n\n", -1)) {
          validate(block, schemas, validated);
        }
      }
    }
    Set<String> all = new HashSet<>(schemas.keySet());
    all.removeAll(ANY_OBJECT);
    assertEquals(all, validated);
  }

  /** Validates the output of a block, and adds the verb to those whose output has a full object. */
  private void validate(String block, Map<String, OutputSchema<?>> schemas, Set<String> validated)
      throws IOException {
    String line = block.lines().filter(each -> each.startsWith("$")).findFirst().orElse("");
    String command = line.replaceFirst("^\\$!? (\\w+=\\S* )*docker ", "") + ' ';
    boolean list = command.contains(" -o json ") || command.contains(" -o jsonl ");
    if (!list || command.contains("--columns") || block.contains("\n2> ")) {
      return;
    }
    OutputSchema<?> schema =
        schemas.values().stream()
            .filter(each -> command.startsWith(each.verb() + ' '))
            .reduce((shorter, longer) -> longer)
            .orElseThrow(() -> new AssertionError("no schema of " + line));
    JsonNode json = mapper.readTree(schema.json());
    String out = String.join("\n", out(block));
    List<JsonNode> values = new ArrayList<>();
    if (command.contains(" -o json ")) {
      values.add(mapper.readTree(out));
    } else {
      for (String each : out.lines().toList()) {
        values.add(mapper.readTree(each));
      }
      json = schema.list() ? json.get("items") : json;
    }
    for (JsonNode value : values) {
      assertEquals(List.of(), SchemaValidator.errors(value, json), line);
      if (!value.isEmpty()) {
        validated.add(schema.verb());
      }
    }
  }

  private static List<String> out(String block) {
    return block
        .lines()
        .filter(line -> line.startsWith("1> "))
        .map(line -> line.substring(3))
        .toList();
  }

  @Test
  void fieldsHaveNamesInCamelCaseAndDescriptions() {
    for (OutputSchema<?> schema : new OutputSchemas(CommandTree.ROOT).all().values()) {
      Set<String> names = new HashSet<>();
      for (OutputField<?> field : schema.fields()) {
        String where = schema.verb() + ' ' + field.name();
        assertEquals(true, field.name().matches("[a-z][a-zA-Z0-9]*"), where);
        assertEquals(true, names.add(field.name().toLowerCase(Locale.ROOT)), where);
        assertFalse(field.description().isBlank(), where);
      }
    }
  }
}
