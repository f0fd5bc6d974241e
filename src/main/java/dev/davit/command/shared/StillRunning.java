package dev.davit.command.shared;

import dev.davit.cli.CommandContext;
import dev.davit.cli.CommandException;
import dev.davit.cli.ExitCode;
import dev.davit.engine.Engine;
import dev.davit.engine.model.ContainerDetails;
import dev.davit.engine.model.ExecDetails;
import dev.davit.terminal.Streams;
import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;

/**
 * The end of a command whose output has no reader any more, while the container, or the process of
 * an exec, continues to run: docker's message and exit code, and a line that names the container.
 */
public final class StillRunning {
  /** The number of times to look before a process counts as running on: most end soon. */
  private static final int LOOKS = 3;

  private static final int PAUSE_NANOS = 50_000_000;

  /** The time limit of all looks, as a client without a reader must end. */
  private static final int LIMIT_SECONDS = 1;

  private StillRunning() {}

  /** Looks once; returns the name of the container, empty if the process has ended. */
  private interface Look {
    String name() throws IOException;
  }

  /** Creates the failure of a command that was attached to a container. */
  public static CommandException container(
      CommandContext in, String container, Streams.BrokenPipe e) {
    Engine engine = in.engine();
    String name = afterLooks(() -> runningName(engine, container));
    return failure(
        e,
        "container "
            + name
            + " continues to run; \""
            + in.app().name()
            + " stop "
            + name
            + "\" stops the container",
        name);
  }

  /** Creates the failure of a command that was attached to an exec. */
  public static CommandException command(CommandContext in, String exec, Streams.BrokenPipe e) {
    Engine engine = in.engine();
    String name =
        afterLooks(
            () -> {
              ExecDetails details = engine.execs().inspect(exec);
              return details.running() && details.container() != null
                  ? runningName(engine, details.container())
                  : "";
            });
    return failure(e, "the command continues to run in container " + name, name);
  }

  private static CommandException failure(Streams.BrokenPipe e, String line, String name) {
    String reported = e.isSilent() ? "" : String.valueOf(e.getMessage());
    String lines = name.isEmpty() ? reported : reported.isEmpty() ? line : reported + '\n' + line;
    return new CommandException(lines, ExitCode.of(e), e);
  }

  private static String runningName(Engine engine, String container) throws IOException {
    ContainerDetails details = engine.containers().inspect(container);
    String name = details.name();
    return !details.state().running() ? "" : name.startsWith("/") ? name.substring(1) : name;
  }

  /** Returns the name if each look finds the process running; empty if the engine fails. */
  private static String afterLooks(Look look) {
    FutureTask<String> looks =
        new FutureTask<>(
            () -> {
              String name = look.name();
              for (int i = 1; i < LOOKS && !name.isEmpty(); i++) {
                LockSupport.parkNanos(PAUSE_NANOS);
                name = look.name();
              }
              return name;
            });
    Thread.ofPlatform().daemon().name("still-running").start(looks);
    try {
      return looks.get(LIMIT_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      return "";
    } catch (InterruptedException e) {
      throw new IllegalStateException(e); // this thread is never interrupted
    }
  }
}
