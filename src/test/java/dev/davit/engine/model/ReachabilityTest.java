package dev.davit.engine.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Checks that the metadata of the native binary lists all types that are read from or written to
 * JSON. {@code -Drecord=true} regenerates the list.
 */
final class ReachabilityTest {
  private static final Path METADATA =
      Path.of(
          "src/main/resources/META-INF/native-image/dev.davit/davit/reachability-metadata.json");

  private static final List<String> ALL =
      List.of("allDeclaredConstructors", "allDeclaredFields", "allDeclaredMethods");

  @Test
  void everyTypeOfTheModelIsListedAsAWhole() throws IOException {
    String text = Files.readString(METADATA);
    if (Boolean.getBoolean("record")) {
      String list = types().stream().map(ReachabilityTest::line).collect(Collectors.joining(",\n"));
      Files.writeString(
          METADATA,
          text.replaceFirst(
              "(?s)(\"reflection\": \\[\n).*?(\n  ])", "$1" + list.replace("$", "\\$") + "$2"));
      return;
    }
    List<String> whole = new ArrayList<>();
    for (JsonNode entry : new ObjectMapper().readTree(text).get("reflection")) {
      if (ALL.stream().allMatch(what -> entry.path(what).asBoolean())) {
        whole.add(entry.get("type").textValue());
      }
    }
    assertEquals(String.join("\n", types()), String.join("\n", whole));
  }

  private static String line(String type) {
    String all = ALL.stream().map(what -> ", \"" + what + "\": true").collect(Collectors.joining());
    return "    {\"type\": \"" + type + "\"" + all + "}";
  }

  private static List<String> types() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("target/classes/dev/davit/engine/model"))) {
      return files
          .map(file -> file.getFileName().toString().replace(".class", ""))
          .filter(name -> !name.equals("package-info"))
          .map(name -> "dev.davit.engine.model." + name)
          .sorted()
          .toList();
    }
  }
}
