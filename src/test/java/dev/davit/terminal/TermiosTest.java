package dev.davit.terminal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Random;
import org.jline.terminal.Attributes;
import org.jline.terminal.Attributes.ControlFlag;
import org.jline.terminal.Attributes.LocalFlag;
import org.junit.jupiter.api.Test;

/** Checks that converting Linux's terminal settings to JLine's attributes and back keeps them. */
final class TermiosTest {
  private static final int SIZE = 60;
  private static final int CONTROL = 8;
  private static final int LOCAL = 12;

  @Test
  void nothingIsLost() {
    Random random = new Random(7);
    for (int i = 0; i < 1000; i++) {
      byte[] termios = new byte[SIZE];
      random.nextBytes(termios);
      byte[] restored = termios.clone();
      Termios.put(Termios.attributes(termios), restored);
      assertArrayEquals(termios, restored);
    }
  }

  @Test
  void oneFlagChangesOneBit() {
    byte[] termios = new byte[SIZE];
    new Random(8).nextBytes(termios);
    termios[LOCAL] |= 0x8;
    Attributes attributes = Termios.attributes(termios);
    attributes.setLocalFlag(LocalFlag.ECHO, false);
    byte[] changed = termios.clone();
    Termios.put(attributes, changed);
    termios[LOCAL] &= ~0x8;
    assertArrayEquals(termios, changed);
  }

  @Test
  void charactersHaveOneSize() {
    byte[] seven = new byte[SIZE];
    seven[CONTROL] = (byte) 0xa0;
    Attributes attributes = Termios.attributes(seven);
    attributes.setControlFlag(ControlFlag.CS7, false);
    attributes.setControlFlag(ControlFlag.CS8, true);
    byte[] changed = seven.clone();
    Termios.put(attributes, changed);
    seven[CONTROL] = (byte) 0xb0;
    assertArrayEquals(seven, changed);
  }
}
