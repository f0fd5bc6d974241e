package dev.davit.protect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ProtectionRulesTest {
  private static final ProtectionRules RULES =
      new ProtectionRules(
          "f",
          false,
          List.of("prod-*"),
          List.of("db", "web-?", "h/*"),
          List.of("keep", "tier=prod"));

  @Test
  void protectsByName() {
    assertEquals(Optional.of("the rule names: \"db\" in f"), object("db", Map.of()));
    assertEquals(Optional.of("the rule names: \"web-?\" in f"), object("web-1", Map.of()));
    assertEquals(Optional.empty(), object("web-10", Map.of()));
    assertEquals(Optional.empty(), object("db2", Map.of()));
    assertEquals(Optional.of("the rule names: \"h/*\" in f"), object("h/team/app", Map.of()));
  }

  @Test
  void protectsByLabel() {
    assertEquals(Optional.of("the rule labels: \"keep\" in f"), object("x", Map.of("keep", "no")));
    assertEquals(
        Optional.of("the rule labels: \"tier=prod\" in f"), object("x", Map.of("tier", "prod")));
    assertEquals(Optional.empty(), object("x", Map.of("tier", "test")));
    assertEquals(Optional.empty(), RULES.ofObject(List.of("x"), null));
  }

  @Test
  void protectsContexts() {
    assertEquals(Optional.of("the rule contexts: \"prod-*\" in f"), RULES.ofContext("prod-1"));
    assertEquals(Optional.empty(), RULES.ofContext("default"));
    assertEquals(Optional.empty(), ProtectionRules.NONE.ofContext("default"));
  }

  private static Optional<String> object(String name, Map<String, String> labels) {
    return RULES.ofObject(List.of(name), labels);
  }
}
