package dev.davit.resource;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.davit.engine.model.ContainerSummary;
import dev.davit.format.FormatException;
import dev.davit.format.Listing;
import java.time.InstantSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests which formats of {@code ps} make docker 28.2.2 request sizes. */
final class FieldsUsedTest {
  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "``                               | false",
        "table                            | false",
        "json                             | false",
        "raw                              | false",
        "{{.Names}}                       | false",
        "{{.Size}}                        | true",
        "table {{.Names}}\\t{{.Size}}     | true",
        "{{json .}}                       | true",
        "{{.}}                            | false",
        "{{if .Size}}big{{end}}           | true",
        "{{with .Size}}big{{end}}         | true",
        "{{if false}}{{.Size}}{{end}}     | false",
        "{{json .Size}}                   | true",
      })
  void asksForSizes(String format, boolean asked) throws FormatException {
    Listing<ContainerSummary> listing = ContainerColumns.listing(true, InstantSource.system());
    assertEquals(asked, listing.fieldsUsed(format, ContainerSummary.NONE).contains("Size"));
  }
}
