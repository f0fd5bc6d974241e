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
import dev.davit.command.removal.Preview;
import dev.davit.command.removal.Protection;
import dev.davit.resource.ClusterVolume;
import dev.davit.resource.ObjectKind;
import java.io.IOException;
import java.util.List;

/**
 * {@code davit volume update}: updates the availability of a cluster volume. Mirrors
 * cli/command/volume/update.go.
 */
public final class VolumeUpdateCommand implements Command {
  private static final Flag<String> AVAILABILITY =
      ClusterFlags.AVAILABILITY
          .variant("Set the availability: active, pause or drain (default: unchanged)")
          .since(1, 42);

  private static final Flag<Boolean> DRY_RUN =
      Preview.DRY_RUN.variant("List the volume that would be updated, and change nothing");

  @Override
  public Usage usage() {
    return Usage.exactly(1, "[OPTIONS] [VOLUME]");
  }

  @Override
  public List<Flag<?>> flags() {
    return List.of(AVAILABILITY, DRY_RUN, Preview.QUIET, Protection.UNPROTECT);
  }

  @Override
  public Completer argument(int place, FlagValues given) {
    return place == 0 ? Completer.names(ObjectKind.VOLUME) : Completers.NOTHING;
  }

  @Override
  public int run(CommandContext in) throws IOException {
    WrittenVolume written = WrittenVolume.of(in, in.args().getFirst());
    byte[] found = ObjectKind.VOLUME.inspectRaw(in.engine(), in.args().getFirst(), false);
    String availability = in.flags().given(AVAILABILITY) ? in.get(AVAILABILITY) : null;
    ClusterVolume volume =
        ClusterVolume.of(found, availability)
            .orElseThrow(() -> CommandException.refused("can only update cluster volumes"));
    if (written.isPreview()) {
      return written.preview();
    }
    in.engine().volumes().update(volume.id(), volume.version(), volume.spec());
    return ExitCode.SUCCESS;
  }
}
