package dev.davit;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.davit.cli.Cli;
import dev.davit.cli.ProcessEnvironment;
import dev.davit.command.CommandTree;
import dev.davit.io.WorkingDirectory;
import dev.davit.terminal.Signals;
import dev.davit.terminal.Streams;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;

/** Runs the program: argv in, exit code out. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    Exit exit = new Exit();
    Signals.exitOnInterrupt(exit);
    if (isNative()) {
      Signals.exitOnQuitAndHangup(exit);
      Signals.passOverFailedWrites();
    }
    Signals.passOverRequests();
    Map<String, String> env = environment();
    ProcessEnvironment app =
        new ProcessEnvironment(
            programName(), Streams.ofProcess(), env, directory(env), InstantSource.system(), exit);
    exit.halt(Cli.execute(app, CommandTree.ROOT, List.of(args)));
  }

  /**
   * Ends the process, once: a command that fails because a signal ends everything, such as its ssh,
   * must not replace the signal's exit code by its own.
   */
  private static final class Exit implements IntConsumer {
    /** Runs the shutdown hooks; never returns. */
    @Override
    public synchronized void accept(int exitCode) {
      System.exit(exitCode);
    }

    /** Runs no hooks: commands have cleaned up, and exit() would set up logging. */
    synchronized void halt(int exitCode) {
      Runtime.getRuntime().halt(exitCode);
    }
  }

  private static boolean isNative() {
    return System.getProperty("org.graalvm.nativeimage.imagecode") != null;
  }

  /** The name typed. The launcher passes it on; the native binary is its own launcher. */
  private static String programName() {
    if (!isNative()) {
      return System.getProperty("davit.name", "davit");
    }
    try {
      String words = new String(Files.readAllBytes(Path.of("/proc/self/cmdline")), UTF_8);
      String path = words.substring(0, words.indexOf('\0'));
      return path.substring(path.lastIndexOf('/') + 1);
    } catch (IOException e) {
      return "davit";
    }
  }

  /**
   * The working directory; where that was removed, its physical path is one at which nothing is.
   */
  private static WorkingDirectory directory(Map<String, String> env) {
    String removed = env.get("DAVIT_CWD");
    Path physical = removed == null ? Path.of("").toAbsolutePath() : Path.of(removed);
    return new WorkingDirectory(physical, env.getOrDefault("PWD", ""));
  }

  /** Ours; where the launcher set a locale by which java reads words rightly, without that. */
  private static Map<String, String> environment() {
    String locale = System.getProperty("davit.LC_ALL");
    if (locale == null) {
      return System.getenv();
    }
    Map<String, String> env = new HashMap<>(System.getenv());
    if (locale.isEmpty()) {
      env.remove("LC_ALL");
    } else {
      env.put("LC_ALL", locale);
    }
    return env;
  }
}
