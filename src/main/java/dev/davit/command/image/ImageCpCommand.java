package dev.davit.command.image;

import dev.davit.cli.Command;
import dev.davit.cli.CommandContext;
import dev.davit.cli.CommandException;
import dev.davit.cli.Usage;
import dev.davit.cli.complete.Completer;
import dev.davit.cli.complete.Completers;
import dev.davit.cli.flags.Flag;
import dev.davit.cli.flags.FlagValues;
import dev.davit.command.several.ContextsFlags;
import dev.davit.command.several.SeveralEngines;
import dev.davit.engine.Engine;
import dev.davit.engine.model.ImageDetails;
import dev.davit.io.Directories;
import dev.davit.opts.ImageRef;
import dev.davit.progress.TransferProgress;
import dev.davit.terminal.Printer;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@code davit image cp}: copies an image to the engines of other contexts, without a registry. */
public final class ImageCpCommand implements Command {
  private static final Flag<String> AS =
      Flag.string("as", "Name of the image on the targets (default: IMAGE)");
  private static final Flag<String> FROM =
      Flag.string("from", "Context of the engine that has the image (default: the current one)")
          .completes(Completers.CONTEXT);
  private static final Flag<Boolean> QUIET = Flag.bool("quiet", 'q', "Print errors only");

  @Override
  public Usage usage() {
    return Usage.atLeast(2, "[OPTIONS] IMAGE CONTEXT [CONTEXT...]");
  }

  @Override
  public List<Flag<?>> flags() {
    return List.of(AS, ContextsFlags.DEADLINE, FROM, QUIET);
  }

  @Override
  public Completer argument(int place, FlagValues given) {
    return place == 0 ? Completers.IMAGE : Completers.CONTEXT;
  }

  @Override
  public int run(CommandContext in) throws IOException {
    List<String> targets = ContextsFlags.named(in, in.args().subList(1, in.args().size()));
    String image = in.args().getFirst();
    ImageRef name = name(in, image);
    try (Engine source = source(in)) {
      ImageDetails details = source.images().inspect(image, null);
      String saved = name == null || !in.get(AS).isEmpty() ? details.id() : name.familiar();
      try (SavedImage archive = save(in, source, Objects.requireNonNullElse(saved, image))) {
        return send(in, targets, details, archive, name);
      }
    }
  }

  private static SavedImage save(CommandContext in, Engine source, String name) throws IOException {
    TransferProgress progress = progress(in, "Saving");
    SavedImage archive =
        SavedImage.of(
            source, name, Directories.temporary(in.app().env()), out -> counted(progress, out));
    end(progress);
    return archive;
  }

  private static int send(
      CommandContext in,
      List<String> targets,
      ImageDetails image,
      SavedImage archive,
      @Nullable ImageRef name)
      throws IOException {
    TransferProgress progress = progress(in, "Sending");
    ImageReceiver receiver =
        new ImageReceiver(
            image,
            archive,
            name,
            !in.get(AS).isEmpty(),
            in.get(QUIET),
            out -> counted(progress, out));
    int exitCode = SeveralEngines.change(in, targets, receiver);
    end(progress);
    return exitCode;
  }

  /** Returns the name on the targets; null for an image without a name. */
  private static @Nullable ImageRef name(CommandContext in, String image) {
    String given = in.get(AS);
    if (given.isEmpty() && ImageRef.isIdentifier(image)) {
      return null;
    }
    try {
      ImageRef name = ImageRef.parse(given.isEmpty() ? image : given).tagged();
      if (!name.digest().isEmpty()) {
        throw CommandException.refused("an image copied by its digest needs a name: --as NAME");
      }
      return name;
    } catch (IllegalArgumentException e) {
      throw CommandException.refused(String.valueOf(e.getMessage()));
    }
  }

  private static Engine source(CommandContext in) {
    return in.get(FROM).isEmpty()
        ? in.engine()
        : in.engineOf(in.get(FROM), ContextsFlags.limits(in, false));
  }

  /** The progress on standard error; null if that is not a terminal. */
  private static @Nullable TransferProgress progress(CommandContext in, String action) {
    return in.get(QUIET) || !in.streams().errIsTerminal()
        ? null
        : new TransferProgress(Printer.ofError(in.streams()), in.app().clock(), action, 0, false);
  }

  private static OutputStream counted(@Nullable TransferProgress progress, OutputStream out) {
    return progress == null ? out : progress.counting(out);
  }

  private static void end(@Nullable TransferProgress progress) throws IOException {
    if (progress != null) {
      progress.end();
    }
  }
}
