package dev.davit.cli.complete;

import static dev.davit.cli.complete.FlagWords.words;

import dev.davit.cli.flags.Flag;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;

/** What the value of a flag can be, by the flag's name. */
public final class FlagCandidates {
  private static final String CONTAINER = "container:";

  private final String command;
  private final Map<String, List<String>> given;
  private final EngineNames engine;
  private final Set<String> variables;
  private final Supplier<List<String>> contexts;

  /** By the flag's name; what the value can be, of what is typed of it. */
  private final Map<String, Function<String, Candidates>> table = new TreeMap<>();

  /**
   * The values of a command's flags.
   *
   * @param command its name, empty for flags in front of it
   * @param given the values that flags have been given so far, by their name
   * @param variables the names of the environment's variables
   */
  public FlagCandidates(
      String command,
      Map<String, List<String>> given,
      EngineNames engine,
      Set<String> variables,
      Supplier<List<String>> contexts) {
    this.command = command;
    this.given = given;
    this.engine = engine;
    this.variables = variables;
    this.contexts = contexts;
    knowGlobalFlags();
    knowWords();
    knowFiles();
    knowNames();
    knowPairs();
  }

  /** What the value can become of which {@code typed} stands already. */
  public Candidates of(Flag<?> flag, String typed) {
    if (flag.isSwitch() && !flag.hasOptionalValue()) {
      return flag.name().equals("tty")
          ? Candidates.of("true", "false", "auto")
          : Candidates.of("true", "false");
    }
    Function<String, Candidates> known = table.get(flag.name());
    return known == null ? Candidates.NONE : known.apply(typed);
  }

  private void knowGlobalFlags() {
    know("context", typed -> Candidates.of(contexts.get()));
    know("from", typed -> Candidates.of(contexts.get()));
    know("docker", typed -> Pairs.endpoint(typed, contexts));
    know("config", typed -> command.equals("commit") ? Candidates.FILES : Candidates.FOLDERS);
    know("host", typed -> Candidates.of("unix://", "tcp://", "ssh://"));
    fixed("trace", "curl");
    fixed("log-level", "debug info warn error fatal");
    for (String flag : words("tlscacert tlscert tlskey")) {
      know(flag, typed -> Candidates.FILES);
    }
  }

  private void knowWords() {
    fixed("attach", "stderr stdin stdout");
    fixed("cap-add", String.join(" ", FlagWords.CAPABILITIES));
    fixed("cap-drop", String.join(" ", FlagWords.CAPABILITIES));
    fixed("cgroupns", "host private");
    fixed("change", "CMD ENTRYPOINT ENV EXPOSE LABEL ONBUILD USER VOLUME WORKDIR");
    fixed("condition", "next-exit not-running removed");
    fixed("detach-keys", "ctrl- none");
    fixed("gpus", "all");
    fixed("isolation", "default hyperv process");
    fixed("platform", String.join(" ", FlagWords.PLATFORMS));
    fixed("pull", "always missing never");
    fixed("restart", "no always on-failure unless-stopped");
    fixed("signal", String.join(" ", FlagWords.SIGNALS));
    fixed("stop-signal", String.join(" ", FlagWords.SIGNALS));
    fixed("storage-opt", "size=");
    fixed("type", "config container image network node plugin secret service task volume");
    fixed("ulimit", String.join(" ", FlagWords.ULIMITS));
    fixed("userns", "host");
    fixed("uts", "host");
    know("log-opt", typed -> Candidates.of(FlagWords.logOptions(valuesOf("log-driver"))));
    know("security-opt", this::securityOption);
    know("env", typed -> Candidates.of(variables.stream().sorted().toList()));
    know("format", typed -> Placeholders.of(command, typed));
  }

  private void knowFiles() {
    for (String flag : words("cidfile device env-file from-json init-path label-file output")) {
      know(flag, typed -> Candidates.FILES);
    }
    know("checkpoint-dir", typed -> Candidates.FOLDERS);
  }

  private void knowNames() {
    know("link", typed -> engine.containers(true, Set.of()).followedBy(":"));
    know("volumes-from", typed -> engine.containers(true, Set.of()));
    know("ipc", typed -> orContainer(typed, Candidates.of(words("host none private shareable"))));
    know("pid", typed -> orContainer(typed, Candidates.of("host")));
    know("network", this::network);
    know("net", this::network);
    know("log-driver", typed -> engine.logDrivers());
    know("volume-driver", typed -> engine.volumeDrivers());
    know("volume", this::volume);
  }

  private void knowPairs() {
    know("device-request", Pairs::devices);
    know("filter", typed -> Filter.of(command, typed, engine));
    know("mount", typed -> Pairs.mount(typed, engine));
    know("publish", Pairs::publish);
  }

  private void fixed(String flag, String values) {
    List<String> all = words(values);
    know(flag, typed -> Candidates.of(all));
  }

  private void know(String flag, Function<String, Candidates> values) {
    table.put(flag, values);
  }

  private List<String> valuesOf(String flag) {
    return given.getOrDefault(flag, List.of());
  }

  private Candidates securityOption(String typed) {
    return typed.startsWith("seccomp=")
        ? Candidates.FILES.and(Candidates.of("seccomp=unconfined"))
        : Candidates.of(
            words("apparmor= label= no-new-privileges seccomp= systempaths=unconfined"));
  }

  /** {@code container:NAME}, or one of {@code others}. */
  private Candidates orContainer(String typed, Candidates others) {
    return typed.startsWith(CONTAINER)
        ? engine.containers(false, Set.of()).behind(CONTAINER)
        : others.and(Candidates.of(CONTAINER));
  }

  private Candidates network(String typed) {
    return typed.indexOf('=') >= 0
        ? Pairs.network(typed, engine)
        : orContainer(typed, engine.networks().and(Candidates.of("name=")));
  }

  /** A volume or a path here, where it goes in the container, and options. */
  private Candidates volume(String typed) {
    int colon = typed.indexOf(':');
    if (colon < 0) {
      boolean path = typed.startsWith("/") || typed.startsWith(".") || typed.startsWith("~");
      return path ? Candidates.FILES : engine.volumes().followedBy(":").and(Candidates.FOLDERS);
    }
    int second = typed.indexOf(':', colon + 1);
    return second < 0
        ? Candidates.NONE
        : Candidates.of("ro", "rw", "z", "Z", "nocopy").behind(typed.substring(0, second + 1));
  }
}
