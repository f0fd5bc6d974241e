package dev.davit;

import dev.davit.cli.App;
import dev.davit.cli.Cli;
import dev.davit.terminal.Streams;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Runs the program: argv in, exit code out. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    App app =
        new App(
            System.getProperty("davit.name", "davit"),
            Streams.ofProcess(),
            environment(),
            Path.of("").toAbsolutePath(),
            InstantSource.system(),
            System::exit);
    // exit() would set up logging to log that it was called; commands have cleaned up by now.
    Runtime.getRuntime().halt(Cli.execute(app, List.of(args)));
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
