package dev.davit.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.davit.engine.model.ContainerDetails;
import dev.davit.engine.model.ContainerDetails.Config;
import dev.davit.engine.model.ContainerDetails.State;
import dev.davit.engine.model.EngineEvent;
import dev.davit.engine.model.HostConfig;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests the causes that an engine cannot be made to report at will; the session has the others. */
final class CauseTest {
  @ParameterizedTest(name = "{0} {1} [{2}] {3}: {4}")
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '"',
      value = {
        "exited  ~ 0   ~                ~                             ~ finished",
        "exited  ~ 1   ~                ~                             ~ failed",
        "exited  ~ 137 ~ kill=9         ~                             ~ killed",
        "exited  ~ 137 ~ kill           ~                             ~ killed",
        "exited  ~ 137 ~ kill=15        ~                             ~ killed-by-host",
        "exited  ~ 137 ~ kill=15 kill=9 stop ~                        ~ stop-timeout",
        "exited  ~ 137 ~                ~                             ~ killed-by-host",
        "exited  ~ 137 ~ oom            ~                             ~ out-of-memory",
        "exited  ~ 0   ~ kill=3 stop    ~                             ~ stopped",
        "exited  ~ 143 ~ kill=15        ~                             ~ stopped",
        "exited  ~ 143 ~                ~                             ~ terminated",
        "exited  ~ 129 ~                ~                             ~ hangup",
        "exited  ~ 130 ~                ~                             ~ interrupted",
        "exited  ~ 131 ~                ~                             ~ quit",
        "exited  ~ 132 ~                ~                             ~ illegal-instruction",
        "exited  ~ 134 ~                ~                             ~ aborted",
        "exited  ~ 135 ~                ~                             ~ bus-error",
        "exited  ~ 136 ~                ~                             ~ arithmetic-error",
        "exited  ~ 139 ~                ~                             ~ crashed",
        "exited  ~ 141 ~                ~                             ~ closed-pipe",
        "exited  ~ 159 ~                ~                             ~ blocked-system-call",
        "exited  ~ 255 ~                ~                             ~ engine-stopped-or-failed",
        "exited  ~ 1   ~                ~ bash: fork: retry: Resource temporarily unavailable ~ processes-limit",
        "exited  ~ 98  ~                ~ bind(): Address already in use ~ port-in-use",
        "exited  ~ 1   ~                ~ exec container process `/f`: Exec format error ~ exec-format",
        "exited  ~ 1   ~                ~ exec container process (missing dynamic library?) `/s`: No such file or directory ~ interpreter-not-found",
        "removing ~ 0  ~                ~                             ~ removing",
        "dead    ~ 1   ~                ~                             ~ dead",
        "running ~ 0   ~                ~                             ~ running",
        "restarting ~ 127 ~             ~                             ~ command-not-found",
      })
  void cause(String status, int exitCode, String events, String log, String cause) {
    State state = new State(status, false, false, false, false, exitCode, null, null, "", null);
    List<String> logs = log == null ? List.of() : List.of("starting", log, "bye");
    assertEquals(cause, Cause.of(new Evidence(container(state), events(events), logs)).cause());
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '~',
      value = {
        "exec /x: exec format error ~ exec-format",
        "network nn not found ~ network-not-found",
        "could not select device driver \"\" with capabilities: [[gpu]] ~ device-not-found",
        "write /var/lib/docker/x: no space left on device ~ no-space",
        "container init was OOM-killed (memory limit too low?) ~ limit-invalid",
        "chdir to cwd (\"/etc/passwd\") set in config.json failed: not a directory ~ working-directory",
        "invalid mount config for type \"bind\": bind source path does not exist: /x ~ mount-failed",
        "crun: mount `/f` to `etc`: Not a directory: OCI runtime error ~ mount-failed",
        "cannot get namespace path unless container a1 is running: container is stopped ~ namespace-gone",
        "workdir \"/f\" exists on container a1, but is not a directory ~ working-directory",
        "OCI runtime exec format not known ~ start-failed",
      })
  void failedStart(String error, String cause) {
    State state = new State("created", false, false, false, false, 128, null, null, error, null);
    Evidence evidence = new Evidence(container(state), List.of(), List.of());
    assertEquals(cause, Cause.of(evidence).cause());
  }

  private static ContainerDetails container(State state) {
    Config config = new Config(false, false, false, null, null, null);
    return new ContainerDetails(
        "a1", "/a", 0, null, "app", List.of("-v"), state, config, new HostConfig(), null);
  }

  private static List<EngineEvent> events(String events) {
    return events == null
        ? List.of()
        : Arrays.stream(events.split(" ")).map(CauseTest::event).toList();
  }

  private static EngineEvent event(String event) {
    String[] parts = event.split("=", 2);
    Map<String, String> attributes = parts.length == 1 ? Map.of() : Map.of("signal", parts[1]);
    EngineEvent.Actor actor = new EngineEvent.Actor("a1", attributes);
    return new EngineEvent(parts[0], "a1", "", "container", parts[0], actor, "local", 1, 1);
  }
}
