package dev.davit.command.replace;

import dev.davit.cli.CommandContext;
import dev.davit.cli.CommandException;
import dev.davit.cli.ExitCode;
import dev.davit.cli.flags.ContainerFlags;
import dev.davit.cli.flags.CreationFlags;
import dev.davit.cli.flags.Flag;
import dev.davit.cli.flags.FlagGroup;
import dev.davit.cli.flags.UpdateFlags;
import dev.davit.command.removal.Preview;
import dev.davit.command.removal.Protection;
import dev.davit.command.replace.Recreation.Existing;
import dev.davit.command.selection.ContainerChange;
import dev.davit.command.selection.ContainerSelection;
import dev.davit.command.selection.ContainerStates;
import dev.davit.command.selection.ForEachContainer;
import dev.davit.command.selection.Selected;
import dev.davit.command.shared.CreateOptions;
import dev.davit.command.shared.ForEachTarget;
import dev.davit.command.shared.ParallelFlag;
import dev.davit.command.shared.SpecLines;
import dev.davit.command.shared.WaitFlags;
import dev.davit.engine.Images.CommitOptions;
import dev.davit.engine.Images.RemoveOptions;
import dev.davit.terminal.Coloring;
import dev.davit.terminal.Confirmation;
import dev.davit.text.ShellWord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * {@code update --recreate}: replaces containers by new ones with other options, as an engine can
 * change only few options of a container.
 */
public final class RecreatingUpdate {
  private static final Flag<Boolean> KEEP_CHANGES =
      Flag.bool("keep-changes", "Commit changed files to a new image, and use this image");
  private static final Flag<Boolean> RECREATE =
      Flag.bool("recreate", "Replace the container by a new one, which all options can change");

  /** The shorthand of {@code --help}, and with create of {@code --hostname}. */
  private static final char HELP = 'h';

  private static final ContainerChange CHANGE =
      ContainerChange.destroying("recreate", "recreated", ContainerStates.ANY).unasked();

  private static final Set<String> IN_PLACE =
      UpdateFlags.ALL.stream().map(Flag::name).collect(Collectors.toSet());

  /** The flags of a replacement, other than those of the new container. */
  private static final List<Flag<?>> OWN =
      Stream.of(
              RecreateFlags.ALL.stream().filter(flag -> flag != ParallelFlag.PARALLEL),
              SpecUpdate.OWN.stream(),
              Stream.<Flag<?>>of(KEEP_CHANGES, RECREATE, Protection.UNPROTECT))
          .flatMap(flags -> flags)
          .toList();

  /** The flags of create that need {@code --recreate}. */
  private static final List<Flag<?>> OF_CREATE =
      ContainerFlags.described().stream()
          .filter(flag -> !IN_PLACE.contains(flag.name()) && flag != CreationFlags.CIDFILE)
          .<Flag<?>>map(
              flag ->
                  flag.hasShorthand(HELP) ? flag.variant(flag.name(), (char) 0, flag.help()) : flag)
          .toList();

  private RecreatingUpdate() {}

  /** The flags of update that docker does not have. */
  public static List<Flag<?>> flags() {
    return Stream.concat(OWN.stream(), OF_CREATE.stream()).toList();
  }

  /** Groups the flags of update for its help, given all of them. */
  public static List<FlagGroup> groups(List<Flag<?>> all) {
    return List.of(
        new FlagGroup("Options", all.stream().filter(flag -> !needsRecreate(flag)).toList()),
        new FlagGroup(
            "Options with --recreate",
            all.stream().filter(RecreatingUpdate::needsRecreate).toList()));
  }

  private static boolean needsRecreate(Flag<?> flag) {
    return flag != RECREATE
        && flag != Protection.UNPROTECT
        && (OWN.contains(flag) || OF_CREATE.contains(flag));
  }

  /**
   * Returns whether {@code --recreate} is given.
   *
   * @throws CommandException if it is not, but needed
   */
  public static boolean isGiven(CommandContext in) {
    if (in.get(RECREATE)) {
      return true;
    }
    for (Flag<?> flag : flags()) {
      if (in.flags().given(flag) && needsRecreate(flag)) {
        String line =
            Stream.concat(in.options().stream(), in.args().stream())
                .map(ShellWord::of)
                .collect(Collectors.joining(" "));
        throw new CommandException(
            "--"
                + flag.name()
                + " needs --recreate, which replaces the container: "
                + in.path()
                + " --recreate "
                + line,
            ExitCode.NOT_RUN);
      }
    }
    return false;
  }

  /** Shows what changes, and replaces the containers if that is confirmed. */
  public static int run(CommandContext in) throws IOException {
    RecreateFlags flags = RecreateFlags.of(in);
    WaitFlags.of(in); // refuses --wait-timeout without --wait
    if (in.get(Preview.DRY_RUN)) {
      return update(in, flags, ContainerSelection.of(in), true);
    }
    return CHANGE.run(in, selected -> update(in, flags, selected, false));
  }

  /** A container, the request that creates its successor, and the lines that differ. */
  private record Change(Existing old, CreateOptions request, List<String> lines) {}

  private static int update(
      CommandContext in, RecreateFlags flags, List<Selected> selected, boolean preview)
      throws IOException {
    if (selected.size() > 1 && in.options().stream().anyMatch(each -> each.startsWith("--name="))) {
      throw CommandException.refused("--name needs a single container");
    }
    Recreation recreation = new Recreation(in, flags);
    Map<String, Change> changes = new LinkedHashMap<>();
    List<String> errors = new ArrayList<>();
    List<Selected> changed = new ArrayList<>();
    for (Selected each : selected) {
      try {
        String container = each.argument();
        Change change =
            change(in, preview ? recreation.describe(container) : recreation.find(container));
        show(in, each.name(), change);
        if (!change.lines().isEmpty()) {
          changes.put(each.argument(), change);
          changed.add(each);
        }
      } catch (IOException e) {
        errors.add(String.valueOf(e.getMessage()));
      }
    }
    if (preview || changed.isEmpty()) {
      return ForEachTarget.exitCode(in.streams(), errors);
    }
    confirm(in, changed);
    errors.addAll(
        new ForEachContainer(in, changed)
            .collectInTurn(
                container ->
                    replace(in, recreation, Objects.requireNonNull(changes.get(container))),
                (name, done) -> in.streams().println(name)));
    return recreation.exitCode(ForEachTarget.exitCode(in.streams(), errors));
  }

  private static Change change(CommandContext in, Existing old) throws IOException {
    SpecLines before = SpecLines.of(old.described(), false);
    CreateOptions request = SpecUpdate.of(in, old);
    boolean colors = Coloring.AUTO.on(in.streams().outIsTerminal(), in.app().env());
    List<String> lines =
        new ArrayList<>(before.difference(SpecLines.of(old.described(), false), colors));
    if (in.get(KEEP_CHANGES)) {
      lines.add("+ IMAGE of the changed files");
    }
    return new Change(old, request, lines);
  }

  private static void show(CommandContext in, String name, Change change) throws IOException {
    if (change.lines().isEmpty()) {
      in.streams().error(name + ": nothing changes");
    } else {
      in.streams().print(name + ":\n  " + String.join("\n  ", change.lines()) + '\n');
    }
  }

  private static void confirm(CommandContext in, List<Selected> changed) throws IOException {
    String question =
        changed.size() == 1
            ? "Recreate this container?"
            : "Recreate these " + changed.size() + " containers?";
    if (!in.get(ContainerChange.YES)
        && in.streams().areTerminals()
        && !Confirmation.isGiven(in.streams(), question, in.streams().out())) {
      throw CommandException.refused("canceled");
    }
  }

  private static boolean replace(CommandContext in, Recreation recreation, Change change)
      throws IOException {
    if (!in.get(KEEP_CHANGES)) {
      recreation.replace(change.old(), change.request());
      return true;
    }
    String id = change.old().details().id();
    String image =
        in.engine()
            .images()
            .commit(
                id, new CommitOptions("", "", "", "", List.of(), true, change.old().imageConfig()));
    change.request().spec().config.image = image;
    try {
      recreation.replace(change.old(), change.request());
    } catch (IOException e) {
      in.engine().images().remove(image, new RemoveOptions(false, true, List.of()));
      throw e;
    }
    return true;
  }
}
