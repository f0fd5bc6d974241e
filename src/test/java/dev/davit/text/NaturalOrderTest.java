package dev.davit.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compares with the order of docker's {@code port}, recorded by record.py next to ports.txt. */
final class NaturalOrderTest {
  @ParameterizedTest(name = "shuffled by {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void sortsAsDocker(long seed) throws IOException {
    List<String> recorded = Files.readAllLines(Path.of("src/test/resources/format/ports.txt"));
    List<String> lines = new ArrayList<>(recorded);
    Collections.shuffle(lines, new Random(seed));
    lines.sort(NaturalOrder.INSTANCE);
    assertEquals(recorded, lines);
  }
}
