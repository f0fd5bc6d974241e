package dev.davit.resource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.davit.template.TemplateException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Checks that templates of inspected objects see docker 28.2.2's types. */
final class InspectionTest {
  private static final Path RESOURCES = Path.of("src/test/resources/format");

  /**
   * Compares with output recorded by record.py: of objects with every field, and of objects without
   * optional fields.
   */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "container-full",
        "container-empty",
        "image-full",
        "image-empty",
        "network-full",
        "network-empty",
        "volume-full",
        "volume-empty"
      })
  void everyFieldIsThereInGosOrder(String name) throws IOException, TemplateException {
    assertEquals(Files.readString(RESOURCES.resolve(name + ".txt")), shown("{{json .}}", name));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{{.HostConfig.RestartPolicy}}              | { 0}",
        "{{.HostConfig.RestartPolicy.IsNone}}       | true",
        "{{.Mounts}}                                | [{      false }]",
        "{{.HostConfig.Init}} {{.SizeRw}}           | <nil> <nil>",
        "{{.HostConfig.CapAdd}} {{.Config.Labels}}  | [] map[]",
        "{{eq .State.ExitCode 0}}                   | true",
        "{{.HostConfig.NanoCPUs}} {{.ID}}           | 0 x",
        "{{.Config.Labels.none}}                    | <no value>",
        // not a Go name: the engine's JSON is used
        "{{.Id}} {{.State.Health.Log}}              "
            + "| x [map[End:2026-11-25T21:11:13.3Z Start:2026-11-25T21:11:13.3Z]]",
      })
  void whatIsMissingIsGosZero(String template, String shown) throws IOException, TemplateException {
    assertEquals(shown + '\n', shown(template, "container-empty"));
  }

  /**
   * Pairs of a format and its output on a terminal, for a volume whose name has a control
   * character.
   */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "ESC[1m{{.Name}}             | ESC[1ma\\x1bb",
        "{{\"ESC[1m\"}}{{.Name}}      | ESC[1ma\\x1bb",
        "{{len .Name}}                   | 3",
        "{{printf \"%s\" .Name}}        | a\\x1bb",
        "{{json .Name}}                  | \"a\\u001bb\"",
        "{{.Options.x}}                  | \\x9b",
        "json                            | [{\"Name\":\"a\\u001bb\",\"Options\":{\"x\":\"\\u009b\"}}]",
      })
  void controlBytesOfTheEngineAreEscaped(String template, String shown)
      throws IOException, TemplateException {
    byte[] volume = "{\"Name\":\"a\\u001bb\",\"Options\":{\"x\":\"\u009b\"}}".getBytes(UTF_8);
    Inspection inspection = Inspection.by(withEscapes(template), () -> true);
    inspection.add(volume, ObjectKind.VOLUME.type());
    assertEquals(withEscapes(shown) + '\n', new String(inspection.result(), UTF_8));
    Inspection piped = Inspection.by("{{.Name}}", () -> false);
    piped.add(volume, ObjectKind.VOLUME.type());
    assertEquals("a\u001bb\n", new String(piped.result(), UTF_8));
  }

  private static String withEscapes(String text) {
    return text.replace("ESC", "\u001b");
  }

  private static String shown(String template, String name) throws IOException, TemplateException {
    Inspection inspection = Inspection.by(template, () -> false);
    InspectedType type = ObjectKind.of(name.substring(0, name.indexOf('-'))).orElseThrow().type();
    inspection.add(Files.readAllBytes(RESOURCES.resolve(name + ".json")), type);
    return new String(inspection.result(), UTF_8);
  }
}
