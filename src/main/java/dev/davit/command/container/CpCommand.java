package dev.davit.command.container;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import dev.davit.cli.Command;
import dev.davit.cli.CommandContext;
import dev.davit.cli.CommandException;
import dev.davit.cli.ExitCode;
import dev.davit.cli.Usage;
import dev.davit.cli.complete.Completer;
import dev.davit.cli.complete.Completers;
import dev.davit.cli.flags.Flag;
import dev.davit.cli.flags.FlagValues;
import dev.davit.command.selection.SelectionFlags;
import dev.davit.command.selection.SingleContainer;
import dev.davit.copy.Copy;
import dev.davit.engine.http.EngineException;
import dev.davit.opts.CopyEndpoint;
import dev.davit.opts.CopyEndpoint.InContainer;
import dev.davit.opts.CopyEndpoint.Local;
import dev.davit.text.GoQuote;
import dev.davit.text.ShellWord;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;

/**
 * {@code davit cp}: copies files between a container and the host. Mirrors
 * cli/command/container/cp.go.
 */
public final class CpCommand implements Command {
  private static final Flag<Boolean> ARCHIVE =
      Flag.bool(
          "archive", 'a', "Preserve UIDs and GIDs, setuid and setgid bits, devices and FIFOs");
  private static final Flag<Boolean> COMPRESS =
      Flag.bool(
          "compress", "Compress the files during the transfer, for slow connections to the engine");
  private static final Flag<Boolean> FOLLOW_LINK =
      Flag.bool("follow-link", 'L', "Copy the target of SRC_PATH if SRC_PATH is a symbolic link");
  private static final Flag<Boolean> QUIET =
      Flag.bool(
          "quiet",
          'q',
          "Suppress the progress and the summary (default: true if STDOUT is not a terminal)");

  @Override
  public Usage usage() {
    return Usage.exactly(2, "[OPTIONS] CONTAINER:SRC_PATH DEST_PATH|-")
        .or("cp [OPTIONS] SRC_PATH|- CONTAINER:DEST_PATH");
  }

  @Override
  public List<Flag<?>> flags() {
    return List.of(ARCHIVE, COMPRESS, SelectionFlags.FILTER, FOLLOW_LINK, QUIET);
  }

  @Override
  public Completer argument(int place, FlagValues given) {
    return Completers.COPY_ENDPOINT;
  }

  @Override
  public String needsOneEngine(CommandContext in) {
    return CopyEndpoint.parse(in.args().getFirst()) instanceof Local(String path)
            && !path.equals("-")
        ? ""
        : "only local files can be copied to several engines; name the container to copy from as"
            + " CONTEXT/CONTAINER:PATH";
  }

  @Override
  public int run(CommandContext in) throws IOException {
    CopyEndpoint from = endpoint(in, in.args().getFirst(), "source");
    CopyEndpoint to = endpoint(in, in.args().getLast(), "destination");
    Copy copy =
        new Copy(
            in.engine().archives(),
            in.streams(),
            in.app().cwd(),
            new Copy.Options(in.get(ARCHIVE), in.get(FOLLOW_LINK), isQuiet(in), in.get(COMPRESS)));
    try {
      return copy(in, copy, from, to) ? ExitCode.SUCCESS : ExitCode.FAILURE;
    } catch (EngineException e) {
      String hint = e.isNotFound() ? localNames(in) : "";
      if (hint.isEmpty()) {
        throw e;
      }
      throw new CommandException(e.getMessage() + hint, ExitCode.FAILURE, e);
    }
  }

  private static boolean copy(CommandContext in, Copy copy, CopyEndpoint from, CopyEndpoint to)
      throws IOException {
    return switch (from) {
      case InContainer source ->
          switch (to) {
            case InContainer _ ->
                throw CommandException.refused(
                    "copying between containers is not supported" + localNames(in));
            case Local target -> copy.out(source, target);
          };
      case Local source ->
          switch (to) {
            case InContainer target -> copy.in(source, target);
            case Local _ ->
                throw CommandException.refused("must specify at least one container source");
          };
    };
  }

  /** Returns a line for each argument that was read as CONTAINER:PATH and is a local file, too. */
  private static String localNames(CommandContext in) {
    StringBuilder lines = new StringBuilder();
    for (String text : in.args()) {
      boolean both =
          CopyEndpoint.parse(text) instanceof InContainer
              && Files.exists(in.app().cwd().physical(text), NOFOLLOW_LINKS);
      if (both) {
        lines
            .append("\nto name the local file ")
            .append(GoQuote.quote(text))
            .append(", write ")
            .append(ShellWord.of("./" + text));
      }
    }
    return lines.toString();
  }

  /**
   * Whether to print no progress. By default, as in docker, only if standard output is not a
   * terminal.
   */
  private static boolean isQuiet(CommandContext in) {
    return in.flags().given(QUIET) ? in.get(QUIET) : !in.streams().outIsTerminal();
  }

  private static CopyEndpoint endpoint(CommandContext in, String text, String which)
      throws IOException {
    if (text.isEmpty()) {
      throw CommandException.refused(which + " can not be empty");
    }
    CopyEndpoint parsed = CopyEndpoint.parse(text);
    return parsed instanceof InContainer(String container, String path)
        ? new InContainer(SingleContainer.name(in, container), path)
        : parsed;
  }
}
