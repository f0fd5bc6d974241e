package dev.davit;

import static java.util.stream.Collectors.toCollection;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.davit.Target.Result;
import dev.davit.cli.Verbs;
import dev.davit.cli.flags.Flag;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every flag of {@code run} changes the service that {@code --on swarm} creates, or is refused by
 * its name.
 */
@Tag("commands")
final class JobFlagsTest {
  /** Values of the flags that {@link SpecSamples} lacks. */
  private static final List<List<String>> OTHERS =
      List.of(
          List.of("--blkio-weight-device=/dev/sda:100"),
          List.of("--config=c"),
          List.of("--config=source=c,target=/etc/c,uid=1,gid=2,mode=0400"),
          List.of("--constraint=node.role==worker"),
          List.of("--cpu-count=1"),
          List.of("--cpu-percent=1"),
          List.of("--cpu-rt-period=1"),
          List.of("--cpu-rt-runtime=1"),
          List.of("--detach-keys=ctrl-a"),
          List.of("--from-json=spec.json"),
          List.of("--init-path=/init"),
          List.of("--io-maxbandwidth=1"),
          List.of("--io-maxiops=1"),
          List.of("--name=n"),
          List.of("--replicas=2"),
          List.of("--replicas=3", "--max-concurrent=2"),
          List.of("--reserve-cpu=0.5"),
          List.of("--reserve-memory=64m"),
          List.of("--retry=2"),
          List.of("--replace"),
          List.of("--secret=s"),
          List.of("--secret=source=s,target=t,uid=1,gid=2,mode=0400"),
          List.of("--sig-proxy=false"),
          List.of("--storage-opt=size=1g"),
          List.of("--unprotect"),
          List.of("--volume=spec-v:/z", "--volume-driver=local"),
          List.of("--network=overlay", "--network-alias=x"),
          List.of("--wait"),
          List.of("--wait-timeout=1s"));

  /** Flags that concern the client, which the request does not show. */
  private static final Set<String> OF_THE_CLIENT =
      Set.of("detach", "dry-run", "help", "on", "pending-timeout", "rm", "show-secrets");

  /** Values that stand for the default. */
  private static final Set<String> DEFAULTS =
      Set.of(
          "--memory-swappiness=-1",
          "--network=default",
          "--pids-limit=0",
          "--volume-driver=local"); // of no volume

  /** Flags whose value no engine for Linux, or none of this version, takes from any command. */
  private static final Set<String> OF_OTHER_ENGINES =
      Set.of("cpu-count", "cpu-percent", "init-path", "io-maxbandwidth", "io-maxiops");

  @TempDir private static Path folder;
  private static FakeEngine engine;

  @BeforeAll
  static void start() throws IOException {
    Files.createDirectory(folder.resolve("x"));
    Files.writeString(folder.resolve("variables"), "FILE=x y\n");
    Files.writeString(folder.resolve("labels"), "file=x y\n");
    Files.writeString(folder.resolve("spec.json"), "{\"Image\":\"busybox\"}");
    engine =
        FakeEngine.onUnix()
            .usually("GET /secrets", "200 [{\"ID\":\"id-s\",\"Spec\":{\"Name\":\"s\"}}]")
            .usually("GET /configs", "200 [{\"ID\":\"id-c\",\"Spec\":{\"Name\":\"c\"}}]");
  }

  @AfterAll
  static void end() {
    engine.close();
  }

  private static Result run(List<String> flags) throws IOException {
    List<String> words = new ArrayList<>(List.of("docker", "run", "--on=swarm", "--dry-run"));
    words.addAll(flags);
    words.addAll(List.of("busybox", "true"));
    return Target.command(words, env(), new byte[0], folder);
  }

  private static Map<String, String> env() {
    Map<String, String> env = new HashMap<>();
    env.put("DOCKER_HOST", engine.address());
    env.put("DOCKER_CONFIG", folder.toString());
    env.put("PATH", System.getenv("PATH"));
    env.put("FROM_CLIENT", "client");
    env.put("DOCKER_API_VERSION", "1.52");
    return env;
  }

  static Stream<List<String>> lines() throws IOException {
    return Stream.concat(SpecSamples.read().lines().stream(), OTHERS.stream());
  }

  @Test
  void everyFlagHasAValue() throws IOException {
    Set<String> tried =
        lines().map(List::getLast).map(SpecSamples::name).collect(toCollection(TreeSet::new));
    tried.addAll(OF_THE_CLIENT);
    Set<String> all =
        Verbs.flags("run").stream().map(Flag::name).collect(toCollection(TreeSet::new));
    all.add("help");
    assertEquals(all, tried);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("lines")
  void aFlagChangesTheServiceOrIsRefused(List<String> line) throws IOException {
    String flag = SpecSamples.name(line.getLast());
    Result without = run(line.subList(0, line.size() - 1));
    Result with = run(line);
    if (with.exitCode() == 0) {
      assertTrue(with.out().startsWith("POST /v1.52/services/create\n{"), with.out());
      boolean changes = !with.out().equals(without.out()) || without.exitCode() != 0;
      boolean mayChange =
          !DEFAULTS.contains(String.join(" ", line)) && !OF_THE_CLIENT.contains(flag);
      assertEquals(mayChange, changes, with.out());
    } else {
      assertEquals(OF_OTHER_ENGINES.contains(flag) ? 1 : 125, with.exitCode(), with.toString());
      assertEquals("", with.out());
      assertTrue(
          line.stream().map(SpecSamples::name).anyMatch(name -> with.err().contains("--" + name)),
          with.err());
    }
    assertFalse(
        engine.requests().stream()
            .anyMatch(each -> !Set.of("GET", "HEAD").contains(each.method())));
  }

  /** Values of which only a part has no counterpart in a service. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "--network=name=n,ip=10.1.0.2 | the option ip, ip6 or link-local-ip of --network",
        "--network=name=n,ip6=fd00::2 | the option ip, ip6 or link-local-ip of --network",
        "--network=name=n,link-local-ip=169.254.9.9 | the option ip, ip6 or link-local-ip of --network",
        "--network=name=n,mac-address=02:42:ac:11:00:77 | the option mac-address of --network",
        "--network=name=n,link=a:b | the option link of --network",
        "--network=name=n,gw-priority=2 | the option gw-priority of --network",
        "--network=name=default,driver-opt=k=v | options of --network default",
        "--network=container:a | --network container:a",
        "--publish=127.0.0.1:80:80 | the address 127.0.0.1 of --publish",
        "--publish=8000-8010:90 | the range 8000-8010 of --publish for one port",
        "--volume=/etc:/d:ro,z | the option z of --volume",
        "--volume=v:/d:rslave | the option rslave of --volume",
        "--tmpfs=/t:size=1m,uid=3 | the option uid=3 of --tmpfs",
        "--tmpfs=/t:exec | the option exec of --tmpfs",
        "--security-opt=apparmor=own | --security-opt apparmor=own",
        "--security-opt=systempaths=unconfined | --security-opt systempaths",
        "--security-opt=writable-cgroups=true | --security-opt writable-cgroups=true",
      })
  void whatAServiceLacksIsRefused(String flag, String lacks) throws IOException {
    assertEquals(refused("a service cannot have " + lacks), run(List.of(flag)));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "--secret=other | secret not found: other",
        "--config=other | config not found: other",
        "--rm --detach | conflicting options: --rm needs a job that is followed, not --detach",
      })
  void whatCannotWorkIsRefused(String flags, String message) throws IOException {
    assertEquals(refused(message), run(List.of(flags.split(" "))));
  }

  private static Result refused(String message) {
    String hint = "\n\nRun 'docker run --help' for more information\n";
    return new Result("", "docker: " + message + hint, 125);
  }

  /** A flag of jobs without a job. */
  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "config=c",
        "constraint=a==b",
        "max-concurrent=1",
        "pending-timeout=1s",
        "replicas=1",
        "reserve-cpu=1",
        "reserve-memory=1m",
        "retry=1",
        "secret=s"
      })
  void flagsOfJobsRequireASwarm(String flag) throws IOException {
    List<String> words = List.of("docker", "run", "--" + flag, "busybox");
    assertEquals(
        refused("--" + SpecSamples.name("--" + flag) + " requires --on swarm"),
        Target.command(words, env(), new byte[0], folder));
  }
}
