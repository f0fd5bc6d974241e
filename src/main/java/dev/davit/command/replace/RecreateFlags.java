package dev.davit.command.replace;

import dev.davit.cli.CommandContext;
import dev.davit.cli.CommandException;
import dev.davit.cli.complete.Completer;
import dev.davit.cli.flags.Flag;
import dev.davit.command.shared.ParallelFlag;
import dev.davit.command.shared.WaitFlags;
import dev.davit.opts.Timeout;
import dev.davit.readiness.Wanted;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The flags of commands that replace a container by a new one.
 *
 * @param wanted what to wait for before the old container is removed; null for no wait
 * @param limit the longest wait; null for no limit
 * @param keepsOld whether old containers are kept
 * @param undoes whether a failure puts the old container back
 * @param forced whether containers of compose and swarm are recreated, too
 */
record RecreateFlags(
    @Nullable Wanted wanted,
    @Nullable Timeout limit,
    boolean keepsOld,
    boolean undoes,
    boolean forced) {
  private static final Flag<Boolean> FORCE =
      Flag.bool("force", "Recreate containers of compose projects and swarm services, too");
  private static final Flag<Boolean> KEEP_OLD =
      Flag.bool("keep-old", "Keep the old container, stopped and renamed, instead of removing it");
  private static final Flag<String> ROLLBACK =
      Flag.string(
              "rollback",
              (char) 0,
              "auto",
              "Whether a failure puts the old container back: auto or never (default auto)")
          .completes(Completer.words("auto never"));

  static final List<Flag<?>> ALL =
      List.of(
          FORCE, KEEP_OLD, ParallelFlag.PARALLEL, ROLLBACK, WaitFlags.WAIT, WaitFlags.WAIT_TIMEOUT);

  /**
   * Reads the flags.
   *
   * @throws CommandException if they are invalid
   */
  static RecreateFlags of(CommandContext in) {
    String rollback = in.get(ROLLBACK);
    if (!rollback.equals("auto") && !rollback.equals("never")) {
      throw CommandException.refused("--rollback must be auto or never");
    }
    return new RecreateFlags(
        in.get(WaitFlags.WAIT).conditions(),
        in.get(WaitFlags.WAIT_TIMEOUT),
        in.get(KEEP_OLD),
        rollback.equals("auto"),
        in.get(FORCE));
  }
}
