package dev.davit.cli.flags;

import dev.davit.engine.model.ContainerSpec;
import dev.davit.value.EnvFile;
import dev.davit.value.KeyValue;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Variables: {@code -e} and {@code --env-file}, for run, create and exec. */
public final class EnvFlags {
  public static final Flag<List<String>> ENV =
      Flag.list(
          "env", 'e', "list", KeyValue::variable, "Set a variable: NAME=VALUE, or NAME for ours");
  public static final Flag<List<String>> ENV_FILE =
      Flag.list("env-file", "Set the variables of a file, NAME=VALUE a line");
  static final Flag<Boolean> NO_CONFIG_PROXY =
      Flag.bool("no-config-proxy", "Don't set the proxy variables of config.json");

  static final Mapping VARIABLES = new Variables();
  static final FlagTable TABLE = FlagTable.of("Environment", VARIABLES);

  private EnvFlags() {}

  /** The files' variables, then those given by name, in the order typed. */
  public static List<String> read(FlagValues given, Map<String, String> env, Path cwd) {
    return read(given, env, cwd, names -> Map.of());
  }

  private static List<String> read(
      FlagValues given,
      Map<String, String> env,
      Path cwd,
      Function<Set<String>, Map<String, String>> proxies) {
    List<String> all = new ArrayList<>();
    for (String file : given.get(ENV_FILE)) {
      all.addAll(EnvFile.read(cwd.resolve(file), file, env::get));
    }
    List<String> typed = given.get(ENV);
    proxies.apply(names(typed)).forEach((name, value) -> all.add(name + '=' + value));
    KeyValue.lastOfEach(typed).forEach(entry -> all.add(withOurs(entry, env)));
    return all;
  }

  private static Set<String> names(List<String> entries) {
    return entries.stream().map(KeyValue::name).collect(Collectors.toSet());
  }

  /** A name alone stands for our own variable; where we have none, it removes the image's. */
  private static String withOurs(String entry, Map<String, String> env) {
    @Nullable String ours = KeyValue.value(entry) == null ? env.get(entry) : null;
    return ours == null ? entry : entry + '=' + ours;
  }

  private static final class Variables implements Mapping {
    @Override
    public List<Flag<?>> flags() {
      return List.of(ENV, ENV_FILE, NO_CONFIG_PROXY);
    }

    @Override
    public void toSpec(FlagValues given, ContainerSpec spec, SpecContext context) {
      List<String> before = spec.config.env == null ? List.of() : spec.config.env;
      List<String> added =
          read(
              given,
              context.env(),
              context.cwd(),
              typed -> proxies(given, context, typed, names(before)));
      Set<String> replaced = names(added);
      List<String> all = new ArrayList<>(before);
      all.removeIf(entry -> replaced.contains(KeyValue.name(entry)));
      all.addAll(added);
      spec.config.env = all;
    }

    /** What config.json adds, beside the variables that are set otherwise. */
    private static Map<String, String> proxies(
        FlagValues given, SpecContext context, Set<String> typed, Set<String> before) {
      if (given.get(NO_CONFIG_PROXY)) {
        return Map.of();
      }
      Set<String> set = new HashSet<>(typed);
      set.addAll(before);
      return context.proxies().apply(set);
    }

    @Override
    public void fromSpec(ContainerSpec spec, FlagWriter out) {
      out.writeAll(ENV, spec.config.env, entry -> entry);
    }
  }
}
