package dev.davit.command.container;

import dev.davit.cli.Command;
import dev.davit.cli.CommandContext;
import dev.davit.cli.CommandException;
import dev.davit.cli.ExitCode;
import dev.davit.cli.Usage;
import dev.davit.cli.complete.Completer;
import dev.davit.cli.complete.Completers;
import dev.davit.cli.flags.CommonFlags;
import dev.davit.cli.flags.ContainerFlags;
import dev.davit.cli.flags.CreationFlags;
import dev.davit.cli.flags.Flag;
import dev.davit.cli.flags.FlagGroup;
import dev.davit.cli.flags.FlagValues;
import dev.davit.cli.flags.ProcessFlags;
import dev.davit.command.removal.Protection;
import dev.davit.command.replace.Predecessor;
import dev.davit.command.replace.ReplaceFlag;
import dev.davit.command.shared.AttachFlags;
import dev.davit.command.shared.CreateOptions;
import dev.davit.command.shared.RunFailure;
import dev.davit.command.shared.WaitFlags;
import dev.davit.engine.AttachOptions;
import dev.davit.engine.PendingWait;
import dev.davit.engine.model.ContainerConfig;
import dev.davit.engine.model.ContainerDetails;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code davit run}: creates and starts a container. Mirrors cli/command/container/run.go. */
public final class RunCommand implements Command {
  public static final Flag<Boolean> DETACH =
      Flag.bool("detach", 'd', "Run the container in the background and print its ID");

  private static final List<Flag<?>> OWN =
      List.of(
          CommonFlags.DETACH_KEYS,
          DETACH,
          ReplaceFlag.REPLACE,
          CommonFlags.SIG_PROXY,
          Protection.UNPROTECT,
          WaitFlags.WAIT,
          WaitFlags.WAIT_TIMEOUT);

  @Override
  public Usage usage() {
    return Usage.commandLine(1, "[OPTIONS] IMAGE [COMMAND] [ARG...]");
  }

  @Override
  public boolean accepts(int arguments, FlagValues given) {
    return CreateOptions.accepts(arguments, given);
  }

  @Override
  public List<Flag<?>> flags() {
    return ContainerFlags.with(OWN);
  }

  @Override
  public List<FlagGroup> flagGroups() {
    return ContainerFlags.groups(OWN);
  }

  @Override
  public Completer argument(int place, FlagValues given) {
    return place == 0 ? Completers.IMAGE : Completers.NOTHING;
  }

  @Override
  public int run(CommandContext in) throws IOException {
    CreateOptions request = CreateOptions.of(in);
    ContainerConfig config = request.spec().config;
    boolean detached = in.get(DETACH);
    WaitFlags ready = WaitFlags.of(in);
    if (detached) {
      detach(in, config);
    } else if (in.get(ReplaceFlag.REPLACE) == ReplaceFlag.CHANGED) {
      throw CommandException.refused("--replace=changed needs --detach");
    } else if (ready.isGiven()) {
      throw CommandException.refused("--wait needs --detach");
    } else {
      AttachFlags.requireTerminal(in, isOn(config.attachStdin), isOn(config.tty));
      AttachFlags.checkDetachKeys(in);
    }
    Predecessor.check(in, request.spec());
    if (in.get(CreationFlags.DRY_RUN)) {
      in.streams().print(orFailedRun(in, request::preview));
      return ExitCode.SUCCESS;
    }
    try (Predecessor old = orFailedRun(in, () -> Predecessor.of(in, request, true))) {
      return run(in, request, old, ready, detached);
    }
  }

  private static int run(
      CommandContext in, CreateOptions request, Predecessor old, WaitFlags ready, boolean detached)
      throws IOException {
    ContainerDetails same = old.same();
    if (same != null) {
      return use(in, same, ready, old);
    }
    String id = orFailedRun(in, old::create);
    boolean removed = isOn(request.spec().hostConfig.autoRemove);
    return detached
        ? startInBackground(in, id, removed, ready, old)
        : runAttached(in, id, request, removed, old);
  }

  /** Starts a container that exists already, unless it runs, and prints its ID. */
  private static int use(CommandContext in, ContainerDetails same, WaitFlags ready, Predecessor old)
      throws IOException {
    String id = same.id();
    if (same.isAlive()) {
      ready.afterRestart(id);
    } else {
      ready.beforeStart(id);
      start(in, id, old);
    }
    in.streams().printSent(id + '\n');
    return ready.await();
  }

  private static void detach(CommandContext in, ContainerConfig config) {
    if (!in.get(ProcessFlags.ATTACH).isEmpty()) {
      throw CommandException.refused(
          "conflicting options: cannot specify both --attach and --detach");
    }
    config.attachStdin = false;
    config.attachStdout = false;
    config.attachStderr = false;
    config.stdinOnce = false;
  }

  /** A step that can fail. */
  private interface Attempt<R> {
    R make() throws IOException;
  }

  private static <R> R orFailedRun(CommandContext in, Attempt<R> attempt) {
    try {
      return attempt.make();
    } catch (IOException e) {
      throw RunFailure.of(in, e);
    }
  }

  /**
   * Starts the container and prints its ID, even if the start fails, as the container exists unless
   * it is to replace another one. After a failed start, waits until the container is removed if it
   * has {@code --rm}. After a start, waits until the container is ready if that is requested.
   */
  private static int startInBackground(
      CommandContext in, String id, boolean removed, WaitFlags ready, Predecessor old)
      throws IOException {
    try {
      ready.beforeStart(id);
      try (PendingWait wait = AttachedStart.waitFor(in, id, removed)) {
        AttachedStart.start(in, () -> start(in, id, old), wait, removed);
      }
      if (old.exists()) {
        return replace(in, id, ready, old);
      }
    } finally {
      if (!old.exists()) {
        in.streams().printSent(id + '\n');
      }
    }
    return ready.await();
  }

  /** Waits until the container is ready and removes the one that it replaces. */
  private static int replace(CommandContext in, String id, WaitFlags ready, Predecessor old)
      throws IOException {
    int exitCode = ready.await();
    if (exitCode == ExitCode.SUCCESS) {
      old.finish();
      in.streams().printSent(id + '\n');
    }
    return exitCode;
  }

  private static int runAttached(
      CommandContext in, String id, CreateOptions request, boolean removed, Predecessor old)
      throws IOException {
    ContainerConfig config = request.spec().config;
    AttachOptions attached =
        AttachOptions.live(
            isOn(config.attachStdin),
            isOn(config.attachStdout),
            isOn(config.attachStderr),
            AttachFlags.engineDetachKeys(in));
    boolean tty = isOn(config.tty);
    return new AttachedStart(
            in, id, tty, removed, attached, () -> AttachFlags.signalProxy(in, id, tty))
        .run(
            () -> {
              start(in, id, old);
              old.finish();
            });
  }

  private static void start(CommandContext in, String id, Predecessor old) {
    try {
      old.start(id);
    } catch (IOException e) {
      throw RunFailure.of(in, e);
    }
  }

  private static boolean isOn(@Nullable Boolean value) {
    return Boolean.TRUE.equals(value);
  }
}
