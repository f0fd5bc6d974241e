package dev.davit.gotypes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compares local times with docker's, in the zones of record.py. */
final class LocalZoneTest {
  private static final Path ZONES = Path.of("src/test/resources/zones");

  @Test
  void timesAreShownByTheFileOfTheZone() throws IOException {
    StringBuilder docker = new StringBuilder();
    StringBuilder ours = new StringBuilder();
    for (String line : Files.readAllLines(ZONES.resolve("times.tsv"))) {
      String[] cells = line.split("\t", -1);
      docker.append(line).append('\n');
      LocalZone zone = LocalZone.of(ZONES.resolve(cells[0]).toAbsolutePath().toString());
      String shown = zone.show(Long.parseLong(cells[1]));
      ours.append(cells[0]).append('\t').append(cells[1]).append('\t').append(shown).append('\n');
    }
    assertEquals(docker.toString(), ours.toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ":",
        "nonsense",
        "../zoneinfo/Europe/Berlin",
        "a\\b",
        "/",
        "/dev/null",
        "a\0b"
      })
  void whatCannotBeReadIsUtc(String variable) {
    assertEquals("1970-01-01 00:00:00 +0000 UTC", LocalZone.of(variable).show(0));
  }
}
