package dev.davit.command.replace;

import dev.davit.cli.CommandContext;
import dev.davit.command.selection.ContainerSelection;
import dev.davit.command.shared.ForEachTarget;
import dev.davit.command.shared.InParallel;
import dev.davit.command.shared.RegistryStatus;
import dev.davit.create.ContainerDescriptions;
import dev.davit.engine.Engine;
import dev.davit.engine.http.EngineException;
import dev.davit.engine.model.ImageDetails;
import dev.davit.format.Column;
import dev.davit.format.Lines;
import dev.davit.format.Listing;
import dev.davit.opts.ImageRef;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The output of {@code recreate --check}: containers whose image is another one by now, here or in
 * its registry.
 */
final class ImageCheck {
  private final Engine engine;
  private final RegistryStatus registries;

  private ImageCheck(CommandContext in) throws IOException {
    engine = in.engine();
    registries = new RegistryStatus(in, "--check");
  }

  /** A container, the name of its image, and the status. */
  private record Row(String container, String image, String status) {}

  /** Prints the selected containers with their status; returns the exit code. */
  static int of(CommandContext in) throws IOException {
    ImageCheck check = new ImageCheck(in);
    List<Row> rows = new ArrayList<>();
    List<String> errors =
        ForEachTarget.collect(
            InParallel.upTo(
                ContainerSelection.of(in).stream().map(each -> each.argument()).toList(),
                check::row,
                RegistryStatus.AT_ONCE),
            (name, row) -> rows.add(row));
    Lines<Row> lines =
        new Listing<Row>(
                "check",
                List.of(
                    new Column<>("Name", "NAME", Row::container),
                    new Column<>("Image", "IMAGE", Row::image),
                    new Column<>("Status", "STATUS", Row::status)),
                row -> Map.of())
            .on(in.streams()::outIsTerminal)
            .table(List.of("Name", "Image", "Status"), true);
    for (Row row : rows) {
      lines.add(row);
    }
    in.streams().print(lines.text());
    int failed = ForEachTarget.exitCode(in.streams(), errors);
    return failed == 0 ? RegistryStatus.exitCode(rows.stream().map(Row::status).toList()) : failed;
  }

  private Row row(String container) throws IOException {
    Map<?, ?> inspected =
        ContainerDescriptions.object(engine.containers().inspectRaw(container, false));
    String name = String.valueOf(inspected.get("Name")).replaceFirst("^/", "");
    String image =
        inspected.get("Config") instanceof Map<?, ?> config
            ? String.valueOf(config.get("Image"))
            : "";
    return new Row(name, image, status(image, String.valueOf(inspected.get("Image"))));
  }

  private String status(String image, String id) throws IOException {
    if (ImageRef.isIdentifier(image)) {
      return RegistryStatus.CURRENT;
    }
    ImageRef reference = ImageRef.parse(image);
    if (!reference.digest().isEmpty()) {
      return RegistryStatus.CURRENT;
    }
    if (!isOfName(image, id)) {
      return RegistryStatus.OUTDATED;
    }
    return registries.of(reference.tagged(), inspect(id).repoDigests());
  }

  /** Whether the engine still has an image under a name; also if it has none of that name. */
  private boolean isOfName(String image, String id) throws IOException {
    try {
      return id.equals(inspect(image).id());
    } catch (EngineException e) {
      if (e.isNotFound()) {
        return true;
      }
      throw e;
    }
  }

  private ImageDetails inspect(String image) throws IOException {
    return engine.images().inspect(image, null);
  }
}
