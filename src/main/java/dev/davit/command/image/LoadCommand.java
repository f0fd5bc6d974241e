package dev.davit.command.image;

import dev.davit.cli.Command;
import dev.davit.cli.CommandContext;
import dev.davit.cli.CommandException;
import dev.davit.cli.ExitCode;
import dev.davit.cli.Usage;
import dev.davit.cli.complete.Completers;
import dev.davit.cli.flags.Flag;
import dev.davit.command.shared.PlatformFlag;
import dev.davit.engine.http.ApiResponse;
import dev.davit.engine.http.JsonStream;
import dev.davit.engine.model.ProgressMessage;
import dev.davit.io.InputFile;
import dev.davit.progress.ProgressDisplay;
import dev.davit.terminal.Printer;
import java.io.IOException;
import java.util.List;

/** {@code davit load}: loads images from a tar archive. Mirrors cli/command/image/load.go. */
public final class LoadCommand implements Command {
  private static final Flag<String> INPUT =
      Flag.string("input", 'i', "Read the archive from this file instead of STDIN")
          .completes(Completers.FILE);
  private static final Flag<List<String>> PLATFORM =
      Flag.list("platform", "Load only these platforms of the images: OS[/ARCH[/VARIANT]],...")
          .completes(Completers.PLATFORM)
          .since(1, 48);
  private static final Flag<Boolean> QUIET =
      Flag.bool("quiet", 'q', "Suppress the progress output");

  @Override
  public Usage usage() {
    return Usage.exactly(0, "[OPTIONS]");
  }

  @Override
  public List<Flag<?>> flags() {
    return List.of(INPUT, PLATFORM, QUIET);
  }

  @Override
  public int run(CommandContext in) throws IOException {
    String name = in.get(INPUT);
    if (!name.isEmpty()) {
      try (InputFile file = InputFile.open(in.app().cwd(), name)) {
        return load(in, file);
      }
    }
    if (in.streams().inIsTerminal()) {
      throw CommandException.refused("requested load from stdin, but stdin is empty");
    }
    return load(in, InputFile.ofStandardInput(in.streams().in()));
  }

  private static int load(CommandContext in, InputFile archive) throws IOException {
    boolean quiet = in.get(QUIET) || !in.streams().outIsTerminal();
    List<String> platforms = PlatformFlag.list(in, PLATFORM);
    try (ApiResponse answer = in.engine().images().load(archive, quiet, platforms)) {
      if ("application/json".equals(answer.header("Content-Type"))) {
        JsonStream<ProgressMessage> messages = answer.jsonStream(ProgressMessage.class);
        ProgressDisplay.on(Printer.ofOutput(in.streams()), in.app().clock()).show(messages);
      } else {
        answer.body().transferTo(in.streams().out());
      }
    }
    return ExitCode.SUCCESS;
  }
}
