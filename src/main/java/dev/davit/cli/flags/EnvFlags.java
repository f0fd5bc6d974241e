package dev.davit.cli.flags;

import dev.davit.cli.complete.Completers;
import dev.davit.engine.model.ContainerSpec;
import dev.davit.io.WorkingDirectory;
import dev.davit.opts.EnvFile;
import dev.davit.opts.KeyValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The flags for environment variables, {@code -e} and {@code --env-file}, of run, create and exec.
 */
public final class EnvFlags {
  public static final Flag<List<String>> ENV =
      Flag.list(
              "env",
              'e',
              "list",
              KeyValue::variable,
              "Set an environment variable: NAME=VALUE, or NAME to pass the client's value")
          .completes(Completers.ENVIRONMENT_VARIABLE);
  public static final Flag<List<String>> ENV_FILE =
      Flag.list("env-file", "Set environment variables from a file of NAME=VALUE lines")
          .completes(Completers.FILE);
  static final Flag<Boolean> NO_CONFIG_PROXY =
      Flag.bool("no-config-proxy", "Do not set the proxy environment variables from config.json");

  static final Mapping VARIABLES = new Variables();
  static final FlagTable TABLE = FlagTable.of("Environment", VARIABLES);

  private EnvFlags() {}

  /** The variables of the files, then all variables of {@code -e}, in the order exec sends them. */
  public static List<String> read(FlagValues given, Map<String, String> env, WorkingDirectory cwd) {
    List<String> all = ofFiles(given, env, cwd);
    given.get(ENV).forEach(entry -> all.add(withClientValue(entry, env)));
    return all;
  }

  private static List<String> ofFiles(
      FlagValues given, Map<String, String> env, WorkingDirectory cwd) {
    List<String> all = new ArrayList<>();
    for (String file : given.get(ENV_FILE)) {
      all.addAll(EnvFile.read(cwd.physical(file), file, env::get));
    }
    return all;
  }

  private static Set<String> names(List<String> entries) {
    return entries.stream().map(KeyValue::name).collect(Collectors.toCollection(HashSet::new));
  }

  /**
   * Adds the client's value to a name without a value; if the client does not set the variable, the
   * name remains, which unsets the image's variable.
   */
  private static String withClientValue(String entry, Map<String, String> env) {
    @Nullable String value = KeyValue.value(entry) == null ? env.get(entry) : null;
    return value == null ? entry : entry + '=' + value;
  }

  private static final class Variables implements Mapping {
    @Override
    public List<Flag<?>> flags() {
      return List.of(ENV, ENV_FILE, NO_CONFIG_PROXY);
    }

    @Override
    public void toSpec(FlagValues given, ContainerSpec spec, SpecContext context) {
      List<String> before = spec.config.env == null ? List.of() : spec.config.env;
      List<String> typed = KeyValue.lastOfEach(given.get(ENV));
      List<String> added = ofFiles(given, context.env(), context.cwd());
      if (!given.get(NO_CONFIG_PROXY)) {
        Set<String> set = names(before);
        set.addAll(names(typed));
        context.proxies().apply(set).forEach((name, value) -> added.add(name + '=' + value));
      }
      typed.forEach(entry -> added.add(withClientValue(entry, context.env())));
      Set<String> replaced = names(added);
      List<String> all = new ArrayList<>(before);
      all.removeIf(entry -> replaced.contains(KeyValue.name(entry)));
      all.addAll(added);
      spec.config.env = all.isEmpty() ? null : all;
    }

    @Override
    public void fromSpec(ContainerSpec spec, FlagWriter out) {
      out.writeAll(ENV, spec.config.env, entry -> entry);
    }
  }
}
