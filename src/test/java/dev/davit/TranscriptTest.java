package dev.davit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.davit.Transcript.Block;
import dev.davit.engine.Json;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Plays {@link Transcript}s: what davit asks a fake engine, prints and returns.
 *
 * <p>{@code -Drecord=true} (make golden) writes the files anew from davit; with {@code
 * -Dtarget=docker} from docker, all but the blocks that are davit's own.
 */
final class TranscriptTest {
  private static final Path TRANSCRIPTS = Path.of("src/test/resources/transcripts");

  @TempDir Path temporary;

  @TestFactory
  Stream<DynamicNode> transcripts() throws IOException {
    try (Stream<Path> files = Files.walk(TRANSCRIPTS)) {
      return files.filter(Files::isRegularFile).sorted().toList().stream().map(this::tests);
    }
  }

  private DynamicNode tests(Path file) {
    String name = TRANSCRIPTS.relativize(file).toString();
    try {
      Transcript transcript = Transcript.read(file);
      if (Boolean.getBoolean("record")) {
        return DynamicTest.dynamicTest(name, () -> record(file, transcript));
      }
      return DynamicContainer.dynamicContainer(
          name,
          transcript.blocks().stream()
              .filter(block -> !block.command().isEmpty() && isPlayed(block))
              .map(block -> test(block, transcript)));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private DynamicTest test(Block block, Transcript transcript) {
    return DynamicTest.dynamicTest(
        block.command(),
        () ->
            assertEquals(
                String.join("\n", block.lines()),
                String.join("\n", block.with(outcome(block, transcript)))));
  }

  private static boolean isPlayed(Block block) {
    return !Target.isDocker() || !block.isOurs();
  }

  private void record(Path file, Transcript transcript) throws IOException {
    List<String> text = new ArrayList<>();
    for (Block block : transcript.blocks()) {
      boolean run = !block.command().isEmpty() && isPlayed(block);
      text.addAll(run ? block.with(outcome(block, transcript)) : block.lines());
      text.add("");
    }
    text.removeLast();
    Files.write(file, text);
  }

  private List<String> outcome(Block block, Transcript transcript) throws IOException {
    Path folder = Files.createTempDirectory(temporary, "cwd");
    try (FakeEngine engine = FakeEngine.onUnix()) {
      transcript.preamble().prepare(engine, folder);
      block.prepare(engine, folder);
      Map<String, String> env = new HashMap<>();
      env.put("DOCKER_HOST", engine.address());
      env.put("DOCKER_CONFIG", folder.toString());
      List<String> argv = new ArrayList<>();
      for (String word : block.words()) {
        int equals = word.indexOf('=');
        String masked = word.replace("<engine>", engine.address()).replace("<cwd>", "" + folder);
        if (argv.isEmpty() && equals > 0) {
          env.put(word.substring(0, equals), masked.substring(masked.indexOf('=') + 1));
        } else {
          argv.add(masked);
        }
      }
      env.values().removeIf(String::isEmpty);
      Target.Result result = run(argv, env, block.stdin(), folder);
      return Transcript.shown(
              engine.requests().stream()
                  .filter(request -> !request.path().equals("/_ping"))
                  .map(TranscriptTest::request)
                  .toList(),
              result)
          .stream()
          .map(line -> masked(line, engine, folder))
          .toList();
    }
  }

  private static Target.Result run(
      List<String> argv, Map<String, String> env, byte[] stdin, Path folder) throws IOException {
    if (Target.isDocker()) {
      return Target.linked().run(argv, env, stdin, folder);
    }
    return Target.inProcess(argv.getFirst(), argv.subList(1, argv.size()), env, stdin, folder);
  }

  private static String masked(String line, FakeEngine engine, Path folder) {
    String path = engine.address().substring("unix://".length());
    return line.replaceAll("\\d\\d years ago", "NN years ago")
        .replace(engine.address(), "<engine>")
        .replace(path.replace("/", "%2F"), "<engine>")
        .replace(path, "<engine>")
        .replace(folder.toString(), "<cwd>")
        .replace(FakeEngine.ID, "<id>")
        .replace(FakeEngine.ID.substring(0, 12), "<short>");
  }

  /** A request as it is compared: query sorted, and without what a body need not say. */
  private static String request(FakeRequest request) {
    Map<String, String> query = new TreeMap<>();
    Arrays.stream(request.query().split("&", -1))
        .filter(pair -> !pair.isEmpty())
        .map(pair -> URLDecoder.decode(pair, UTF_8).split("=", 2))
        .forEach(pair -> query.put(pair[0], pair[1]));
    StringBuilder text = new StringBuilder(request.method()).append(' ');
    text.append(request.version().isEmpty() ? "" : "/v" + request.version());
    text.append(request.path());
    query.forEach(
        (name, value) ->
            text.append(text.indexOf("?") < 0 ? '?' : '&').append(name).append('=').append(value));
    return text.append(body(request.body())).toString();
  }

  private static String body(byte[] body) {
    try {
      return body.length == 0 ? "" : " " + withoutZeros(Json.MAPPER.readTree(body));
    } catch (IOException e) {
      return " " + new String(body, UTF_8);
    }
  }

  /** docker sends 1.7 kB of zeros, nulls and empty lists with each container, and this -1. */
  private static JsonNode withoutZeros(JsonNode node) {
    if (!(node instanceof ObjectNode object)) {
      return node;
    }
    Map<String, JsonNode> fields = new TreeMap<>();
    for (Map.Entry<String, JsonNode> field : object.properties()) {
      JsonNode value = withoutZeros(field.getValue());
      if (!isZero(value) && !field.toString().equals("MemorySwappiness=-1")) {
        fields.put(field.getKey(), value);
      }
    }
    return Json.MAPPER.createObjectNode().setAll(fields);
  }

  private static boolean isZero(JsonNode value) {
    return value.isNull()
        || value.isObject() && value.isEmpty()
        || value.isArray() && value.valueStream().allMatch(each -> each.isNumber() && isZero(each))
        || value.isTextual() && value.textValue().isEmpty()
        || value.isBoolean() && !value.booleanValue()
        || value.isNumber() && value.doubleValue() == 0;
  }
}
