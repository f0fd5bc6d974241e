package dev.davit.command.image;

import dev.davit.cli.Command;
import dev.davit.cli.CommandContext;
import dev.davit.cli.Usage;
import dev.davit.cli.complete.Completer;
import dev.davit.cli.complete.Completers;
import dev.davit.cli.flags.Flag;
import dev.davit.cli.flags.FlagValues;
import dev.davit.command.removal.Candidate;
import dev.davit.command.removal.Preview;
import dev.davit.command.removal.Protection;
import dev.davit.command.shared.ForEachTarget;
import dev.davit.engine.ImageArchives.ImportOptions;
import dev.davit.engine.Images.RemoveOptions;
import dev.davit.engine.http.EngineException;
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
import java.util.Set;

/**
 * {@code davit untag}: removes names of images, but never an image. The engine deletes an image
 * with its last name; so the last name is moved to an empty image first, which is then deleted.
 */
public final class UntagCommand implements Command {
  /** An archive without files: two blocks of zeros. */
  private static final byte[] EMPTY_ARCHIVE = new byte[1024];

  private static final Flag<Boolean> DRY_RUN =
      Preview.DRY_RUN.variant("List the names that would be removed, and remove nothing");

  private static final RemoveOptions ONLY_THE_NAME = new RemoveOptions(false, false, List.of());

  @Override
  public Usage usage() {
    return Usage.atLeast(1, "IMAGE[:TAG] [IMAGE[:TAG]...]");
  }

  @Override
  public List<Flag<?>> flags() {
    return List.of(DRY_RUN, Preview.QUIET, Protection.UNPROTECT);
  }

  @Override
  public Completer argument(int place, FlagValues given) {
    return Completers.IMAGE;
  }

  /** A name to remove, and the image it names. */
  private record Named(ImageRef reference, ImageDetails image) {
    String name() {
      return reference.familiar();
    }

    Candidate candidate() {
      return RemovalPreview.candidate(name(), image, Set.of());
    }
  }

  @Override
  public int run(CommandContext in) throws IOException {
    boolean preview = Preview.isGiven(in);
    Protection protection = Protection.of(in);
    if (preview || protection.needsObjects()) {
      List<String> errors = new ArrayList<>();
      List<Candidate> found = candidates(in, errors);
      if (preview) {
        protection.preview(in, "image", found, false);
        return protection.end(in, ForEachTarget.exitCode(in.streams(), errors));
      }
      protection.check("image", found);
    }
    return untag(in);
  }

  /**
   * Looks up the names.
   *
   * @param errors receives the errors of names that cannot be removed
   * @throws IOException if a name cannot be looked up, so that it may be protected
   */
  private static List<Candidate> candidates(CommandContext in, List<String> errors)
      throws IOException {
    List<Candidate> found = new ArrayList<>();
    for (String text : in.args()) {
      try {
        found.add(find(in, text).candidate());
      } catch (EngineException e) {
        if (!e.isNotFound()) {
          throw e;
        }
        errors.add(String.valueOf(e.getMessage()));
      } catch (IllegalArgumentException e) {
        errors.add(String.valueOf(e.getMessage()));
      }
    }
    return found;
  }

  private static int untag(CommandContext in) throws IOException {
    List<String> errors = new ArrayList<>();
    for (String text : in.args()) {
      String untagged;
      try {
        untagged = untag(in, find(in, text));
      } catch (IOException | IllegalArgumentException e) {
        errors.add(String.valueOf(e.getMessage()));
        continue;
      }
      in.streams().println("Untagged: " + untagged);
    }
    return ForEachTarget.exitCode(in.streams(), errors);
  }

  private static Named find(CommandContext in, String text) throws IOException {
    ImageRef reference = ImageRef.parse(text).tagged();
    if (!reference.digest().isEmpty()) {
      throw new IllegalArgumentException(
          "cannot untag " + GoQuote.quote(text) + ": it names a digest");
    }
    Named named = new Named(reference, in.engine().images().inspect(reference.familiar(), null));
    if (!ImageRef.familiarOf(named.image().repoTags()).contains(named.name())) {
      throw new IllegalArgumentException(GoQuote.quote(text) + " is not the name of an image");
    }
    return named;
  }

  /** Removes a name and returns it in its short form. */
  private static String untag(CommandContext in, Named named) throws IOException {
    if (ImageRef.familiarOf(named.image().repoTags()).size() > 1) {
      in.engine().images().remove(named.name(), ONLY_THE_NAME);
    } else {
      String id = Objects.requireNonNullElse(named.image().id(), "");
      removeLast(in, named.reference(), id);
    }
    return named.name();
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
