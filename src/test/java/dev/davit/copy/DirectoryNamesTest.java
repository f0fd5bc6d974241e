package dev.davit.copy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.davit.CompletionEngine;
import dev.davit.FakeEngine;
import dev.davit.engine.Engine;
import dev.davit.engine.socket.EngineAddress;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tests the names of a container's directory from an archive that includes all its files. */
final class DirectoryNamesTest {
  private static final String FILES =
      "dir ./\ndir ./a\nfile ./a/b 123456\nsym ./c /d\nfile ./e\\sf 1234\nfile ./ä 1";

  @Test
  void areThoseRightBelow() throws IOException {
    assertEquals(List.of("a/", "c", "e f", "ä"), names("/srv/", 100));
  }

  @Test
  void areNoneWhereThereIsTooMuch() throws IOException {
    assertEquals(List.of(), names("/srv/", 10));
  }

  private static List<String> names(String folder, long maxBytes) throws IOException {
    try (FakeEngine fake = FakeEngine.onUnix();
        Engine engine = Engine.at(EngineAddress.parse(fake.address(), false))) {
      fake.on("GET /containers/web/archive", CompletionEngine.archive(FILES));
      return DirectoryNames.of(engine.archives(), "web", folder, maxBytes);
    }
  }
}
