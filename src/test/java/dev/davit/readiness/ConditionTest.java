package dev.davit.readiness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.davit.readiness.Condition.Kind;
import org.junit.jupiter.api.Test;

final class ConditionTest {
  @Test
  void wordsAreConditions() {
    assertEquals(Kind.EXITED, Condition.parse("exited").kind());
    assertEquals(Kind.NOT_RUNNING, Condition.parse("not-running").kind());
    assertTrue(Condition.parse("next-exit").isDockers());
    assertFalse(Condition.parse("exited").isDockers());
    assertFalse(Condition.parse("running").isEnd());
  }

  @Test
  void valuesFollowTheFirstEqualsSign() {
    assertEquals("/a=b", Condition.parse("file=/a=b").value());
    assertTrue(Condition.parse("log=a=\\d").matches("xa=1y"));
    assertFalse(Condition.parse("log=^a$").matches("ab"));
  }

  @Test
  void portsAreOfTcp() {
    assertEquals(80, Condition.parse("port=80").port());
    assertEquals(65_535, Condition.parse("port=65535/tcp").port());
    for (String wrong :
        new String[] {"", "0", "65536", "99999999999", "80/udp", "-1", "8x", "/tcp"}) {
      assertThrows(IllegalArgumentException.class, () -> Condition.parse("port=" + wrong), wrong);
    }
  }

  @Test
  void mistakesAreReported() {
    assertEquals(
        "the path of file=PATH must be absolute",
        assertThrows(IllegalArgumentException.class, () -> Condition.parse("file=x")).getMessage());
    for (String wrong : new String[] {"", "Running", "healthy=", "log", "log=", "log=(", "x=y"}) {
      assertThrows(IllegalArgumentException.class, () -> Condition.parse(wrong), wrong);
    }
  }
}
