package dev.davit.command.container;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.davit.engine.model.PruneResult;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PruneCommandTest {
  @Test
  void nothingRemovedReclaimsNothing() {
    assertEquals("Total reclaimed space: 0B\n", PruneCommand.told(new PruneResult(null, 5)));
    assertEquals("Total reclaimed space: 0B\n", PruneCommand.told(new PruneResult(List.of(), 5)));
  }

  @ParameterizedTest
  @CsvSource({"0, 0B", "120, 120B", "1000, 1kB", "1984299, 1.984MB", "123456789012, 123.5GB"})
  void eachContainerIsNamed(long bytes, String size) {
    assertEquals(
        "Deleted Containers:\nb\na\n\nTotal reclaimed space: " + size + '\n',
        PruneCommand.told(new PruneResult(List.of("b", "a"), bytes)));
  }
}
