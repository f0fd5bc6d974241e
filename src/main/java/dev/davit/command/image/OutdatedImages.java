package dev.davit.command.image;

import dev.davit.cli.CommandContext;
import dev.davit.cli.flags.CommonFlags;
import dev.davit.command.shared.InParallel;
import dev.davit.command.shared.InParallel.Pending;
import dev.davit.command.shared.ListRunner;
import dev.davit.command.shared.RegistryStatus;
import dev.davit.format.Lines;
import dev.davit.opts.ImageRef;
import dev.davit.resource.ImageColumns;
import dev.davit.resource.ImageRows;
import dev.davit.resource.OutdatedColumns;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The output of {@code images --outdated}: tags whose registry has another image by now. */
final class OutdatedImages {
  private OutdatedImages() {}

  /**
   * Asks the registries for the digest of each tag and prints the list; returns the exit code.
   *
   * @throws IOException if the engine cannot ask registries
   */
  static int print(CommandContext in, List<ImageColumns.Row> all, boolean truncate)
      throws IOException {
    List<ImageColumns.Row> rows =
        all.stream().filter(row -> !row.tag().equals(ImageRows.NONE)).toList();
    Lines<OutdatedColumns.Row> lines =
        ListRunner.lines(
            OutdatedColumns.listing(truncate).on(in.streams()::outIsTerminal),
            in.get(CommonFlags.FORMAT),
            OutdatedColumns.SHOWN);
    RegistryStatus status = new RegistryStatus(in, "--outdated");
    List<Pending<String>> answers =
        InParallel.upTo(
            IntStream.range(0, rows.size()).mapToObj(Integer::toString).toList(),
            place -> of(status, rows.get(Integer.parseInt(place))),
            RegistryStatus.AT_ONCE);
    List<String> found = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      ImageColumns.Row row = rows.get(i);
      found.add(answers.get(i).get());
      lines.add(new OutdatedColumns.Row(row.image(), row.repository(), row.tag(), found.getLast()));
    }
    in.print(lines);
    return RegistryStatus.exitCode(found);
  }

  private static String of(RegistryStatus status, ImageColumns.Row row) throws IOException {
    return status.of(ImageRef.parse(row.repository() + ':' + row.tag()), row.image().repoDigests());
  }
}
