package dev.davit;

import dev.davit.cli.Cli;
import dev.davit.cli.ProcessEnvironment;
import dev.davit.command.CommandTree;
import dev.davit.engine.http.SecurityProviders;
import dev.davit.io.WorkingDirectory;
import dev.davit.terminal.ProcessDirectory;
import dev.davit.terminal.Signals;
import dev.davit.terminal.Streams;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import org.graalvm.nativeimage.ProcessProperties;

/** The entry point: runs the command line and exits with its exit code. */
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
    SecurityProviders.setUpOneWithoutTls();
    Map<String, String> env = environment();
    ProcessEnvironment app =
        new ProcessEnvironment(
            programName(),
            command(),
            Streams.ofProcess(),
            env,
            directory(env),
            InstantSource.system(),
            exit);
    exit.halt(Cli.execute(app, CommandTree.ROOT, List.of(args)));
  }

  /**
   * Ends the process, once: a signal also ends child processes such as ssh, and the exit code of a
   * command that fails because of that must not replace the signal's.
   */
  private static final class Exit implements IntConsumer {
    /** Ends the process after the shutdown hooks; never returns. */
    @Override
    public synchronized void accept(int exitCode) {
      System.exit(exitCode);
    }

    /** Ends the process without hooks: commands have cleaned up, and exit() sets up logging. */
    synchronized void halt(int exitCode) {
      Runtime.getRuntime().halt(exitCode);
    }
  }

  private static boolean isNative() {
    return System.getProperty("org.graalvm.nativeimage.imagecode") != null;
  }

  /** Returns the name of the program as typed, without its path. */
  private static String programName() {
    String path = command();
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** Returns the program as typed, from the launcher or the native binary's own argv. */
  private static String command() {
    String path =
        isNative()
            ? ProcessProperties.getArgumentVectorProgramName()
            : System.getProperty("davit.command");
    return path == null ? "davit" : path;
  }

  /**
   * Returns the working directory. If it was removed, Java was started in another one, and
   * DAVIT_CWD is the open file descriptor of the removed one, or empty if it cannot be opened.
   */
  private static WorkingDirectory directory(Map<String, String> env) {
    String pwd = env.getOrDefault("PWD", "");
    String removed = env.get("DAVIT_CWD");
    if (removed == null) {
      return WorkingDirectory.ofProcess(pwd);
    }
    if (!removed.isEmpty()) {
      ProcessDirectory.enter(Integer.parseInt(removed));
    }
    return WorkingDirectory.removed(Path.of(""), pwd);
  }

  /**
   * Returns the client's environment, with the original LC_ALL if the launcher changed it, as it
   * does so that Java decodes arguments correctly.
   */
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
