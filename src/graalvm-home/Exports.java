import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;

/**
 * Prints the options of java by which the modules in a directory, those of the image builder, may
 * use every package of the JDK: {@code java Exports.java DIRECTORY}. A GraalVM distribution has
 * them built into its modules.
 */
final class Exports {
  private Exports() {}

  public static void main(String[] args) {
    List<String> builder =
        ModuleFinder.of(Path.of(args[0])).findAll().stream()
            .map(ModuleReference::descriptor)
            .map(descriptor -> descriptor.name())
            .sorted()
            .toList();
    for (Module module : ModuleLayer.boot().modules()) {
      if (!builder.contains(module.getName())) {
        for (String name : new TreeSet<>(module.getPackages())) {
          String to = module.getName() + '/' + name + '=' + String.join(",", builder);
          System.out.println("--add-exports=" + to);
          System.out.println("--add-opens=" + to);
        }
      }
    }
  }
}
