package dev.davit.cli.flags;

import dev.davit.cli.complete.Completer;
import dev.davit.cli.complete.Completers;
import dev.davit.engine.model.ContainerConfig;
import dev.davit.engine.model.ContainerSpec;
import dev.davit.gotypes.GoInt;
import dev.davit.opts.JsonList;
import dev.davit.opts.StreamName;
import dev.davit.opts.TtyChoice;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The flags for the container's process: user, directory, entrypoint, and attached streams. */
public final class ProcessFlags {
  public static final Flag<List<String>> ATTACH =
      Flag.list(
              "attach",
              'a',
              "list",
              StreamName::parse,
              "Attach only the given streams of the container: STDIN, STDOUT, STDERR")
          .completes(Completer.words("stderr stdin stdout"));
  static final Flag<Boolean> INTERACTIVE =
      Flag.bool(
          "interactive", 'i', "Keep STDIN open, and pass the client's STDIN to the container");
  public static final Flag<TtyChoice> TTY =
      Flag.choice(
              "tty",
              't',
              TtyChoice::parse,
              TtyChoice.NO,
              "Allocate a TTY; --tty=auto: only if the client's STDIN and STDOUT are terminals")
          .completes(Completer.words("true false auto"));

  private static final Flag<String> ENTRYPOINT =
      Flag.string("entrypoint", "Replace the image's entrypoint");
  private static final Flag<@Nullable List<String>> ENTRYPOINT_EXEC =
      Flag.value(
          "entrypoint-exec",
          "json",
          JsonList::parse,
          "Replace the image's entrypoint, with arguments: JSON array, for example [\"sh\",\"-c\"]");
  private static final Flag<@Nullable Long> STOP_TIMEOUT =
      Flag.value(
              "stop-timeout",
              "int",
              GoInt::parseInt,
              "Seconds to wait for the container to stop before killing it (default 10, -1: no limit)")
          .since(1, 25);

  static final Mapping ATTACHMENT = new Attachment();

  static final FlagTable TABLE =
      FlagTable.of(
          "Process",
          ATTACHMENT,
          new Entrypoint(),
          Field.of(
              Flag.string(
                  "user",
                  'u',
                  "User and group of the container's process: NAME|UID[:GROUP|GID] (default: the image's)"),
              (spec, value) -> spec.config.user = value,
              spec -> spec.config.user),
          Field.of(
              Flag.string("workdir", 'w', "Working directory inside the container"),
              (spec, value) -> spec.config.workingDir = value,
              spec -> spec.config.workingDir),
          Field.of(
              Flag.list("group-add", "Add a supplementary group"),
              (spec, value) -> spec.hostConfig.groupAdd = value,
              spec -> spec.hostConfig.groupAdd),
          Field.of(
              Flag.tristate(
                      "init",
                      "Run an init process in the container that forwards signals and reaps zombie processes")
                  .since(1, 25),
              (spec, value) -> spec.hostConfig.init = value,
              spec -> spec.hostConfig.init),
          Field.ofHost(
              Flag.string(
                      "init-path",
                      "Path on the host of the init binary for --init (API 1.28 or older)")
                  .completes(Completers.FILE)
                  .since(1, 25)
                  .until(1, 28),
              (host, value) -> host.initPath = value,
              host -> host.initPath),
          Field.of(
              Flag.string(
                      "stop-signal",
                      "Signal that stops the container (default: the image's, else SIGTERM)")
                  .completes(Completers.SIGNAL),
              (spec, value) -> spec.config.stopSignal = value,
              spec -> spec.config.stopSignal),
          Field.<@Nullable Long>of(
              STOP_TIMEOUT,
              (spec, value) -> spec.config.stopTimeout = value,
              spec -> spec.config.stopTimeout));

  private ProcessFlags() {}

  /** Maps {@code -a}, {@code -i} and {@code -t}, as the attached streams depend on all of them. */
  private static final class Attachment implements Mapping {
    @Override
    public List<Flag<?>> flags() {
      return List.of(ATTACH, INTERACTIVE, TTY);
    }

    @Override
    public void toSpec(FlagValues given, ContainerSpec spec, SpecContext context) {
      List<String> attach = given.get(ATTACH);
      ContainerConfig config = spec.config;
      boolean said =
          config.attachStdin != null || config.attachStdout != null || config.attachStderr != null;
      if (given.given(TTY) || config.tty == null) {
        config.tty = given.get(TTY).isTty(context.terminal().getAsBoolean());
      }
      if (given.given(INTERACTIVE) || config.openStdin == null) {
        config.openStdin = given.get(INTERACTIVE);
      }
      if (said && !given.given(ATTACH) && !given.given(INTERACTIVE)) {
        return;
      }
      config.attachStdin = config.openStdin || attach.contains("stdin");
      config.attachStdout = attach.isEmpty() || attach.contains("stdout");
      config.attachStderr = attach.isEmpty() || attach.contains("stderr");
      config.stdinOnce = config.openStdin && config.attachStdin;
    }

    @Override
    public void fromSpec(ContainerSpec spec, FlagWriter out) {
      ContainerConfig config = spec.config;
      boolean in = Boolean.TRUE.equals(config.attachStdin);
      boolean stdout = Boolean.TRUE.equals(config.attachStdout);
      boolean stderr = Boolean.TRUE.equals(config.attachStderr);
      writeIf(out, TTY, config.tty);
      writeIf(out, INTERACTIVE, config.openStdin);
      boolean usual = stdout && stderr && in == Boolean.TRUE.equals(config.openStdin);
      // run --detach attaches no streams, for any value of --attach
      if (!usual && (in || stdout || stderr)) {
        writeStream(out, in, "stdin");
        writeStream(out, stdout, "stdout");
        writeStream(out, stderr, "stderr");
      }
    }

    private static void writeIf(FlagWriter out, Flag<?> flag, @Nullable Boolean value) {
      if (Boolean.TRUE.equals(value)) {
        out.write(flag, true);
      }
    }

    private static void writeStream(FlagWriter out, boolean attached, String name) {
      if (attached) {
        out.write(ATTACH, name);
      }
    }
  }

  /**
   * Maps the entrypoint: one word, which if empty removes the image's entrypoint, or a list of
   * words.
   */
  private static final class Entrypoint implements Mapping {
    @Override
    public List<Flag<?>> flags() {
      return List.of(ENTRYPOINT, ENTRYPOINT_EXEC);
    }

    @Override
    public void toSpec(FlagValues given, ContainerSpec spec, SpecContext context) {
      List<String> words = given.get(ENTRYPOINT_EXEC);
      if (words != null && given.given(ENTRYPOINT)) {
        throw new IllegalArgumentException(
            "conflicting options: cannot specify both --entrypoint and --entrypoint-exec");
      }
      if (words != null) {
        spec.config.entrypoint = words;
      } else if (given.given(ENTRYPOINT)) {
        spec.config.entrypoint = List.of(given.get(ENTRYPOINT));
      }
    }

    @Override
    public void fromSpec(ContainerSpec spec, FlagWriter out) {
      List<String> entrypoint = spec.config.entrypoint;
      if (entrypoint == null || entrypoint.isEmpty()) {
        return;
      }
      if (entrypoint.size() == 1) {
        out.write(ENTRYPOINT, entrypoint.getFirst());
      } else {
        out.write(ENTRYPOINT_EXEC, JsonList.format(entrypoint));
      }
    }
  }
}
