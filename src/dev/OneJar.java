import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassElement;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassFile.StackMapsOption;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.MethodModel;
import java.lang.classfile.MethodTransform;
import java.lang.constant.ClassDesc;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Merges jars into one, for JDK 25 only: {@code java OneJar.java RESULT JAR...}
 *
 * <p>One jar, because Java opens and checks each jar of the class path at every start, and because a launcher can
 * compare one jar with its cache at no cost. Classes older than Java 6, such as picocli's, are converted to Java 8's
 * format: an AOT cache rejects old classes, which costs a third of the start-up. Their code is unchanged; only the
 * stack maps that the newer format requires are added.
 */
final class OneJar {
  private static final int FIRST_WITH_STACK_MAPS = 50;

  private static final LocalDateTime FIXED_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  private final Map<String, byte[]> files = new TreeMap<>();

  public static void main(String[] args) throws IOException {
    OneJar result = new OneJar();
    List<Path> jars = Arrays.stream(args).skip(1).map(Path::of).sorted().toList();
    for (Path jar : jars) {
      result.add(jar);
    }
    result.write(Path.of(args[0]));
  }

  /** Adds the files of a jar; of a multi-release jar, the versions for this Java release. */
  private void add(Path path) throws IOException {
    try (JarFile jar = new JarFile(path.toFile(), false, ZipFile.OPEN_READ, Runtime.version())) {
      for (JarEntry entry : jar.versionedStream().toList()) {
        String name = entry.getName();
        if (!entry.isDirectory() && !isAboutTheJar(name)) {
          byte[] bytes = jar.getInputStream(entry).readAllBytes();
          add(path, name, name.endsWith(".class") ? modern(bytes, jar) : bytes);
        }
      }
    }
  }

  /** Returns whether a file is a manifest or module descriptor, which have no effect on a class path. */
  private static boolean isAboutTheJar(String name) {
    return name.endsWith("/MANIFEST.MF") || name.endsWith("module-info.class");
  }

  /** Adds a file; licenses and other files with the same name get the jar as their directory. */
  private void add(Path jar, String name, byte[] bytes) {
    byte[] other = files.putIfAbsent(name, bytes);
    if (other == null || Arrays.equals(other, bytes)) {
      return;
    }
    if (!name.startsWith("META-INF/") || name.startsWith("META-INF/services/")) {
      throw new IllegalStateException(name + " is in two jars, the second is " + jar);
    }
    files.put("META-INF/" + jar.getFileName() + name.substring("META-INF".length()), bytes);
  }

  private static byte[] modern(byte[] bytes, JarFile jar) {
    if ((bytes[6] << 8 | bytes[7]) >= FIRST_WITH_STACK_MAPS) {
      return bytes;
    }
    ClassFile format =
        ClassFile.of(
            StackMapsOption.STACK_MAPS_WHEN_REQUIRED,
            ClassHierarchyResolverOption.of(
                ClassHierarchyResolver.ofResourceParsing((ClassDesc type) -> resource(jar, type))
                    .orElse(ClassHierarchyResolver.defaultResolver())));
    ClassModel model = format.parse(bytes);
    return format.build(
        model.thisClass().asSymbol(),
        builder -> {
          for (ClassElement element : model) {
            switch (element) {
              case ClassFileVersion version -> builder.withVersion(ClassFile.JAVA_8_VERSION, 0);
              case MethodModel method ->
                  builder.transformMethod(method, MethodTransform.transformingCode(CodeTransform.ACCEPT_ALL));
              default -> builder.with(element);
            }
          }
        });
  }

  private static InputStream resource(JarFile jar, ClassDesc type) {
    String descriptor = type.descriptorString();
    ZipEntry entry = jar.getEntry(descriptor.substring(1, descriptor.length() - 1) + ".class");
    try {
      return entry == null ? null : jar.getInputStream(entry);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes the jar reproducibly: the same jars result in the same bytes. */
  private void write(Path result) throws IOException {
    try (ZipOutputStream out = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(result)))) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        ZipEntry entry = new ZipEntry(file.getKey());
        entry.setTimeLocal(FIXED_TIME);
        out.putNextEntry(entry);
        out.write(file.getValue());
        out.closeEntry();
      }
    }
  }
}
