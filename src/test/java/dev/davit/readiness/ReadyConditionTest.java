package dev.davit.readiness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.davit.readiness.ReadyCondition.Kind;
import org.junit.jupiter.api.Test;

final class ReadyConditionTest {
  @Test
  void wordsAreConditions() {
    assertEquals(Kind.EXITED, ReadyCondition.parse("exited").kind());
    assertEquals(Kind.NOT_RUNNING, ReadyCondition.parse("not-running").kind());
    assertTrue(ReadyCondition.parse("next-exit").isDockers());
    assertFalse(ReadyCondition.parse("exited").isDockers());
    assertFalse(ReadyCondition.parse("running").isEnd());
  }

  @Test
  void valuesFollowTheFirstEqualsSign() {
    assertEquals("/a=b", ReadyCondition.parse("file=/a=b").value());
    assertTrue(ReadyCondition.parse("log=a=\\d").matches("xa=1y"));
    assertFalse(ReadyCondition.parse("log=^a$").matches("ab"));
  }

  @Test
  void portsAreOfTcp() {
    assertEquals(80, ReadyCondition.parse("port=80").port());
    assertEquals(65_535, ReadyCondition.parse("port=65535/tcp").port());
    for (String wrong :
        new String[] {"", "0", "65536", "99999999999", "80/udp", "-1", "8x", "/tcp"}) {
      assertThrows(
          IllegalArgumentException.class, () -> ReadyCondition.parse("port=" + wrong), wrong);
    }
  }

  @Test
  void mistakesAreReported() {
    assertEquals(
        "the path of file=PATH must be absolute",
        assertThrows(IllegalArgumentException.class, () -> ReadyCondition.parse("file=x"))
            .getMessage());
    for (String wrong : new String[] {"", "Running", "healthy=", "log", "log=", "log=(", "x=y"}) {
      assertThrows(IllegalArgumentException.class, () -> ReadyCondition.parse(wrong), wrong);
    }
  }
}
