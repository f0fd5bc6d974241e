package dev.davit.command.volume;

import dev.davit.cli.Command;
import dev.davit.cli.CommandContext;
import dev.davit.cli.ExitCode;
import dev.davit.cli.Usage;
import dev.davit.cli.complete.Completer;
import dev.davit.cli.complete.Completers;
import dev.davit.cli.flags.Flag;
import dev.davit.cli.flags.FlagValues;
import dev.davit.command.shared.ArchiveOutput;
import dev.davit.resource.ObjectKind;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/** {@code davit volume export}: writes the files of a volume as a tar archive. */
public final class VolumeExportCommand implements Command {
  @Override
  public Usage usage() {
    return Usage.exactly(1, "[OPTIONS] VOLUME");
  }

  @Override
  public List<Flag<?>> flags() {
    return Stream.concat(Stream.of(ArchiveOutput.OUTPUT), HelperContainer.FLAGS.stream()).toList();
  }

  @Override
  public Completer argument(int place, FlagValues given) {
    return place == 0 ? Completer.names(ObjectKind.VOLUME) : Completers.NOTHING;
  }

  @Override
  public int run(CommandContext in) throws IOException {
    String output = in.get(ArchiveOutput.OUTPUT);
    ArchiveOutput.write(
        in,
        output.equals("-") ? "" : output,
        "failed to export volume",
        out -> {
          try (VolumeFiles files = new VolumeFiles(in)) {
            files.write(in.args().getFirst(), out);
          }
        });
    return ExitCode.SUCCESS;
  }
}
