package dev.davit.command.volume;

import dev.davit.cli.CommandContext;
import dev.davit.cli.ExitCode;
import dev.davit.cli.flags.Flag;
import dev.davit.command.removal.Candidate;
import dev.davit.command.removal.Preview;
import dev.davit.command.removal.Protection;
import dev.davit.command.removal.PrunePreview;
import dev.davit.engine.http.EngineException;
import dev.davit.engine.model.VolumeSummary;
import dev.davit.resource.ObjectKind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The volume that a command writes to or changes: its protection and its preview.
 *
 * @param found the volume; null if it does not exist or need not be known
 */
record WrittenVolume(
    CommandContext in, Protection protection, String name, @Nullable VolumeSummary found) {
  private static final Flag<Boolean> DRY_RUN =
      Preview.DRY_RUN.variant("List the volume that would be written to, and change nothing");

  /** Returns the flags of preview and protection with others, sorted by name. */
  static List<Flag<?>> flagsWith(List<Flag<?>> own) {
    List<Flag<?>> all = new ArrayList<>(own);
    all.addAll(List.of(DRY_RUN, Preview.QUIET, Protection.UNPROTECT));
    all.sort((a, b) -> a.name().compareTo(b.name()));
    return List.copyOf(all);
  }

  /**
   * Looks up a volume, if it must be known.
   *
   * @throws dev.davit.cli.CommandException if it is protected
   */
  static WrittenVolume of(CommandContext in, String name) throws IOException {
    boolean preview = Preview.isGiven(in);
    Protection protection = Protection.of(in);
    VolumeSummary found = preview || protection.needsObjects() ? find(in, name) : null;
    if (found != null) {
      protection.check("volume", List.of(PrunePreview.candidate(found, null)));
    }
    return new WrittenVolume(in, protection, name, found);
  }

  private static @Nullable VolumeSummary find(CommandContext in, String name) throws IOException {
    try {
      ObjectKind.VOLUME.requireName(name);
      return in.engine().volumes().inspect(name);
    } catch (EngineException e) {
      if (e.isNotFound()) {
        return null;
      }
      throw e;
    }
  }

  /** Whether nothing must be written. */
  boolean isPreview() {
    return in.get(Preview.DRY_RUN);
  }

  /** Prints the volume, also one that would be created; returns the exit code. */
  int preview() throws IOException {
    if (found == null) {
      protection.preview(in, "volume", List.of(new Candidate(name, name, null, null)), true);
    } else {
      VolumePreview.print(in, protection, List.of(found));
    }
    return protection.end(in, ExitCode.SUCCESS);
  }
}
