package dev.davit.plugin;

import dev.davit.terminal.Streams;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.util.ArrayList;
import java.util.List;

/** A child process with given standard streams: inherited if they are those of this process. */
final class PluginProcess {
  private final Process process;
  private final List<Thread> copies = new ArrayList<>();

  private PluginProcess(Process process) {
    this.process = process;
  }

  /**
   * Starts a process.
   *
   * @throws IOException in Go's words
   */
  static PluginProcess start(ProcessBuilder builder, Streams streams) throws IOException {
    if (streams.areOfProcess()) {
      builder.redirectInput(Redirect.INHERIT);
      builder.redirectOutput(Redirect.INHERIT).redirectError(Redirect.INHERIT);
      return new PluginProcess(Executable.start(builder));
    }
    PluginProcess started = new PluginProcess(Executable.start(builder));
    Process process = started.process;
    started.copy(process.getInputStream(), streams.out());
    started.copy(process.getErrorStream(), streams.err());
    Thread.ofPlatform()
        .daemon()
        .start(() -> transfer(streams.in(), process.getOutputStream(), true));
    return started;
  }

  private void copy(InputStream from, OutputStream to) {
    copies.add(Thread.ofPlatform().daemon().start(() -> transfer(from, to, false)));
  }

  private static void transfer(InputStream from, OutputStream to, boolean closes) {
    try {
      from.transferTo(to);
      if (closes) {
        to.close();
      }
    } catch (IOException e) {
      // the reader is gone
    }
  }

  /** Waits for the end of the process and of its output, and returns its exit code. */
  int waitFor() {
    try {
      int exitCode = process.waitFor();
      for (Thread copy : copies) {
        copy.join();
      }
      return exitCode;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  void kill() {
    process.destroyForcibly();
  }
}
