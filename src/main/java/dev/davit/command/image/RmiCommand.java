package dev.davit.command.image;

import dev.davit.cli.Command;
import dev.davit.cli.CommandContext;
import dev.davit.cli.CommandException;
import dev.davit.cli.ExitCode;
import dev.davit.cli.Usage;
import dev.davit.cli.complete.Completer;
import dev.davit.cli.complete.Completers;
import dev.davit.cli.flags.Flag;
import dev.davit.cli.flags.FlagValues;
import dev.davit.command.removal.NamePatterns;
import dev.davit.command.removal.Preview;
import dev.davit.command.removal.Protection;
import dev.davit.command.shared.ForEachTarget;
import dev.davit.command.shared.PlatformFlag;
import dev.davit.engine.Images.RemoveOptions;
import dev.davit.engine.http.EngineException;
import dev.davit.engine.model.ImageRemoval;
import dev.davit.opts.CommaList;
import dev.davit.resource.ObjectKind;
import dev.davit.resource.ObjectName;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** {@code davit rmi}: removes images. Mirrors cli/command/image/remove.go. */
public final class RmiCommand implements Command {
  private static final Flag<Boolean> FORCE =
      Flag.bool("force", 'f', "Remove images of stopped containers, and all names of an image ID");
  private static final Flag<Boolean> NO_PRUNE =
      Flag.bool("no-prune", "Do not delete parent images without a name");
  private static final Flag<List<CommaList>> PLATFORM =
      Flag.list(
              "platform",
              (char) 0,
              "strings",
              CommaList::parse,
              "Remove only these platforms of the image: OS[/ARCH[/VARIANT]],...")
          .completes(Completers.PLATFORM)
          .since(1, 50);

  @Override
  public Usage usage() {
    return Usage.atLeast(1, "[OPTIONS] IMAGE [IMAGE...]");
  }

  @Override
  public List<Flag<?>> flags() {
    return List.of(Preview.DRY_RUN, FORCE, NO_PRUNE, PLATFORM, Preview.QUIET, Protection.UNPROTECT);
  }

  @Override
  public Completer argument(int place, FlagValues given) {
    return Completers.IMAGE;
  }

  @Override
  public int run(CommandContext in) throws IOException {
    if (in.get(Preview.DRY_RUN) && in.flags().given(PLATFORM)) {
      throw CommandException.conflict("--dry-run", "--platform");
    }
    RemoveOptions options =
        new RemoveOptions(in.get(FORCE), !in.get(NO_PRUNE), platforms(in.get(PLATFORM)));
    List<String> names = NamePatterns.expand(in.args(), () -> allNames(in));
    boolean preview = Preview.isGiven(in);
    Protection protection = Protection.of(in);
    if (preview) {
      return RemovalPreview.print(in, protection, names);
    }
    if (protection.needsObjects()) {
      RemovalPreview.require(in, protection, names);
    }
    List<String> errors = new ArrayList<>();
    boolean onlyMissing = true;
    for (String name : names) {
      List<ImageRemoval> removals;
      try {
        removals = in.engine().images().remove(name, options);
      } catch (IOException e) {
        errors.add(String.valueOf(e.getMessage()));
        onlyMissing &= e instanceof EngineException refused && refused.isNotFound();
        continue;
      }
      in.streams().printSent(report(removals));
    }
    // with --force docker reports missing images, but does not fail
    int exitCode = ForEachTarget.exitCode(in.streams(), errors);
    return in.get(FORCE) && onlyMissing ? ExitCode.SUCCESS : exitCode;
  }

  /** Returns the names of all images: {@code busybox:latest}. */
  private static List<String> allNames(CommandContext in) throws IOException {
    return ObjectKind.IMAGE.names(in.engine()).map(ObjectName::name).toList();
  }

  /** Converts platforms to JSON; of several equal ones, one is left. */
  private static List<String> platforms(List<CommaList> given) {
    Set<String> all = new LinkedHashSet<>();
    for (CommaList list : given) {
      for (String platform : list.elements()) {
        all.add(PlatformFlag.json(platform, ""));
      }
    }
    return List.copyOf(all);
  }

  private static String report(List<ImageRemoval> removals) {
    StringBuilder text = new StringBuilder();
    for (ImageRemoval removal : removals) {
      String deleted = Objects.requireNonNullElse(removal.deleted(), "");
      text.append(
              deleted.isEmpty()
                  ? "Untagged: " + Objects.requireNonNullElse(removal.untagged(), "")
                  : "Deleted: " + deleted)
          .append('\n');
    }
    return text.toString();
  }
}
