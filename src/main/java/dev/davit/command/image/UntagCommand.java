package dev.davit.command.image;

import dev.davit.cli.Command;
import dev.davit.cli.CommandContext;
import dev.davit.cli.Usage;
import dev.davit.cli.complete.Completer;
import dev.davit.cli.complete.Completers;
import dev.davit.cli.flags.FlagValues;
import dev.davit.command.shared.ForEachTarget;
import dev.davit.engine.ImageArchives.ImportOptions;
import dev.davit.engine.Images;
import dev.davit.engine.Images.RemoveOptions;
import dev.davit.engine.http.JsonStream;
import dev.davit.engine.model.ImageDetails;
import dev.davit.engine.model.ProgressMessage;
import dev.davit.io.Cleanup;
import dev.davit.opts.ImageRef;
import dev.davit.progress.ProgressDisplay;
import dev.davit.text.GoQuote;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * {@code davit untag}: removes names of images, but never an image. The engine deletes an image
 * with its last name; so the last name is moved to an empty image first, which is then deleted.
 */
public final class UntagCommand implements Command {
  /** An archive without files: two blocks of zeros. */
  private static final byte[] EMPTY_ARCHIVE = new byte[1024];

  private static final RemoveOptions ONLY_THE_NAME = new RemoveOptions(false, false, List.of());

  @Override
  public Usage usage() {
    return Usage.atLeast(1, "IMAGE[:TAG] [IMAGE[:TAG]...]");
  }

  @Override
  public Completer argument(int place, FlagValues given) {
    return Completers.IMAGE;
  }

  @Override
  public int run(CommandContext in) throws IOException {
    List<String> errors = new ArrayList<>();
    for (String name : in.args()) {
      String untagged;
      try {
        untagged = untag(in, name);
      } catch (IOException | IllegalArgumentException e) {
        errors.add(String.valueOf(e.getMessage()));
        continue;
      }
      in.streams().println("Untagged: " + untagged);
    }
    return ForEachTarget.exitCode(in.streams(), errors);
  }

  /** Removes a name and returns it in its short form. */
  private static String untag(CommandContext in, String text) throws IOException {
    ImageRef reference = ImageRef.parse(text).tagged();
    if (!reference.digest().isEmpty()) {
      throw new IllegalArgumentException(
          "cannot untag " + GoQuote.quote(text) + ": it names a digest");
    }
    String name = reference.familiar();
    Images images = in.engine().images();
    ImageDetails image = images.inspect(name, null);
    List<String> names = ImageRef.familiarOf(image.repoTags());
    if (!names.contains(name)) {
      throw new IOException(GoQuote.quote(text) + " is not the name of an image");
    }
    if (names.size() > 1) {
      images.remove(name, ONLY_THE_NAME);
    } else {
      removeLast(in, reference, Objects.requireNonNullElse(image.id(), ""));
    }
    return name;
  }

  /** Removes the last name of an image, which gets the name back if that fails. */
  private static void removeLast(CommandContext in, ImageRef reference, String id)
      throws IOException {
    try (Cleanup _ = new Cleanup(() -> restore(in, reference, id))) {
      moveToEmptyImage(in, reference.full());
      in.engine().images().remove(reference.familiar(), ONLY_THE_NAME);
    } catch (IOException e) {
      restore(in, reference, id);
      throw e;
    }
  }

  private static void restore(CommandContext in, ImageRef reference, String id) {
    try {
      in.engine().images().tag(id, reference.name(), reference.tag());
    } catch (IOException e) {
      in.streams()
          .error(
              GoQuote.quote(reference.familiar())
                  + " may name an empty image; to restore it: davit tag "
                  + id
                  + ' '
                  + reference.familiar());
    }
  }

  private static void moveToEmptyImage(CommandContext in, String name) throws IOException {
    ImportOptions options = new ImportOptions(name, "", List.of(), "");
    try (JsonStream<ProgressMessage> messages =
        in.engine().imageArchives().importFrom("-", out -> out.write(EMPTY_ARCHIVE), options)) {
      ProgressDisplay.on(null, in.app().clock()).show(messages);
    }
  }
}
