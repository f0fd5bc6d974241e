import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The native-image command of an assembled GraalVM home: turns its command line, and the class
 * path's metadata in META-INF/native-image, into one call of the image builder.
 */
final class NativeImage {
  private static final Path HOME = Path.of(System.getProperty("java.home"));
  private static final Path BUILDER = HOME.resolve("lib/svm/builder");

  private NativeImage() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    List<String> words = ArgumentFile.expand(Arrays.asList(args));
    if (words.contains("--version")) {
      printVersion();
      return;
    }
    Options own = new Options();
    try {
      own.read(words);
    } catch (IllegalArgumentException e) {
      System.err.println("native-image: " + e.getMessage());
      System.exit(1);
    }
    List<String> call = call(own);
    if (own.verbose) {
      System.out.println(String.join(" \\\n  ", call));
    }
    System.exit(new ProcessBuilder(call).inheritIO().start().waitFor());
  }

  /** In a form that Maven's plugin can read. */
  private static void printVersion() throws IOException {
    System.out.println(
        "native-image "
            + System.getProperty("java.version")
            + ' '
            + System.getProperty("java.version.date")
            + "\nGraalVM Runtime Environment assembled from Maven Central (build "
            + Runtime.version()
            + ")\nSubstrate VM "
            + builderVersion()
            + " (serial gc)");
  }

  private static List<String> call(Options own) throws IOException {
    List<Path> classPath = classPath(own);
    Options given = new Options();
    given.exclusions.addAll(own.exclusions);
    for (Path entry : classPath) {
      Metadata.read(entry, given);
    }
    String mainClass = own.words.get("main class");
    Path result =
        Path.of(own.words.getOrDefault("result", mainClass.toLowerCase(Locale.ROOT)))
            .toAbsolutePath()
            .normalize();

    List<String> call = new ArrayList<>(java());
    call.addAll(given.java);
    call.addAll(own.java);
    call.add("--module");
    call.add("org.graalvm.nativeimage.builder/com.oracle.svm.hosted.NativeImageGeneratorRunner");
    call.add("-imagecp");
    call.add(
        classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
    call.add("-H:+UnlockExperimentalVMOptions");
    call.add("-H:CLibraryPath@driver=" + HOME.resolve("lib/svm/clibraries/linux-amd64"));
    // reading a container's limits needs another C library
    call.add("-H:-UseContainerSupport@driver");
    call.add("-H:Class@driver=" + mainClass);
    // what is given last counts
    call.addAll(given.builder);
    call.addAll(own.builder);
    call.add("-H:Path@driver=" + result.getParent());
    call.add("-H:Name@driver=" + result.getFileName());
    // what the image's hash codes begin with: the same for the same image, so that it can be built
    // again
    call.add(
        "-H:ImageBuildID@driver="
            + UUID.nameUUIDFromBytes(String.join("\0", call).getBytes(UTF_8)));
    return call;
  }

  /** The java that runs the builder, with the flags of GraalVM's own front end. */
  private static List<String> java() throws IOException {
    return List.of(
        HOME.resolve("bin/java").toString(),
        "-XX:+UseParallelGC",
        "-XX:+UnlockExperimentalVMOptions",
        "-XX:+EnableJVMCI",
        "-Xss10m",
        "-XX:MaxRAMPercentage=80",
        "-XX:GCTimeRatio=9",
        "-XX:+ExitOnOutOfMemoryError",
        "-Djava.awt.headless=true",
        "-Djava.system.class.loader=com.oracle.svm.hosted.NativeImageSystemClassLoader",
        "-Djdk.internal.lambda.disableEagerInitialization=true",
        "-Dorg.graalvm.nativeimage.imagecode=buildtime",
        "-Dorg.graalvm.version=" + builderVersion(),
        "-Dorg.graalvm.vendor=assembled",
        "--upgrade-module-path",
        BUILDER.resolve("compiler-" + builderVersion() + ".jar").toString(),
        "--module-path",
        BUILDER.toString(),
        "--add-modules",
        "ALL-DEFAULT,ALL-MODULE-PATH",
        "@" + HOME.resolve("lib/svm/exports.args"),
        "--enable-native-access=org.graalvm.nativeimage.builder");
  }

  private static List<Path> classPath(Options own) {
    return Arrays.stream(own.words.getOrDefault("class path", "").split(File.pathSeparator))
        .filter(entry -> !entry.isBlank())
        .map(entry -> Path.of(entry).toAbsolutePath().normalize())
        .filter(Files::exists)
        .toList();
  }

  private static String builderVersion() throws IOException {
    try (Stream<Path> jars = Files.list(BUILDER)) {
      return jars.map(jar -> jar.getFileName().toString())
          .filter(name -> name.matches("svm-[0-9].*\\.jar"))
          .map(name -> name.substring("svm-".length(), name.length() - ".jar".length()))
          .findFirst()
          .orElseThrow();
    }
  }
}
