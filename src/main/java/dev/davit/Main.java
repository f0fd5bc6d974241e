package dev.davit;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.davit.cli.App;
import dev.davit.cli.Cli;
import dev.davit.terminal.Streams;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/** Runs the program: argv in, exit code out. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    App app =
        new App(
            programName(),
            Streams.ofProcess(),
            System.getenv(),
            Path.of("").toAbsolutePath(),
            InstantSource.system(),
            System::exit);
    // exit() would set up logging to log that it was called; commands have cleaned up by now.
    Runtime.getRuntime().halt(Cli.execute(app, List.of(args)));
  }

  /** The name typed. The launcher passes it on; the native binary is its own launcher. */
  private static String programName() {
    if (System.getProperty("org.graalvm.nativeimage.imagecode") == null) {
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
}
