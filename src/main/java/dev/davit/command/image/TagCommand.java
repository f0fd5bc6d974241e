package dev.davit.command.image;

import dev.davit.cli.Command;
import dev.davit.cli.CommandContext;
import dev.davit.cli.CommandException;
import dev.davit.cli.ExitCode;
import dev.davit.cli.Usage;
import dev.davit.cli.complete.Completer;
import dev.davit.cli.complete.Completers;
import dev.davit.cli.flags.FlagValues;
import dev.davit.opts.ImageRef;
import dev.davit.text.GoQuote;
import java.io.IOException;

/** {@code davit tag}: gives an image another name. Mirrors cli/command/image/tag.go. */
public final class TagCommand implements Command {
  @Override
  public Usage usage() {
    return Usage.exactly(2, "SOURCE_IMAGE[:TAG] TARGET_IMAGE[:TAG]").flagsFirst();
  }

  @Override
  public Completer argument(int place, FlagValues given) {
    return place < 2 ? Completers.IMAGE : Completers.NOTHING;
  }

  @Override
  public int run(CommandContext in) throws IOException {
    String source = in.args().getFirst();
    if (!ImageRef.isIdentifier(source)) {
      reference(source);
    }
    ImageRef target = reference(in.args().getLast());
    if (!target.digest().isEmpty()) {
      throw CommandException.refused("refusing to create a tag with a digest reference");
    }
    in.engine().images().tag(source, target.name(), target.tagOrDigest());
    return ExitCode.SUCCESS;
  }

  private static ImageRef reference(String text) {
    try {
      return ImageRef.parse(text);
    } catch (IllegalArgumentException e) {
      throw CommandException.refused(
          "Error parsing reference: "
              + GoQuote.quote(text)
              + " is not a valid repository/tag: "
              + e.getMessage());
    }
  }
}
