package dev.davit.command.image;

import dev.davit.cli.Command;
import dev.davit.cli.CommandContext;
import dev.davit.cli.CommandException;
import dev.davit.cli.ExitCode;
import dev.davit.cli.Usage;
import dev.davit.cli.complete.Completer;
import dev.davit.cli.complete.Completers;
import dev.davit.cli.flags.CommonFlags;
import dev.davit.cli.flags.Flag;
import dev.davit.cli.flags.FlagValues;
import dev.davit.command.shared.ContentTrust;
import dev.davit.command.shared.Note;
import dev.davit.command.shared.PlatformFlag;
import dev.davit.command.shared.RemoteImage;
import dev.davit.engine.http.JsonStream;
import dev.davit.engine.model.ProgressMessage;
import dev.davit.progress.ProgressDisplay;
import dev.davit.terminal.Printer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** {@code davit push}: pushes an image to its registry. Mirrors cli/command/image/push.go. */
public final class PushCommand implements Command {
  private static final Flag<Boolean> ALL_TAGS =
      Flag.bool("all-tags", 'a', "Push all tags of the repository");
  private static final Flag<String> PLATFORM =
      Flag.string(
              "platform", "Push only this platform of a multi-platform image: OS[/ARCH[/VARIANT]]")
          .since(1, 46)
          .completes(Completers.PLATFORM);
  private static final Flag<Boolean> QUIET =
      Flag.bool("quiet", 'q', "Print only the name of the image");

  private static final String ONE_PLATFORM =
      """
      Using --platform pushes only the specified platform manifest of a multi-platform image index.
      Other components, like attestations, will not be included.
      To push the complete multi-platform image, remove the --platform flag.
      """;

  @Override
  public Usage usage() {
    return Usage.exactly(1, "[OPTIONS] NAME[:TAG]");
  }

  @Override
  public List<Flag<?>> flags() {
    return List.of(ALL_TAGS, CommonFlags.DISABLE_CONTENT_TRUST, PLATFORM, QUIET);
  }

  @Override
  public Completer argument(int place, FlagValues given) {
    return place == 0 ? Completers.IMAGE : Completers.NOTHING;
  }

  @Override
  public int run(CommandContext in) throws IOException {
    boolean quiet = in.get(QUIET);
    String platform = platform(in);
    RemoteImage image = RemoteImage.of(in, in.get(ALL_TAGS));
    if (!image.reference().digest().isEmpty()) {
      throw CommandException.refused("cannot push a digest reference");
    }
    ContentTrust.refuse(in);
    image.announceTag(quiet);
    Printer output = Printer.ofOutput(in.streams());
    List<String> notes = new ArrayList<>();
    try {
      ProgressDisplay progress =
          ProgressDisplay.on(quiet ? null : output, in.app().clock())
              .withAux(data -> notes.addAll(PushNotes.of(data)));
      push(in, image, platform, progress);
      if (quiet) {
        in.streams().println(image.reference().full());
      }
    } finally {
      for (String note : notes) {
        Note.print(output, note);
      }
    }
    return ExitCode.SUCCESS;
  }

  /** Returns the platform as JSON, empty if not given. Prints a note on the effect of the flag. */
  private static String platform(CommandContext in) throws IOException {
    String text = in.get(PLATFORM);
    if (text.isEmpty()) {
      return "";
    }
    String json = PlatformFlag.json(text, "Invalid platform " + text);
    Note.print(Printer.ofOutput(in.streams()), ONE_PLATFORM);
    return json;
  }

  private static void push(
      CommandContext in, RemoteImage image, String platform, ProgressDisplay progress)
      throws IOException {
    String repository = image.reference().name();
    try (JsonStream<ProgressMessage> messages =
        in.engine().images().push(repository, image.version(), platform, image.login())) {
      progress.show(messages);
    }
  }
}
