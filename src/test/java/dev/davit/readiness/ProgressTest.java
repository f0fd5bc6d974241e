package dev.davit.readiness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.davit.engine.model.ContainerDetails;
import dev.davit.engine.model.ContainerDetails.Config;
import dev.davit.engine.model.ContainerDetails.Health;
import dev.davit.engine.model.ContainerDetails.Probe;
import dev.davit.engine.model.ContainerDetails.State;
import dev.davit.engine.model.EngineEvent;
import dev.davit.engine.model.HostConfig;
import dev.davit.logs.LogRuns;
import dev.davit.logs.line.LogTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Seconds after 1970 are the times of these tests. */
final class ProgressTest {
  private static final String NEVER = "0001-01-01T00:00:00Z";

  private static Wanted all(String... conditions) {
    return new Wanted(Stream.of(conditions).map(ReadyCondition::parse).toList(), false);
  }

  private static Wanted any(String... conditions) {
    return new Wanted(all(conditions).all(), true);
  }

  private static ContainerDetails created() {
    return container(false, NEVER, NEVER, "");
  }

  private static ContainerDetails running(String health) {
    return container(true, at(10), at(5), health);
  }

  private static ContainerDetails exited() {
    return container(false, at(10), at(20), "");
  }

  private static String at(int second) {
    return "1970-01-01T00:00:%02d.5Z".formatted(second);
  }

  private static ContainerDetails container(
      boolean running, String started, String finished, String health) {
    Health check =
        health.isEmpty() ? null : new Health(health, List.of(new Probe(at(30), 1, "output")));
    State state = new State("", running, false, false, false, 7, started, finished, null, check);
    Config config = new Config(false, false, false, null, null, null);
    return new ContainerDetails(
        "a1", "/a", 0, at(1), null, List.of(), state, config, new HostConfig(), null);
  }

  private static EngineEvent event(int second, String action) {
    Map<String, String> attributes = Map.of("exitCode", "3");
    return new EngineEvent(
        "",
        "a1",
        "",
        "container",
        action,
        new EngineEvent.Actor("a1", attributes),
        "",
        second,
        second * 1_000_000_000L + 600_000_000);
  }

  @Test
  void theInspectedStateCounts() {
    assertTrue(new Progress(all("running"), running(""), false).isMet());
    assertTrue(new Progress(all("running", "healthy"), running("healthy"), false).isMet());
    assertTrue(new Progress(all("not-running"), created(), false).isMet());
    assertFalse(new Progress(all("exited"), created(), false).isMet());
    Progress exited = new Progress(all("exited"), exited(), false);
    assertTrue(exited.isMet());
    assertEquals(7, exited.exitCode());
    assertFalse(new Progress(all("next-exit"), exited(), false).isMet());
  }

  @Test
  void anEndThatIsNotWantedIsAFailure() {
    assertEquals(
        "exited with exit code 7", new Progress(all("running"), exited(), false).failure());
    Progress progress = new Progress(all("healthy"), running("starting"), false);
    progress.event(event(40, "die"));
    assertEquals("exited with exit code 3", progress.failure());
    assertEquals("healthy", progress.pending());
    assertEquals(
        "is unhealthy", new Progress(all("healthy"), running("unhealthy"), false).failure());
    for (String action : List.of("destroy", "remove")) { // Podman's action is "remove"
      Progress removed = new Progress(all("running"), created(), false);
      removed.event(event(40, action));
      assertEquals("was removed", removed.failure());
    }
  }

  @Test
  void aContainerMayBeUnhealthyIfItsHealthIsNotWanted() {
    Progress before = new Progress(all("log=x"), running("unhealthy"), false);
    assertNull(before.failure());
    Progress turns = new Progress(all("log=x"), running("healthy"), false);
    turns.event(event(40, "health_status: unhealthy"));
    assertEquals("is unhealthy", turns.failure());
    Progress end = new Progress(all("exited"), running("healthy"), false);
    end.event(event(40, "health_status: unhealthy"));
    assertNull(end.failure());
  }

  @Test
  void eventsThatTheStateIncludesAreDropped() {
    Progress restarted = new Progress(all("healthy"), running("starting"), false);
    restarted.event(event(9, "die"));
    restarted.event(event(11, "start"));
    restarted.event(event(29, "health_status: unhealthy"));
    assertNull(restarted.failure());
    restarted.event(event(31, "health_status: healthy"));
    assertTrue(restarted.isMet());
    Progress exited = new Progress(all("next-exit"), exited(), false);
    exited.event(event(11, "start"));
    exited.event(event(20, "die"));
    assertFalse(exited.isMet());
    exited.event(event(21, "start"));
    exited.event(event(22, "die"));
    assertTrue(exited.isMet());
  }

  @Test
  void nothingIsMissedFromBeforeTheStartOn() {
    Progress progress = new Progress(all("running"), exited(), true);
    assertNull(progress.failure());
    progress.event(event(20, "die"));
    assertNull(progress.failure());
    progress.event(event(21, "start"));
    assertTrue(progress.isMet());
    progress.lost();
    progress.event(event(21, "die"));
    assertEquals("exited with exit code 3", progress.failure());
    Progress old = new Progress(all("exited"), exited(), true);
    assertFalse(old.isMet());
    old.event(event(21, "start"));
    old.event(event(21, "die"));
    assertTrue(old.isMet());
  }

  @Test
  void conditionsAreMetAtDifferentMoments() {
    Wanted wanted = all("healthy", "file=/x");
    Progress progress = new Progress(wanted, running("starting"), false);
    progress.event(event(40, "health_status: healthy"));
    assertEquals("file=/x", progress.pending());
    progress.meet(wanted.all().getLast());
    assertTrue(progress.isMet());
  }

  @Test
  void oneOfSeveralConditionsSuffices() {
    Progress progress = new Progress(any("log=x", "exited"), running(""), false);
    assertEquals("log=x or exited", progress.pending());
    progress.isOver(ReadyCondition.parse("log=y"));
    progress.event(event(40, "die"));
    assertTrue(progress.isMet());
    assertEquals(3, progress.exitCode());
  }

  @Test
  void whatNeedsARunningContainerIsLostAtItsEnd() {
    Progress port = new Progress(all("port=1", "exited"), running(""), false);
    port.event(event(40, "die"));
    assertEquals("exited with exit code 3", port.failure());
    Wanted wanted = all("log=x", "removed");
    Progress log = new Progress(wanted, running(""), false);
    log.isOver(wanted.all().getFirst());
    assertNull(log.failure());
    log.event(event(40, "die"));
    assertEquals("exited with exit code 3", log.failure());
    Progress later = new Progress(wanted, running(""), false);
    later.event(event(40, "die"));
    later.event(event(41, "destroy"));
    assertNull(later.failure());
    later.isOver(wanted.all().getFirst());
    assertEquals("was removed", later.failure());
  }

  @Test
  void theEndOfTheOutputCanArriveBeforeTheEvents() {
    Wanted wanted = all("log=x");
    Progress progress = new Progress(wanted, created(), true);
    progress.isOver(wanted.all().getFirst());
    assertNull(progress.failure());
    progress.event(event(40, "start"));
    progress.event(event(41, "die"));
    assertEquals("exited with exit code 3", progress.failure());
  }

  @Test
  void theDefaultIsTheHealthCheckIfThereIsOne() {
    assertEquals(List.of("healthy"), texts(Wanted.DEFAULT.of(running("starting"))));
    assertEquals(List.of("running"), texts(Wanted.DEFAULT.of(running("none"))));
    assertEquals(List.of("running"), texts(Wanted.DEFAULT.of(created())));
    assertEquals("has no health check", new Progress(all("healthy"), created(), true).failure());
  }

  private static List<String> texts(Wanted wanted) {
    return wanted.all().stream().map(ReadyCondition::text).toList();
  }

  @Test
  void logsBeginBetweenTheLastExitAndTheStart() {
    assertEquals(0, LogRuns.beforeStart(container(true, at(10), NEVER, "").state()));
    assertEquals(9_500_000_000L, LogRuns.beforeStart(container(true, at(10), at(8), "").state()));
    assertEquals(20_500_000_000L, LogRuns.beforeStart(container(true, at(30), at(8), "").state()));
    assertEquals(10_300_000_000L, LogRuns.beforeStart(exited().state()));
  }

  @Test
  void timesAreOfTheEngine() {
    assertEquals(10_500_000_000L, LogTime.parse(at(10)));
    assertEquals(0, LogTime.parse("1970-01-01T01:00:00+01:00"));
    assertEquals(0, LogTime.parse(NEVER));
    assertEquals(0, LogTime.parse(null));
    assertEquals(0, LogTime.parse("soon"));
    assertEquals("10.000000007", LogTime.seconds(10_000_000_007L));
  }
}
