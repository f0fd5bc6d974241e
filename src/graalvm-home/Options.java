import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Translates the options of native-image into the image builder's own, which begin with {@code
 * -H:}. Options that are missing here are refused.
 */
final class Options {
  /** Which metadata of which jars is left out. */
  record Exclusion(Pattern jar, Pattern resource) {}

  /** Each takes its value as it is, after = or as the next word. */
  private static final Map<String, String> WITH_VALUE =
      Map.of(
          "--features", "Features",
          "--enable-url-protocols", "EnableURLProtocols",
          "--enable-native-access", "EnableNativeAccess",
          "--add-exports", "AddExports",
          "--add-opens", "AddOpens",
          "--link-at-build-time", "LinkAtBuildTime",
          "-march", "MicroArchitecture");

  private static final Map<String, String> WITHOUT_VALUE =
      Map.of(
          "--no-fallback", "FallbackThreshold=0",
          "--enable-http", "EnableURLProtocols=http",
          "--enable-https", "EnableURLProtocols=https",
          "-g", "GenerateDebugInfo=2");

  /** For the java that runs the builder. */
  final List<String> java = new ArrayList<>();

  final List<String> builder = new ArrayList<>();
  final List<Exclusion> exclusions = new ArrayList<>();
  final Map<String, String> words = new LinkedHashMap<>();
  boolean verbose;

  private final Deque<String> left = new ArrayDeque<>();

  /** Reads options, and adds them to the ones read before. */
  void read(List<String> arguments) {
    left.addAll(arguments);
    while (!left.isEmpty()) {
      option(left.remove());
    }
  }

  private void option(String word) {
    int equals = word.indexOf('=');
    String name = equals < 0 ? word : word.substring(0, equals);
    if (WITH_VALUE.containsKey(name)) {
      api(WITH_VALUE.get(name), value(word, equals));
      return;
    }
    switch (name) {
      case "-cp", "-classpath", "--class-path" -> words.put("class path", value(word, equals));
      case "-o" -> words.put("result", left.remove());
      case "--verbose" -> verbose = true;
      case "--initialize-at-build-time" -> initialize(value(word, equals), "build_time");
      case "--initialize-at-run-time" -> initialize(value(word, equals), "run_time");
      case "--exclude-config" ->
          exclusions.add(
              new Exclusion(Pattern.compile(left.remove()), Pattern.compile(left.remove())));
      default -> other(word);
    }
  }

  private void other(String word) {
    if (WITHOUT_VALUE.containsKey(word)) {
      String[] option = WITHOUT_VALUE.get(word).split("=", 2);
      api(option[0], option[1]);
    } else if (word.matches("-O[b0-3s]")) {
      api("Optimize", word.substring(2));
    } else if (word.startsWith("-H:") || word.startsWith("-R:")) {
      builder.add(word);
    } else if (word.startsWith("-J")) {
      java.add(word.substring(2));
    } else if (word.startsWith("-D")) {
      java.add(word);
    } else if (word.startsWith("-")) {
      throw new IllegalArgumentException(
          word + " is none of the options that this native-image knows");
    } else {
      words.putIfAbsent("main class", word);
    }
  }

  private String value(String word, int equals) {
    return equals < 0 ? left.remove() : word.substring(equals + 1);
  }

  private void initialize(String classes, String when) {
    api(
        "ClassInitialization",
        Arrays.stream(classes.split(","))
            .map(name -> name + ':' + when)
            .collect(Collectors.joining(",")));
  }

  /** The mark keeps the builder from warning of options that users should not give themselves. */
  private void api(String name, String value) {
    builder.add("-H:" + name + "@user+api=" + value);
  }
}
