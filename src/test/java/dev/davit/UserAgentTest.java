package dev.davit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The {@code User-Agent} of all requests of a command, streams included. */
final class UserAgentTest {
  @TempDir Path folder;

  @Test
  void isDockersUnderDockersName() throws IOException {
    assertEquals(Set.of("Docker-Client/28.2.2 (linux)"), userAgents("docker"));
  }

  @Test
  void hasTheVersionOfDavitOtherwise() throws IOException {
    Set<String> all = userAgents("davit");
    assertEquals(1, all.size());
    assertTrue(all.iterator().next().matches("davit/[0-9.]+(-SNAPSHOT)? \\(linux\\)"), "" + all);
  }

  private Set<String> userAgents(String program) throws IOException {
    try (FakeEngine engine = FakeEngine.onUnix()) {
      Map<String, String> env = Map.of("DOCKER_HOST", engine.address(), "HOME", folder.toString());
      Target.inProcess(program, List.of("run", "busybox", "true"), env, new byte[0], folder);
      List<FakeRequest> requests = engine.requests();
      assertTrue(requests.size() > 4, "" + requests.size());
      return requests.stream()
          .map(one -> one.headers().get("User-Agent"))
          .collect(Collectors.toSet());
    }
  }
}
