package dev.davit.diagnosis;

import dev.davit.engine.model.ContainerDetails;
import dev.davit.format.Units;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The cause of an exit, by the exit code, events of the container and the end of its logs. */
final class ExitCause {
  private static final int SIGNALS = 128;
  private static final int NOT_EXECUTABLE = 126;
  private static final int NOT_FOUND = 127;
  private static final int UNKNOWN = 255;
  private static final int KILL = 9;
  private static final int TERM = 15;

  private static final Set<String> SHELLS =
      Set.of("sh", "bash", "ash", "dash", "zsh", "fish", "/bin/sh", "/bin/bash", "/bin/ash");

  private static final Map<Integer, Diagnosis> BY_SIGNAL =
      Map.of(
          1, signal("hangup", "SIGHUP", "its terminal was closed, or a client sent the signal"),
          2, signal("interrupted", "SIGINT", "ctrl-c, or a client sent the signal"),
          3, signal("quit", "SIGQUIT", "ctrl-\\, or a client sent the signal"),
          4,
              signal(
                  "illegal-instruction",
                  "SIGILL",
                  "the program needs a newer processor, or is for another platform"),
          6, signal("aborted", "SIGABRT", "the program ended itself after an error of its own"),
          7,
              signal(
                  "bus-error",
                  "SIGBUS",
                  "often /dev/shm is full: create the container with a larger --shm-size"),
          8, signal("arithmetic-error", "SIGFPE", "the program divided by zero, or the like"),
          11, signal("crashed", "SIGSEGV", "the program crashed by an invalid memory access"),
          13, signal("closed-pipe", "SIGPIPE", "the program wrote to a closed pipe or connection"),
          31,
              signal(
                  "blocked-system-call",
                  "SIGSYS",
                  "the seccomp profile does not allow a system call of the program"));

  private ExitCause() {}

  private static Diagnosis signal(String cause, String name, String text) {
    return Diagnosis.of(cause, "ended by " + name + ": " + text);
  }

  static Diagnosis of(Evidence evidence) {
    ContainerDetails container = evidence.container();
    int code = container.state().exitCode();
    if (container.state().oomKilled() || evidence.has("oom")) {
      return outOfMemory(container);
    }
    if (code == SIGNALS + KILL) {
      return killed(evidence);
    }
    if (evidence.wasStopped() || code == SIGNALS + TERM) {
      return stopped(evidence);
    }
    Diagnosis bySignal = code > SIGNALS ? BY_SIGNAL.get(code - SIGNALS) : null;
    if (bySignal != null) {
      return bySignal;
    }
    return code == 0 ? finished(container) : failed(evidence, code);
  }

  private static Diagnosis outOfMemory(ContainerDetails container) {
    Long limit = container.hostConfig().memory;
    if (limit == null || limit == 0) {
      return new Diagnosis(
          "out-of-memory",
          "the kernel killed a process of the container because the host had no free memory",
          "limit the memory of the containers of this host: --memory");
    }
    return new Diagnosis(
        "out-of-memory",
        "the kernel killed a process because the container reached its memory limit of "
            + Units.binary(limit),
        "raise the limit: davit update --memory LIMIT --memory-swap LIMIT "
            + container.plainName());
  }

  private static Diagnosis killed(Evidence evidence) {
    if (evidence.wasSent(KILL) && evidence.wasStopped()) {
      return new Diagnosis(
          "stop-timeout",
          "a client has stopped the container, which did not exit within the timeout and was"
              + " killed",
          "create it with --init, handle the stop signal in the program, or raise --stop-timeout");
    }
    return evidence.wasSent(KILL)
        ? Diagnosis.of("killed", "a client has killed the container with SIGKILL")
        : new Diagnosis(
            "killed-by-host",
            "the process was killed with SIGKILL, by no client that the engine remembers",
            "look for the out-of-memory killer in the host's kernel log, and for other processes"
                + " that send signals");
  }

  private static Diagnosis stopped(Evidence evidence) {
    if (evidence.wasStopped()) {
      return Diagnosis.of("stopped", "a client has stopped the container");
    }
    return evidence.wasSent(TERM)
        ? Diagnosis.of("stopped", "a client has sent SIGTERM to the container")
        : Diagnosis.of(
            "terminated", "ended by SIGTERM, sent by no client that the engine remembers");
  }

  private static Diagnosis finished(ContainerDetails container) {
    String command = String.valueOf(container.path());
    List<String> args = container.args();
    boolean alone = args.isEmpty() || args.equals(List.of(command)); // Podman repeats the command
    if (SHELLS.contains(command) && alone && !container.config().openStdin()) {
      return new Diagnosis(
          "shell-without-input",
          "the command is a shell, which had no input and ended at once",
          "create the container with --interactive --tty, or give it a command");
    }
    return Diagnosis.of("finished", "the command has ended successfully");
  }

  private static Diagnosis failed(Evidence evidence, int code) {
    Diagnosis byLogs = LogCause.of(evidence.logs());
    if (byLogs != null) {
      return byLogs;
    }
    return switch (code) {
      case NOT_EXECUTABLE ->
          Diagnosis.of("not-executable", "a command of the shell is not an executable file");
      case NOT_FOUND -> Diagnosis.of("command-not-found", "a command of the shell does not exist");
      case UNKNOWN ->
          Diagnosis.of(
              "engine-stopped-or-failed",
              "the program ended with exit code 255, or the engine or the host was stopped while"
                  + " it was running");
      default -> new Diagnosis("failed", "the program ended with an error", advice(evidence));
    };
  }

  private static @Nullable String advice(Evidence evidence) {
    return evidence.logs().isEmpty()
        ? "its logs are empty: run it in the foreground, or with a more verbose setting"
        : null;
  }
}
