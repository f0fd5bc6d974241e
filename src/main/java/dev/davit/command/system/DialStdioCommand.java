package dev.davit.command.system;

import dev.davit.cli.Command;
import dev.davit.cli.CommandContext;
import dev.davit.cli.CommandException;
import dev.davit.cli.ExitCode;
import dev.davit.cli.Usage;
import dev.davit.engine.http.UnreachableException;
import dev.davit.engine.stream.HijackedStream;
import dev.davit.io.ChannelCopy;
import dev.davit.terminal.Streams;
import java.io.IOException;

/**
 * {@code davit system dial-stdio}: connects STDIN and STDOUT to the engine. Clients with a context
 * for {@code ssh://} start it on the engine's host. Mirrors cli/command/system/dial_stdio.go.
 */
public final class DialStdioCommand implements Command {
  @Override
  public Usage usage() {
    return Usage.exactly(0, "");
  }

  /** Copies in both directions until the engine ends its direction. */
  @Override
  public int run(CommandContext in) throws IOException {
    try (HijackedStream stream = dial(in)) {
      Thread input = new Thread(() -> send(in.streams(), stream), "stdin");
      input.setDaemon(true); // a read from standard input cannot be interrupted
      input.start();
      ChannelCopy.copy(stream.input(), in.streams().out());
    }
    return ExitCode.SUCCESS;
  }

  private static HijackedStream dial(CommandContext in) throws IOException {
    try {
      return in.engine().dial();
    } catch (IOException e) {
      throw new CommandException(
          "failed to open the raw stream connection: "
              + UnreachableException.dialing(in.address(), e),
          ExitCode.FAILURE,
          e);
    }
  }

  /** Sends standard input until it ends; a failure shows in the engine's direction. */
  private static void send(Streams streams, HijackedStream stream) {
    try {
      ChannelCopy.copy(streams.in(), stream.output());
      stream.endInput();
    } catch (IOException e) {
      // the engine has closed the connection
    }
  }
}
