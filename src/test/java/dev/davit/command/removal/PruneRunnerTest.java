package dev.davit.command.removal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.davit.command.removal.PruneRunner.Pruned;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PruneRunnerTest {
  private static final PruneRunner STEPS = new PruneRunner("all things", "Deleted Things");

  @Test
  void nothingRemovedReclaimsNothing() {
    assertEquals("Total reclaimed space: 0B\n", STEPS.report(new Pruned(List.of(), 5)));
  }

  @ParameterizedTest
  @CsvSource({"0, 0B", "120, 120B", "1000, 1kB", "1984299, 1.984MB", "123456789012, 123.5GB"})
  void eachObjectIsNamed(long bytes, String size) {
    assertEquals(
        "Deleted Things:\nb\na\n\nTotal reclaimed space: " + size + '\n',
        STEPS.report(new Pruned(List.of("b", "a"), bytes)));
  }
}
