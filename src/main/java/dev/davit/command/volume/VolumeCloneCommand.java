package dev.davit.command.volume;

import dev.davit.cli.Command;
import dev.davit.cli.CommandContext;
import dev.davit.cli.CommandException;
import dev.davit.cli.ExitCode;
import dev.davit.cli.Usage;
import dev.davit.cli.complete.Completer;
import dev.davit.cli.complete.Completers;
import dev.davit.cli.flags.Flag;
import dev.davit.cli.flags.FlagValues;
import dev.davit.engine.ArchiveDownload;
import dev.davit.resource.ObjectKind;
import dev.davit.text.GoQuote;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/** {@code davit volume clone}: copies the files of a volume to another volume. */
public final class VolumeCloneCommand implements Command {
  private static final Flag<Boolean> FORCE =
      Flag.bool(
          "force", 'f', "Write into a volume that has files; files of equal names are replaced");

  @Override
  public Usage usage() {
    return Usage.exactly(2, "[OPTIONS] SOURCE_VOLUME TARGET_VOLUME");
  }

  @Override
  public List<Flag<?>> flags() {
    return WrittenVolume.flagsWith(
        Stream.concat(Stream.of(FORCE), HelperContainer.FLAGS.stream()).toList());
  }

  @Override
  public Completer argument(int place, FlagValues given) {
    return place < 2 ? Completer.names(ObjectKind.VOLUME) : Completers.NOTHING;
  }

  @Override
  public int run(CommandContext in) throws IOException {
    String source = in.args().getFirst();
    String target = in.args().getLast();
    if (source.equals(target)) {
      throw CommandException.refused("cannot clone a volume to itself");
    }
    WrittenVolume written = WrittenVolume.of(in, target);
    if (written.isPreview()) {
      ObjectKind.VOLUME.inspectRaw(in.engine(), source, false); // fails if it does not exist
      return written.preview();
    }
    try (VolumeFiles files = new VolumeFiles(in);
        ArchiveDownload archive = files.open(source)) {
      if (files.createIfMissing(target) && !in.get(FORCE) && !files.isEmpty(target)) {
        throw CommandException.refused(
            "volume " + GoQuote.quote(target) + " has files: use --force to write into it");
      }
      files.read(target, archive::body);
    }
    in.streams().println(target);
    return ExitCode.SUCCESS;
  }
}
