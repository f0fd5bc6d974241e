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
 * The ssh command that runs {@code docker system dial-stdio} on the engine's host; error messages
 * are docker's (cli/connhelper). Each connection is a process, which is kept for later requests;
 * only concurrent streams need further ones. The user's ssh configuration applies, so ControlMaster
 * can share a connection.
 */
public final class SshCommand implements Closeable {
  /**
   * Runs ssh by a shell that ignores SIGINT and SIGQUIT, which ssh inherits: ctrl-c reaches ssh as
   * well, but only davit must act on it. Java cannot do so, as a JVM that ignores a signal cannot
   * handle it later. Where setpriv supports it, ssh also ends if davit is killed.
   */
  private static final List<String> WITHOUT_SIGNALS =
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

  /**
   * Starts all processes in a thread that lasts: for the kernel, the parent of a process is the
   * thread that started it.
   */
  private final ExecutorService starter =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("ssh").factory());

  private boolean hasShutdownHook;

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
      // ssh passes the line to a shell on the engine's host
      argv.addAll(List.of("--host", ShellWord.of("unix://" + address.path())));
    }
    argv.addAll(List.of("system", "dial-stdio"));
  }

  /** Starts ssh, which ends when it is destroyed, with {@link #close}, or with davit. */
  synchronized Process start() throws IOException {
    List<String> command = new ArrayList<>(WITHOUT_SIGNALS);
    command.add(program());
    command.addAll(argv.subList(1, argv.size()));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().clear();
    builder.environment().putAll(env);
    if (!hasShutdownHook) {
      Runtime.getRuntime().addShutdownHook(new Thread(this::close, "ssh"));
      hasShutdownHook = true;
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

  /**
   * The exception for an ssh that has ended, with docker's message, which includes the standard
   * error of ssh.
   */
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

  /** A failure to reach the engine by ssh. */
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
