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
import dev.davit.command.shared.ForEachTarget;
import dev.davit.command.shared.PlatformFlag;
import dev.davit.command.shared.RemoteImage;
import dev.davit.engine.http.ApiVersion;
import dev.davit.engine.http.EngineException;
import dev.davit.engine.http.JsonStream;
import dev.davit.engine.model.ProgressMessage;
import dev.davit.gotypes.DurationParser;
import dev.davit.gotypes.GoInt;
import dev.davit.opts.ImageRef;
import dev.davit.progress.ProgressDisplay;
import dev.davit.terminal.Printer;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@code davit pull}: pulls an image from a registry. Mirrors cli/command/image/pull.go. */
public final class PullCommand implements Command {
  private static final Flag<Boolean> ALL_TAGS =
      Flag.bool("all-tags", 'a', "Pull all tags of the repository");
  private static final Flag<@Nullable Long> IF_OLDER =
      Flag.value(
          "if-older",
          "duration",
          PullCommand::age,
          "Pull only if the image is missing, or was pulled or tagged longer ago, such as 24h");
  private static final Flag<String> PLATFORM =
      Flag.string(
              "platform",
              "Pull this platform of the image: OS[/ARCH[/VARIANT]] (default: $DOCKER_DEFAULT_PLATFORM)")
          .since(1, 32)
          .completes(Completers.PLATFORM);
  private static final Flag<Boolean> QUIET =
      Flag.bool("quiet", 'q', "Print only the name of the image");

  private static final Flag<@Nullable Integer> RETRY =
      Flag.value(
          "retry",
          "N",
          GoInt::parseUint16,
          "Try up to N more times after a failure of the network (default 0)");

  /** The API version since which an image is inspected for a platform. */
  private static final ApiVersion INSPECT_PLATFORM = new ApiVersion(1, 49);

  @Override
  public Usage usage() {
    return Usage.exactly(1, "[OPTIONS] NAME[:TAG|@DIGEST]");
  }

  /** Accepts several images, unlike docker. */
  @Override
  public boolean accepts(int arguments, FlagValues given) {
    return arguments >= 1;
  }

  @Override
  public List<Flag<?>> flags() {
    return List.of(ALL_TAGS, CommonFlags.DISABLE_CONTENT_TRUST, IF_OLDER, PLATFORM, QUIET, RETRY);
  }

  /** Returns images of the engine, of which a newer version can be pulled. */
  @Override
  public Completer argument(int place, FlagValues given) {
    return Completers.IMAGE;
  }

  @Override
  public int run(CommandContext in) throws IOException {
    if (in.get(IF_OLDER) != null && in.get(ALL_TAGS)) {
      throw CommandException.conflict("--all-tags", "--if-older");
    }
    if (in.args().size() == 1) {
      pull(in, in.args().getFirst(), "");
      return ExitCode.SUCCESS;
    }
    List<String> errors = new ArrayList<>();
    for (String name : in.args()) {
      try {
        pull(in, name, name + ": ");
      } catch (IOException | CommandException e) {
        errors.add(name + ": " + e.getMessage());
      }
    }
    return ForEachTarget.exitCode(in.streams(), errors);
  }

  /**
   * Pulls an image.
   *
   * @param label the beginning of notes about retries
   */
  private static void pull(CommandContext in, String name, String label) throws IOException {
    boolean quiet = in.get(QUIET);
    RemoteImage image = RemoteImage.of(in, name, in.get(ALL_TAGS));
    if (image.reference().digest().isEmpty()) {
      ContentTrust.refuse(in);
    }
    if (!isRecent(in, image.reference())) {
      image.announceTag(quiet);
      try {
        int retries = Objects.requireNonNullElse(in.get(RETRY), 0);
        new PullRetry(retries, PullRetry::sleep, note -> in.streams().error(label + note))
            .run(() -> pull(in, image, quiet));
      } catch (IOException e) {
        String text = String.valueOf(e.getMessage());
        throw text.contains("when fetching 'plugin'")
            ? new IOException(text + " - Use `docker plugin install`", e)
            : e;
      }
    }
    in.streams().println(image.reference().full());
  }

  private static void pull(CommandContext in, RemoteImage image, boolean quiet) throws IOException {
    ImageRef reference = image.reference();
    Printer shown = quiet ? null : Printer.ofOutput(in.streams());
    try (JsonStream<ProgressMessage> messages =
        in.engine()
            .images()
            .pull(
                reference.name(),
                image.version(),
                PlatformFlag.orDefault(in, PLATFORM),
                image.login())) {
      ProgressDisplay.on(shown, in.app().clock()).show(messages);
    }
  }

  private static Long age(String text) {
    long nanos = DurationParser.parse(text);
    if (nanos < 0) {
      throw new IllegalArgumentException("must not be negative");
    }
    return nanos;
  }

  /** Whether the engine's image is not older than {@code --if-older} allows. */
  private static boolean isRecent(CommandContext in, ImageRef reference) throws IOException {
    Long nanos = in.get(IF_OLDER);
    String platform = PlatformFlag.orDefault(in, PLATFORM);
    if (nanos == null
        || !platform.isEmpty() && in.engine().apiVersion().isBefore(INSPECT_PLATFORM)) {
      return false;
    }
    String wanted = platform.isEmpty() ? null : PlatformFlag.json(platform, "");
    try {
      Instant tagged =
          in.engine().images().inspect(reference.full(), wanted).lastTagTime().orElse(Instant.MIN);
      return tagged.isAfter(in.app().clock().instant().minusNanos(nanos));
    } catch (EngineException e) {
      if (e.isNotFound()) {
        return false;
      }
      throw e;
    }
  }
}
