package dev.davit;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Plays a session and a terminal with docker's plugins compose and buildx, and with scripts as
 * plugins. Apart from {@link SessionTest}, as what davit does does not depend on the engine.
 */
final class PluginSessionTest {
  private static final Path FILES = Path.of("src/test/resources/plugins");

  @TempDir Path folder;

  @Test
  @Tag("engine")
  void session() throws IOException {
    SessionScript.play(FILES.resolve("session.txt"), Reach.of(Reach.privateEngine()), folder);
  }

  @Test
  @Tag("pty")
  void terminal() throws IOException {
    TerminalScript.play(FILES.resolve("terminal.txt"), Reach.of(Reach.privateEngine()), folder);
  }
}
