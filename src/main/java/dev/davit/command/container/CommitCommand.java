package dev.davit.command.container;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.davit.cli.CommandContext;
import dev.davit.cli.CommandException;
import dev.davit.cli.ExitCode;
import dev.davit.cli.Usage;
import dev.davit.cli.complete.Completer;
import dev.davit.cli.complete.Completers;
import dev.davit.cli.flags.CommonFlags;
import dev.davit.cli.flags.Flag;
import dev.davit.cli.flags.FlagValues;
import dev.davit.command.selection.SelectionFlags;
import dev.davit.command.selection.SingleContainer;
import dev.davit.command.selection.TakesContainer;
import dev.davit.engine.ContainerName;
import dev.davit.engine.Images.CommitOptions;
import dev.davit.io.FileError;
import dev.davit.io.WholeFile;
import dev.davit.json.CompactJson;
import dev.davit.opts.ImageRef;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code davit commit}: creates an image from a container. Mirrors cli/command/container/commit.go.
 */
public final class CommitCommand implements TakesContainer {
  private static final Flag<String> AUTHOR =
      Flag.string("author", 'a', "Author of the image, for example 'Jane Doe <jane@example.com>'");
  private static final Flag<String> CONFIG =
      Flag.string(
              "config",
              "Read the image configuration from this JSON file (Config of the Engine API)")
          .completes(Completers.FILE);
  private static final Flag<String> MESSAGE = Flag.string("message", 'm', "Commit message");
  private static final Flag<Boolean> NO_PAUSE =
      Flag.bool("no-pause", "Do not pause the container during the commit");
  private static final Flag<Boolean> PAUSE =
      Flag.boolOn("pause", 'p', "Pause the container during the commit (default true)");

  @Override
  public Usage usage() {
    return Usage.between(1, 2, "[OPTIONS] CONTAINER [REPOSITORY[:TAG]]").flagsFirst();
  }

  @Override
  public List<Flag<?>> flags() {
    return SelectionFlags.oneWith(
        List.of(AUTHOR, CommonFlags.CHANGE, CONFIG, MESSAGE, NO_PAUSE, PAUSE));
  }

  @Override
  public Completer argument(int place, FlagValues given) {
    return switch (place) {
      case 0 -> Completers.CONTAINER;
      case 1 -> Completers.IMAGE;
      default -> Completers.NOTHING;
    };
  }

  @Override
  public int run(CommandContext typed) throws IOException {
    boolean pause = pause(typed);
    CommandContext in = SingleContainer.resolved(typed);
    String container = ContainerName.trim(in.args().getFirst());
    ImageRef image = image(in.args().size() > 1 ? in.args().get(1) : "");
    CommitOptions options =
        new CommitOptions(
            image == null ? "" : image.name(),
            image == null ? "" : image.tagOrDigest(),
            in.get(MESSAGE),
            in.get(AUTHOR),
            in.get(CommonFlags.CHANGE),
            pause,
            config(in));
    in.streams().printSent(in.engine().images().commit(container, options) + '\n');
    return ExitCode.SUCCESS;
  }

  private static boolean pause(CommandContext in) {
    if (in.flags().given(NO_PAUSE) && in.flags().given(PAUSE)) {
      throw CommandException.conflict("--no-pause", "--pause");
    }
    return in.get(PAUSE) && !in.get(NO_PAUSE);
  }

  private static @Nullable ImageRef image(String text) {
    if (text.isEmpty()) {
      return null;
    }
    ImageRef image;
    try {
      image = ImageRef.parse(text);
    } catch (IllegalArgumentException e) {
      throw CommandException.refused(String.valueOf(e.getMessage()));
    }
    if (!image.digest().isEmpty()) {
      throw CommandException.refused("refusing to create a tag with a digest reference");
    }
    return image;
  }

  private static @Nullable String config(CommandContext in) {
    String file = in.get(CONFIG);
    if (file.isEmpty()) {
      return null;
    }
    try {
      byte[] json = CompactJson.of(WholeFile.read(in.app().cwd().physical(file), file));
      if (json[0] != '{') {
        throw new IllegalArgumentException("not a JSON object");
      }
      return new String(json, UTF_8);
    } catch (FileError | IllegalArgumentException e) {
      throw CommandException.refused("invalid config (" + file + "): " + e.getMessage());
    }
  }
}
