package dev.davit;

import dev.davit.cli.App;
import dev.davit.cli.Cli;
import dev.davit.terminal.Streams;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/** Runs the program: argv in, exit code out. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    App app =
        new App(
            System.getProperty("davit.name", "davit"),
            Streams.ofProcess(),
            System.getenv(),
            Path.of("").toAbsolutePath(),
            InstantSource.system(),
            System::exit);
    // exit() would set up logging to log that it was called; commands have cleaned up by now.
    Runtime.getRuntime().halt(Cli.execute(app, List.of(args)));
  }
}
