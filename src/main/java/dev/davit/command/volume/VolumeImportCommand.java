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
import dev.davit.io.FileError;
import dev.davit.resource.ObjectKind;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** {@code davit volume import}: writes the files of a tar archive to a volume. */
public final class VolumeImportCommand implements Command {
  private static final int BUFFER = 64 * 1024;

  @Override
  public Usage usage() {
    return Usage.exactly(2, "[OPTIONS] VOLUME FILE|-");
  }

  @Override
  public List<Flag<?>> flags() {
    return WrittenVolume.flagsWith(HelperContainer.FLAGS);
  }

  @Override
  public Completer argument(int place, FlagValues given) {
    return switch (place) {
      case 0 -> Completer.names(ObjectKind.VOLUME);
      case 1 -> Completers.FILE;
      default -> Completers.NOTHING;
    };
  }

  @Override
  public int run(CommandContext in) throws IOException {
    String volume = in.args().getFirst();
    String name = in.args().getLast();
    if (name.equals("-") && in.streams().inIsTerminal()) {
      throw CommandException.refused(
          "cannot import from a terminal: name a file or redirect STDIN");
    }
    WrittenVolume target = WrittenVolume.of(in, volume);
    try (InputStream archive = name.equals("-") ? in.streams().in() : file(in, name);
        VolumeFiles files = new VolumeFiles(in)) {
      if (target.isPreview()) {
        return target.preview();
      }
      files.createIfMissing(volume);
      files.read(volume, () -> uncompressed(archive));
    }
    in.streams().println(volume);
    return ExitCode.SUCCESS;
  }

  private static InputStream file(CommandContext in, String name) throws IOException {
    try {
      return Files.newInputStream(in.app().cwd().physical(name));
    } catch (IOException e) {
      throw new FileError("open", name, e);
    }
  }

  /** Decompresses an archive that gzip has compressed. */
  private static InputStream uncompressed(InputStream archive) throws IOException {
    BufferedInputStream in = new BufferedInputStream(archive, BUFFER);
    in.mark(2);
    boolean gzip = in.read() == 0x1f && in.read() == 0x8b;
    in.reset();
    return gzip ? new GZIPInputStream(in, BUFFER) : in;
  }
}
