package dev.davit.command.shared;

import dev.davit.cli.CommandContext;
import dev.davit.cli.CommandException;
import dev.davit.cli.ExitCode;
import dev.davit.cli.complete.Completer;
import dev.davit.cli.flags.Flag;
import dev.davit.opts.Timeout;
import dev.davit.readiness.Wanted;
import dev.davit.readiness.Watch;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The flags {@code --wait} and {@code --wait-timeout} of commands that start containers, and the
 * wait after the start.
 */
public final class WaitFlags {
  /** Completes conditions. */
  public static final Completer CONDITIONS =
      Completer.words("exited file= healthy log= next-exit not-running port= removed running");

  /** Whether to wait after the start, and for what. */
  public static final Flag<Choice> WAIT =
      Flag.optional(
              "wait",
              "condition",
              Choice::parse,
              "",
              Choice.NONE,
              "Wait for a condition of 'wait' (default healthy; running without a health check)")
          .completes(CONDITIONS);

  /** The longest time of {@code --wait}. */
  public static final Flag<@Nullable Timeout> WAIT_TIMEOUT =
      Flag.value(
          "wait-timeout",
          "duration",
          Timeout::parse,
          "Time to wait with --wait before exiting with 124: SECONDS or a duration such as 1m30s");

  private final CommandContext in;
  private final Choice choice;
  private final Map<String, Watch> watches = new LinkedHashMap<>();

  private WaitFlags(CommandContext in, Choice choice) {
    this.in = in;
    this.choice = choice;
  }

  /** The value of {@code --wait}; {@code conditions} is null if the flag is not given. */
  public record Choice(@Nullable Wanted conditions) {
    static final Choice NONE = new Choice(null);

    static Choice parse(String text) {
      return new Choice(Wanted.parse(text));
    }
  }

  /**
   * Reads the flags.
   *
   * @throws CommandException if {@code --wait-timeout} is given without {@code --wait}
   */
  public static WaitFlags of(CommandContext in) {
    Choice choice = in.get(WAIT);
    if (choice.conditions() == null && in.get(WAIT_TIMEOUT) != null) {
      throw CommandException.refused("--wait-timeout needs --wait");
    }
    return new WaitFlags(in, choice);
  }

  /** Whether {@code --wait} is given. */
  public boolean isGiven() {
    return choice.conditions() != null;
  }

  /** Watches a container that is started next: no transition after the start is missed. */
  public void beforeStart(String container) throws IOException {
    watch(container, true);
  }

  /** Watches a container that was restarted: an exit before is ignored. */
  public void afterRestart(String container) throws IOException {
    watch(container, false);
  }

  private void watch(String container, boolean starting) throws IOException {
    if (choice.conditions() != null) {
      Watch watch = Watch.begin(in.engine(), container, choice.conditions(), starting);
      synchronized (watches) {
        watches.put(container, watch);
      }
    }
  }

  /** Stops watching a container whose start failed. */
  public void afterFailure(String container) {
    synchronized (watches) {
      Watch watch = watches.remove(container);
      if (watch != null) {
        watch.close();
      }
    }
  }

  private Watch watch(String container) {
    return Objects.requireNonNull(watches.get(container));
  }

  /** Waits for the containers that were started; prints failures and returns the exit code. */
  public int await() {
    if (watches.isEmpty()) {
      return ExitCode.SUCCESS;
    }
    Wanted wanted = Objects.requireNonNull(choice.conditions());
    return new ReadyWait(List.copyOf(watches.keySet()), wanted, this::watch)
        .await(in.get(WAIT_TIMEOUT))
        .report(in);
  }
}
