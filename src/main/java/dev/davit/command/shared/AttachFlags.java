package dev.davit.command.shared;

import dev.davit.attach.AttachSession;
import dev.davit.attach.Output;
import dev.davit.attach.SignalProxy;
import dev.davit.cli.CommandContext;
import dev.davit.cli.CommandException;
import dev.davit.cli.ExitCode;
import dev.davit.cli.flags.CommonFlags;
import dev.davit.cli.flags.ProcessFlags;
import dev.davit.engine.http.ApiVersion;
import dev.davit.opts.DetachKeys;
import dev.davit.terminal.WindowSize;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The options for attaching the client's streams to a container or an exec, from the flags {@code
 * --tty}, {@code --detach-keys} and {@code --sig-proxy}, config.json and the client's terminal.
 */
public final class AttachFlags {
  private static final String DEFAULT_DETACH_KEYS = "ctrl-p,ctrl-q";

  private AttachFlags() {}

  /** Whether {@code --tty} requests a TTY. */
  public static boolean isTty(CommandContext in) {
    return in.get(ProcessFlags.TTY).isTty(in.streams().areTerminals());
  }

  /** Fails if standard input is to be attached to a TTY and is not a terminal. */
  public static void requireTerminal(CommandContext in, boolean stdin, boolean tty) {
    if (stdin && tty && !in.streams().inIsTerminal()) {
      // the hint is a separate line: scripts compare docker's line
      String hint =
          in.flags().given(ProcessFlags.TTY)
              ? "\nuse --tty=auto to allocate a TTY only if STDIN and STDOUT are terminals"
              : "";
      throw CommandException.refused("the input device is not a TTY" + hint);
    }
  }

  /** Forwards signals to a container until the proxy is closed; null with --sig-proxy=false. */
  public static @Nullable SignalProxy signalProxy(CommandContext in, String id, boolean tty) {
    return in.get(CommonFlags.SIG_PROXY) ? alwaysProxySignals(in, id, tty) : null;
  }

  /** Forwards signals to a container until the proxy is closed. */
  public static SignalProxy alwaysProxySignals(CommandContext in, String id, boolean tty) {
    return forwardSignals(in, signal -> in.engine().containers().kill(id, signal), tty);
  }

  /** Forwards signals to a receiver until the proxy is closed. */
  public static SignalProxy forwardSignals(
      CommandContext in, SignalProxy.Receiver receiver, boolean tty) {
    return SignalProxy.start(receiver, tty, in.streams(), in.app().exit());
  }

  /** Rows and columns of the client's terminal, for the API; null without a terminal. */
  public static @Nullable List<Integer> consoleSize(CommandContext in) {
    WindowSize size = in.streams().outSize();
    return size.isKnown() ? List.of(size.rows(), size.columns()) : null;
  }

  /** {@link #consoleSize} for an exec, where the API has it since 1.42, and only with a TTY. */
  public static @Nullable List<Integer> execConsoleSize(CommandContext in, boolean tty)
      throws IOException {
    return tty && !in.engine().apiVersion().isBefore(new ApiVersion(1, 42))
        ? consoleSize(in)
        : null;
  }

  /** The detach keys of the flag, or else of config.json; null for the default. */
  private static @Nullable String detachKeys(CommandContext in) {
    String keys = in.get(CommonFlags.DETACH_KEYS);
    return keys.isEmpty() ? in.config().detachKeys().orElse(null) : keys;
  }

  /** The detach keys for the API; null for the engine's default. */
  public static @Nullable String engineDetachKeys(CommandContext in) {
    String keys = detachKeys(in);
    return DetachKeys.isNone(keys) ? DetachKeys.NEVER_TYPED : keys;
  }

  /** Rejects invalid detach keys, before a container or exec is created. */
  public static void checkDetachKeys(CommandContext in) {
    parsedDetachKeys(in);
  }

  private static DetachKeys parsedDetachKeys(CommandContext in) {
    String keys = Objects.requireNonNullElse(detachKeys(in), DEFAULT_DETACH_KEYS);
    try {
      return DetachKeys.parse(keys);
    } catch (IllegalArgumentException e) {
      throw new CommandException(
          "invalid detach keys (" + keys + "): " + e.getMessage(), ExitCode.FAILURE, e);
    }
  }

  /** The options of a session: the streams to attach, the detach keys and raw mode. */
  public static AttachSession.Options sessionOptions(
      CommandContext in, boolean tty, boolean stdin, Output output) {
    boolean raw = in.app().env().getOrDefault("NORAW", "").isEmpty();
    return new AttachSession.Options(tty, stdin, output, parsedDetachKeys(in), raw);
  }
}
