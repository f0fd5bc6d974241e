package dev.davit.command.builder;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.davit.terminal.Printer;
import dev.davit.terminal.Streams;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** The output of a build, which {@code --quiet} keeps until the build fails. */
final class BuildOutput {
  private final Streams streams;
  private final boolean quiet;
  private final ByteArrayOutputStream keptProgress = new ByteArrayOutputStream();
  private final ByteArrayOutputStream keptBuild = new ByteArrayOutputStream();

  BuildOutput(Streams streams, boolean quiet) {
    this.streams = streams;
    this.quiet = quiet;
  }

  /** The printer of the progress of uploads and downloads. */
  Printer progress() {
    return printer(keptProgress);
  }

  /** The printer of what the engine sends. */
  Printer build() {
    return printer(keptBuild);
  }

  private Printer printer(ByteArrayOutputStream kept) {
    return Printer.ofOutput(
        quiet ? Streams.of(new byte[0], kept, new ByteArrayOutputStream()) : streams);
  }

  /** Prints the progress that was kept. */
  void showProgress() {
    if (quiet) {
      streams.error(keptProgress.toString(UTF_8));
    }
  }

  /** Prints all that was kept to standard error. */
  void showAll() throws IOException {
    keptProgress.writeTo(streams.err());
    keptBuild.writeTo(streams.err());
  }

  /**
   * Ends a successful build: with {@code --quiet} prints the image's ID, which is all that the
   * engine sent.
   *
   * @param id the ID, empty if unknown
   * @return the ID; with {@code --quiet} as a line
   */
  String end(String id) throws IOException {
    keptBuild.writeTo(streams.out());
    return quiet ? keptBuild.toString(UTF_8) : id;
  }
}
