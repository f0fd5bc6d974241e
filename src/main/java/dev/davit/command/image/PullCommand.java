package dev.davit.command.image;

import dev.davit.cli.Command;
import dev.davit.cli.CommandContext;
import dev.davit.cli.ExitCode;
import dev.davit.cli.Usage;
import dev.davit.cli.complete.Completer;
import dev.davit.cli.complete.Completers;
import dev.davit.cli.flags.CommonFlags;
import dev.davit.cli.flags.Flag;
import dev.davit.cli.flags.FlagValues;
import dev.davit.command.shared.ContentTrust;
import dev.davit.command.shared.RemoteImage;
import dev.davit.engine.http.JsonStream;
import dev.davit.engine.model.ProgressMessage;
import dev.davit.opts.ImageRef;
import dev.davit.progress.ProgressDisplay;
import dev.davit.terminal.Printer;
import java.io.IOException;
import java.util.List;

/** {@code davit pull}: pulls an image from a registry. Mirrors cli/command/image/pull.go. */
public final class PullCommand implements Command {
  private static final Flag<Boolean> ALL_TAGS =
      Flag.bool("all-tags", 'a', "Pull all tags of the repository");
  private static final Flag<String> PLATFORM =
      Flag.string(
              "platform",
              "Pull this platform of the image: OS[/ARCH[/VARIANT]] (default: $DOCKER_DEFAULT_PLATFORM)")
          .since(1, 32)
          .completes(Completers.PLATFORM);
  private static final Flag<Boolean> QUIET =
      Flag.bool("quiet", 'q', "Print only the name of the image");

  @Override
  public Usage usage() {
    return Usage.exactly(1, "[OPTIONS] NAME[:TAG|@DIGEST]");
  }

  @Override
  public List<Flag<?>> flags() {
    return List.of(ALL_TAGS, CommonFlags.DISABLE_CONTENT_TRUST, PLATFORM, QUIET);
  }

  /** Returns images of the engine, of which a newer version can be pulled. */
  @Override
  public Completer argument(int place, FlagValues given) {
    return place == 0 ? Completers.IMAGE : Completers.NOTHING;
  }

  @Override
  public int run(CommandContext in) throws IOException {
    boolean quiet = in.get(QUIET);
    RemoteImage image = RemoteImage.of(in, in.get(ALL_TAGS));
    if (image.reference().digest().isEmpty()) {
      ContentTrust.refuse(in);
    }
    image.announceTag(quiet);
    try {
      pull(in, image, quiet);
    } catch (IOException e) {
      String text = String.valueOf(e.getMessage());
      throw text.contains("when fetching 'plugin'")
          ? new IOException(text + " - Use `docker plugin install`", e)
          : e;
    }
    in.streams().println(image.reference().full());
    return ExitCode.SUCCESS;
  }

  private static void pull(CommandContext in, RemoteImage image, boolean quiet) throws IOException {
    ImageRef reference = image.reference();
    String platform =
        in.flags().given(PLATFORM)
            ? in.get(PLATFORM)
            : in.app().env().getOrDefault("DOCKER_DEFAULT_PLATFORM", "");
    Printer shown = quiet ? null : Printer.ofOutput(in.streams());
    try (JsonStream<ProgressMessage> messages =
        in.engine().images().pull(reference.name(), image.version(), platform, image.login())) {
      ProgressDisplay.on(shown, in.app().clock()).show(messages);
    }
  }
}
