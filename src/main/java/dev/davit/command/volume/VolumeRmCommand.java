package dev.davit.command.volume;

import dev.davit.cli.Command;
import dev.davit.cli.CommandContext;
import dev.davit.cli.Usage;
import dev.davit.cli.complete.Completer;
import dev.davit.cli.flags.Flag;
import dev.davit.cli.flags.FlagValues;
import dev.davit.command.removal.NamePatterns;
import dev.davit.command.removal.Preview;
import dev.davit.command.removal.Protection;
import dev.davit.command.shared.ForEachTarget;
import dev.davit.engine.http.EngineException;
import dev.davit.engine.model.VolumeSummary;
import dev.davit.resource.ObjectKind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** {@code davit volume rm}: removes volumes. Mirrors cli/command/volume/remove.go. */
public final class VolumeRmCommand implements Command {
  private static final Flag<Boolean> FORCE =
      Flag.bool("force", 'f', "Do not fail for a volume that does not exist").since(1, 25);

  @Override
  public Usage usage() {
    return Usage.atLeast(1, "[OPTIONS] VOLUME [VOLUME...]");
  }

  @Override
  public List<Flag<?>> flags() {
    return List.of(Preview.DRY_RUN, FORCE, Preview.QUIET, Protection.UNPROTECT);
  }

  @Override
  public Completer argument(int place, FlagValues given) {
    return Completer.names(ObjectKind.VOLUME);
  }

  @Override
  public int run(CommandContext in) throws IOException {
    List<String> names =
        NamePatterns.expand(
            in.args(),
            () -> in.engine().volumes().list(null).stream().map(VolumeSummary::name).toList());
    boolean preview = Preview.isGiven(in);
    Protection protection = Protection.of(in);
    if (preview) {
      return preview(in, protection, names);
    }
    if (protection.needsObjects()) {
      requireAll(in, protection, names);
    }
    return remove(in, names);
  }

  private static void requireAll(CommandContext in, Protection protection, List<String> names)
      throws IOException {
    for (VolumeSummary each : in.engine().volumes().list(null)) {
      if (names.contains(each.name())) {
        protection.allows("volume", each.name(), List.of(each.name()), each.labels());
      }
    }
  }

  private static int preview(CommandContext in, Protection protection, List<String> names)
      throws IOException {
    List<String> errors = new ArrayList<>();
    List<VolumeSummary> found = new ArrayList<>();
    for (String name : names) {
      try {
        ObjectKind.VOLUME.requireName(name);
        found.add(in.engine().volumes().inspect(name));
      } catch (EngineException e) {
        if (!in.get(FORCE) || !e.isNotFound()) {
          errors.add(String.valueOf(e.getMessage()));
        }
      } catch (IOException e) {
        errors.add(String.valueOf(e.getMessage()));
      }
    }
    VolumePreview.print(in, protection, found);
    return protection.end(in, ForEachTarget.exitCode(in.streams(), errors));
  }

  private static int remove(CommandContext in, List<String> names) throws IOException {
    List<String> errors = new ArrayList<>();
    for (String name : names) {
      try {
        ObjectKind.VOLUME.requireName(name);
        in.engine().volumes().remove(name, in.get(FORCE));
      } catch (IOException e) {
        errors.add(String.valueOf(e.getMessage()));
        continue;
      }
      in.streams().println(name);
    }
    return ForEachTarget.exitCode(in.streams(), errors);
  }
}
