package dev.davit.terminal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.SignalHandler;
import org.jline.terminal.TerminalBuilder;
import org.jline.terminal.impl.AbstractPosixTerminal;
import org.jline.terminal.spi.SystemStream;
import org.jline.terminal.spi.TerminalProvider;
import org.jline.utils.OSUtils;

/**
 * Opens the terminal of a standard stream: on Linux by {@link LibcPty}, on other systems by the
 * first of JLine's providers that works there. JLine's system property {@code
 * org.jline.terminal.provider} chooses a provider, on Linux too.
 */
final class Terminals {
  private static final List<SystemStream> STREAMS = List.of(SystemStream.values());

  private Terminals() {}

  /**
   * Returns whether a standard stream, by its descriptor, is a terminal on a system other than
   * Linux.
   */
  static boolean isTerminal(int descriptor) {
    return providers().stream()
        .anyMatch(provider -> provider.isSystemStream(STREAMS.get(descriptor)));
  }

  /**
   * Opens the terminal of standard output or standard error.
   *
   * @param controlled the descriptor whose attributes are set: standard input for raw mode
   * @param shown the descriptor of the output
   * @throws IOException if the stream is not a terminal, or the terminal is closed
   */
  static Terminal open(int controlled, int shown, InputStream in, OutputStream out)
      throws IOException {
    if (Libc.HAS_TERMINALS) {
      return new SystemTerminal(new LibcPty(controlled, shown, in, out));
    }
    IOException failure = new IOException("no terminal");
    for (TerminalProvider provider : providers()) {
      try {
        return open(provider, STREAMS.get(shown));
      } catch (IOException | RuntimeException | LinkageError e) {
        failure.addSuppressed(e);
      }
    }
    throw failure;
  }

  /** Returns a simulated terminal. */
  static Terminal pretended(InputStream in, OutputStream out) throws IOException {
    return new SystemTerminal(new PretendedPty(in, out));
  }

  private static Terminal open(TerminalProvider provider, SystemStream shown) throws IOException {
    // on Windows JLine detects the type of the console
    String type = OSUtils.IS_WINDOWS ? null : SystemTerminal.TYPE;
    Terminal terminal =
        provider.sysTerminal(
            "davit", type, false, UTF_8, UTF_8, UTF_8, false, SignalHandler.SIG_DFL, false, shown);
    return terminal instanceof AbstractPosixTerminal posix
        ? new SystemTerminal(posix.getPty())
        : terminal;
  }

  private static List<TerminalProvider> providers() {
    String chosen = System.getProperty(TerminalBuilder.PROP_PROVIDER);
    return TerminalBuilder.builder().getProviders(chosen, new IllegalStateException());
  }
}
