package dev.davit.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.davit.command.CommandTree;
import dev.davit.output.OutputSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The directory {@code man/schema} holds the JSON schemas of all commands with {@code --output};
 * this test, with -Drecord=true, writes them.
 */
final class SchemaFilesTest {
  private static final Path DIRECTORY = Path.of("man/schema");

  private static final OutputSchemas SCHEMAS = new OutputSchemas(CommandTree.ROOT);

  @Test
  void areUpToDate() throws IOException {
    Map<String, String> schemas = new TreeMap<>();
    SCHEMAS
        .all()
        .forEach(
            (verb, schema) ->
                schemas.put(verb.replace(" --", "-").replace(' ', '-') + ".json", schema.json()));
    if (Boolean.getBoolean("record")) {
      write(schemas);
    }
    assertEquals(schemas, written(), "run: make docs");
  }

  private static void write(Map<String, String> schemas) throws IOException {
    Files.createDirectories(DIRECTORY);
    for (String name : written().keySet()) {
      Files.delete(DIRECTORY.resolve(name));
    }
    for (Map.Entry<String, String> schema : schemas.entrySet()) {
      Files.writeString(DIRECTORY.resolve(schema.getKey()), schema.getValue());
    }
  }

  private static Map<String, String> written() throws IOException {
    Map<String, String> schemas = new TreeMap<>();
    try (Stream<Path> files = Files.list(DIRECTORY)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        schemas.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    return schemas;
  }

  /** Checks that a command has a schema if and only if it has the flag. */
  @Test
  void areOfAllCommandsWithTheFlag() {
    List<String> wrong = new ArrayList<>();
    for (CommandNode node : Verbs.below(CommandTree.ROOT).toList()) {
      Command command = node.newCommand();
      boolean flag = command.flags().stream().anyMatch(each -> each.names().equals("-o, --output"));
      boolean ofExport = node.name().equals("export") || node.name().equals("save");
      if (!ofExport && flag != (command.output() != null)) {
        wrong.add(node.toString());
      }
    }
    assertEquals(List.of(), wrong);
  }

  @Test
  void areFoundUnderAllNamesOfACommand() {
    for (CommandNode node : Verbs.below(CommandTree.ROOT).toList()) {
      OutputSchema<?> schema = node.newCommand().output();
      if (schema != null) {
        List<String> words = List.of(node.path("").strip().split(" "));
        assertEquals(
            schema.verb(), SCHEMAS.of(words).orElseThrow().verb(), () -> String.join(" ", words));
      }
    }
  }
}
