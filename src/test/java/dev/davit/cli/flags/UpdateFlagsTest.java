package dev.davit.cli.flags;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.davit.engine.Json;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

final class UpdateFlagsTest {
  @TestFactory
  Stream<DynamicTest> eachFlagReachesTheRequest() {
    return UpdateFlags.ALL.stream()
        .map(
            flag ->
                DynamicTest.dynamicTest(
                    flag.names(),
                    () -> {
                      String json = json(flag, "7");
                      assertTrue(json.contains("7"), json);
                    }));
  }

  @Test
  void updateHasTheLimitsAndTheRestartPolicyOnly() {
    assertTrue(UpdateFlags.ALL.stream().anyMatch(flag -> flag.name().equals("memory")));
    assertTrue(UpdateFlags.ALL.stream().anyMatch(flag -> flag.name().equals("restart")));
    assertFalse(UpdateFlags.ALL.stream().anyMatch(flag -> flag.name().equals("rm")));
    assertFalse(UpdateFlags.ALL.stream().anyMatch(flag -> flag.name().equals("shm-size")));
  }

  @Test
  void whatIsNotGivenStaysAsItIs() throws IOException {
    assertEquals("{}", Json.MAPPER.writeValueAsString(UpdateFlags.toConfig(new FlagValues())));
  }

  @Test
  void noLimitOfProcessesIsNotSent() throws IOException {
    Flag<?> pids =
        UpdateFlags.ALL.stream()
            .filter(flag -> flag.name().equals("pids-limit"))
            .findFirst()
            .orElseThrow();
    assertEquals("{}", json(pids, "0"));
    assertEquals("{\"PidsLimit\":-1}", json(pids, "-1"));
  }

  private static String json(Flag<?> flag, String typed) throws IOException {
    FlagValues given = new FlagValues();
    given.set(flag, flag.parse(typed));
    return Json.MAPPER.writeValueAsString(UpdateFlags.toConfig(given));
  }
}
