package dev.davit;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.function.BooleanSupplier;

/** Waits for a condition in another process or thread. */
final class Await {
  private static final int LIMIT_SECONDS = 30;
  private static final int PAUSE_MILLIS = 5;

  private Await() {}

  /** Returns once the condition is true; fails after a timeout. */
  static void until(BooleanSupplier condition, String what) {
    Instant limit = Instant.now().plusSeconds(LIMIT_SECONDS);
    while (!condition.getAsBoolean()) {
      assertTrue(Instant.now().isBefore(limit), "no sign of " + what);
      pause();
    }
  }

  /** Sleeps between two checks of a condition. */
  static void pause() {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Returns the current content of a file; empty if the file does not exist. */
  static String content(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return "";
    }
  }
}
