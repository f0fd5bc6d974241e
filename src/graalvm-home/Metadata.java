import java.io.IOException;
import java.io.Reader;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;

/** Reads the metadata of a class path entry, below META-INF/native-image. */
final class Metadata {
  private static final Map<String, String> FILES =
      Map.of(
          "reachability-metadata.json", "ReachabilityMetadataResources",
          "reflect-config.json", "ReflectionConfigurationResources",
          "jni-config.json", "JNIConfigurationResources",
          "resource-config.json", "ResourceConfigurationResources",
          "proxy-config.json", "DynamicProxyConfigurationResources",
          "serialization-config.json", "SerializationConfigurationResources");

  private final Options options;
  private final String jar;

  private Metadata(Options options, String jar) {
    this.options = options;
    this.jar = jar;
  }

  /** Adds the options of a directory or jar, unless they are excluded. */
  static void read(Path entry, Options options) throws IOException {
    Metadata metadata = new Metadata(options, entry.toString());
    if (Files.isDirectory(entry)) {
      metadata.readBelow(entry);
      return;
    }
    try (FileSystem files = FileSystems.newFileSystem(entry)) {
      metadata.readBelow(files.getPath("/"));
    }
  }

  private void readBelow(Path root) throws IOException {
    Path folder = root.resolve("META-INF/native-image");
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        if (!isExcluded(root.relativize(file).toString())) {
          read(root, file);
        }
      }
    }
  }

  private boolean isExcluded(String resource) {
    return options.exclusions.stream()
        .anyMatch(
            exclusion ->
                exclusion.jar().matcher(jar).find()
                    && exclusion.resource().matcher(resource).find());
  }

  private void read(Path root, Path file) throws IOException {
    String name = file.getFileName().toString();
    if (FILES.containsKey(name)) {
      options.builder.add("-H:" + FILES.get(name) + "@user+api=" + root.relativize(file));
    }
    if (name.equals("native-image.properties")) {
      Properties properties = new Properties();
      try (Reader reader = Files.newBufferedReader(file)) {
        properties.load(reader);
      }
      String here = root.relativize(file.getParent()).toString();
      options.read(words(properties.getProperty("Args", "").replace("${.}", here)));
      options.java.addAll(words(properties.getProperty("JavaArgs", "")));
    }
  }

  private static List<String> words(String text) {
    return Arrays.stream(text.split("\\s+")).filter(word -> !word.isEmpty()).toList();
  }
}
