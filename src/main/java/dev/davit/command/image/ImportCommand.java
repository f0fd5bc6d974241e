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
import dev.davit.command.shared.PlatformFlag;
import dev.davit.engine.ImageArchives.ImportOptions;
import dev.davit.engine.http.JsonStream;
import dev.davit.engine.model.ProgressMessage;
import dev.davit.io.BodyWriter;
import dev.davit.io.InputFile;
import dev.davit.opts.ImageRef;
import dev.davit.progress.ProgressDisplay;
import dev.davit.terminal.Printer;
import dev.davit.text.GoCase;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code davit import}: creates an image from the files of a tar archive. Mirrors
 * cli/command/image/import.go.
 */
public final class ImportCommand implements Command {
  private static final Flag<String> MESSAGE = Flag.string("message", 'm', "Commit message");
  private static final Flag<String> PLATFORM =
      Flag.string(
              "platform",
              "Platform of the image: OS[/ARCH[/VARIANT]] (default: $DOCKER_DEFAULT_PLATFORM)")
          .completes(Completers.PLATFORM)
          .since(1, 32);

  @Override
  public Usage usage() {
    return Usage.atLeast(1, "[OPTIONS] file|URL|- [REPOSITORY[:TAG]]");
  }

  @Override
  public List<Flag<?>> flags() {
    return List.of(CommonFlags.CHANGE, MESSAGE, PLATFORM);
  }

  @Override
  public Completer argument(int place, FlagValues given) {
    return switch (place) {
      case 0 -> Completers.FILE;
      case 1 -> Completers.IMAGE;
      default -> Completers.NOTHING;
    };
  }

  @Override
  public int run(CommandContext in) throws IOException {
    String source = in.args().getFirst();
    if (source.equals("-")) {
      create(in, "-", InputFile.ofStandardInput(in.streams().in()));
    } else if (source.startsWith("http://") || source.startsWith("https://")) {
      create(in, source, null);
    } else {
      try (InputFile file = InputFile.open(in.app().cwd(), source)) {
        create(in, "-", file);
      }
    }
    return ExitCode.SUCCESS;
  }

  /**
   * Creates the image.
   *
   * @param source the URL that the engine reads; {@code -} for {@code archive}
   */
  private static void create(CommandContext in, String source, @Nullable BodyWriter archive)
      throws IOException {
    ImportOptions options =
        new ImportOptions(reference(in), in.get(MESSAGE), in.get(CommonFlags.CHANGE), platform(in));
    try (JsonStream<ProgressMessage> messages =
        in.engine().imageArchives().importFrom(source, archive, options)) {
      ProgressDisplay.on(Printer.ofOutput(in.streams()), in.app().clock()).show(messages);
    }
  }

  /** Returns the name of the image as typed, which the engine splits; docker ignores the rest. */
  private static String reference(CommandContext in) {
    String name = in.args().size() < 2 ? "" : in.args().get(1);
    try {
      if (!name.isEmpty()) {
        ImageRef.parse(name);
      }
    } catch (IllegalArgumentException e) {
      throw CommandException.refused(String.valueOf(e.getMessage()));
    }
    return name;
  }

  private static String platform(CommandContext in) {
    return GoCase.lower(PlatformFlag.orDefault(in, PLATFORM));
  }
}
