package dev.davit.engine.socket;

import dev.davit.text.ShellWord;
import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The system's ssh, which runs {@code docker system dial-stdio} on the engine's host; its words are
 * docker's (cli/connhelper). Each connection is a process of its own, kept for all requests that
 * follow one another: only streams that run beside others take more. A connection that several
 * share is a matter of ControlMaster in the user's ssh configuration, which stays in force.
 */
public final class SshCommand implements Closeable {
  /**
   * What a process is started with ignored, it ignores: ctrl-c reaches ssh as well, and is for us
   * to understand. A JVM that ignores a signal itself cannot be made to heed it again, so this
   * shell does, which then becomes ssh; the words behind it are none that it reads. Where the
   * machine has a setpriv that can, ssh ends with us even when we are killed.
   */
  private static final List<String> AS_OURS =
      List.of(
          "/bin/sh",
          "-c",
          """
          trap '' INT QUIT
          if setpriv --pdeathsig TERM true 2>/dev/null; then exec setpriv --pdeathsig TERM "$@"; fi
          exec "$@"\
          """,
          "sh");

  private final List<String> argv = new ArrayList<>();
  private final Map<String, String> env;
  private final Set<Process> running = ConcurrentHashMap.newKeySet();

  /** To the kernel a process is the child of the thread that starts it: this one lasts. */
  private final ExecutorService starter =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("ssh").factory());

  private boolean endsWithUs;

  public SshCommand(EngineAddress.Ssh address, Duration connectTimeout, Map<String, String> env) {
    this.env = env;
    long seconds = Math.max(connectTimeout.plusMillis(999).toSeconds(), 1);
    argv.add("ssh");
    if (!connectTimeout.isZero()) {
      argv.addAll(List.of("-o", "ConnectTimeout=" + seconds));
    }
    argv.add("-T");
    address.user().ifPresent(user -> argv.addAll(List.of("-l", user)));
    address.port().ifPresent(port -> argv.addAll(List.of("-p", Integer.toString(port))));
    argv.addAll(List.of("--", address.host(), "docker"));
    if (!address.path().isEmpty()) {
      // ssh hands a line to the shell on the other side
      argv.addAll(List.of("--host", ShellWord.of("unix://" + address.path())));
    }
    argv.addAll(List.of("system", "dial-stdio"));
  }

  /** Starts it; it ends when it is destroyed, with {@link #close}, or with us. */
  synchronized Process start() throws IOException {
    List<String> command = new ArrayList<>(AS_OURS);
    command.add(program());
    command.addAll(argv.subList(1, argv.size()));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().clear();
    builder.environment().putAll(env);
    if (!endsWithUs) {
      Runtime.getRuntime().addShutdownHook(new Thread(this::close, "ssh"));
      endsWithUs = true;
    }
    Process process = start(builder);
    running.add(process);
    return process;
  }

  private Process start(ProcessBuilder builder) throws IOException {
    try {
      return starter.submit(builder::start).get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException failure ? failure : new IOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException();
    }
  }

  private String program() throws IOException {
    for (String folder : env.getOrDefault("PATH", "").split(":", -1)) {
      Path file = Path.of(folder.isEmpty() ? "." : folder, argv.getFirst());
      if (Files.isExecutable(file) && Files.isRegularFile(file)) {
        return file.toString();
      }
    }
    throw new Ended("exec: \"ssh\": executable file not found in $PATH");
  }

  /** Says in docker's words that it has ended. */
  IOException ended(int exitCode, String said) {
    return new Ended(
        "command "
            + this
            + " has exited with exit status "
            + exitCode
            + ", make sure the URL is valid, and Docker 18.09 or later is installed on the remote"
            + " host: stderr="
            + said);
  }

  /** There is no way to the engine by ssh. */
  public static final class Ended extends IOException {
    private static final long serialVersionUID = 1L;

    Ended(String reason) {
      super(reason);
    }
  }

  void destroy(Process process) {
    running.remove(process);
    process.destroy();
  }

  @Override
  public void close() {
    starter.shutdown();
    running.forEach(Process::destroy);
  }

  @Override
  public String toString() {
    return "[" + String.join(" ", argv) + "]";
  }
}
