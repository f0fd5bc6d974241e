package dev.davit;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.function.BooleanSupplier;

/** Waits for what a program does elsewhere. */
final class Await {
  private static final int LIMIT_SECONDS = 30;
  private static final int PAUSE_MILLIS = 5;

  private Await() {}

  /** Returns when it is so; fails where that takes too long. */
  static void until(BooleanSupplier condition, String what) {
    Instant limit = Instant.now().plusSeconds(LIMIT_SECONDS);
    while (!condition.getAsBoolean()) {
      assertTrue(Instant.now().isBefore(limit), "no sign of " + what);
      pause();
    }
  }

  /** Lets others have the processor between two looks. */
  static void pause() {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What a file holds by now; empty while there is none. */
  static String content(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return "";
    }
  }
}
