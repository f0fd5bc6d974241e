package dev.davit.command.image;

import dev.davit.cli.Command;
import dev.davit.cli.CommandContext;
import dev.davit.cli.ExitCode;
import dev.davit.cli.Usage;
import dev.davit.cli.complete.Completer;
import dev.davit.cli.complete.Completers;
import dev.davit.cli.flags.Flag;
import dev.davit.cli.flags.FlagValues;
import dev.davit.command.shared.ArchiveOutput;
import dev.davit.command.shared.PlatformFlag;
import dev.davit.engine.http.ApiResponse;
import java.io.IOException;
import java.util.List;

/** {@code davit save}: writes images as a tar archive. Mirrors cli/command/image/save.go. */
public final class SaveCommand implements Command {
  private static final Flag<List<String>> PLATFORM =
      Flag.list("platform", "Save only these platforms of the images: OS[/ARCH[/VARIANT]],...")
          .completes(Completers.PLATFORM)
          .since(1, 48);

  @Override
  public Usage usage() {
    return Usage.atLeast(1, "[OPTIONS] IMAGE [IMAGE...]");
  }

  @Override
  public List<Flag<?>> flags() {
    return List.of(ArchiveOutput.OUTPUT, PLATFORM);
  }

  @Override
  public Completer argument(int place, FlagValues given) {
    return Completers.IMAGE;
  }

  @Override
  public int run(CommandContext in) throws IOException {
    List<String> platforms = PlatformFlag.list(in, PLATFORM);
    ArchiveOutput.write(
        in,
        "failed to save image",
        out -> {
          try (ApiResponse archive = in.engine().images().save(in.args(), platforms)) {
            archive.body().transferTo(out);
          }
        });
    return ExitCode.SUCCESS;
  }
}
