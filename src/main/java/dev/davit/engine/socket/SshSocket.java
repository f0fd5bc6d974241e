package dev.davit.engine.socket;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.davit.io.SingleByte;
import dev.davit.text.ControlBytes;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A {@link Socket} over the standard input and output of an ssh process. */
public final class SshSocket extends StreamSocket {
  /** Maximum number of bytes kept of ssh's standard error. */
  private static final int MAX_SAID = 64 * 1024;

  /** Time that ssh may take to exit after it has closed its output. */
  private static final long END_LIMIT_SECONDS = 2;

  private final SshCommand command;
  private @Nullable Process process;
  private CompletableFuture<String> said = CompletableFuture.completedFuture("");
  private volatile boolean closed;

  public SshSocket(SshCommand command) {
    this.command = command;
  }

  @Override
  public void connect(SocketAddress endpoint, int timeout) throws IOException {
    Process started = command.start();
    CompletableFuture<String> words = new CompletableFuture<>();
    Thread.ofPlatform()
        .daemon()
        .name("ssh-stderr")
        .start(() -> words.complete(read(started.getErrorStream())));
    said = words;
    process = started;
  }

  private static String read(InputStream stderr) {
    try (stderr) {
      String text = new String(stderr.readNBytes(MAX_SAID), UTF_8);
      stderr.transferTo(OutputStream.nullOutputStream());
      return ControlBytes.shownInMessage(text);
    } catch (IOException e) {
      return "";
    }
  }

  private Process process() throws SocketException {
    if (process == null || closed) {
      throw new SocketException("Socket closed");
    }
    return process;
  }

  @Override
  public InputStream getInputStream() throws IOException {
    return new Output(process().getInputStream());
  }

  @Override
  public OutputStream getOutputStream() throws IOException {
    return new Input(process().getOutputStream());
  }

  /** The exception for a closed stream: the reason why ssh has ended, or null if it succeeded. */
  private @Nullable IOException problem() throws IOException {
    if (closed) {
      return new SocketException("Socket closed");
    }
    try {
      if (!process().waitFor(END_LIMIT_SECONDS, TimeUnit.SECONDS)) {
        return null;
      }
      int exitCode = process().exitValue();
      return exitCode == 0 ? null : command.ended(exitCode, words());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return null;
    }
  }

  /**
   * The standard error of ssh. Limited in time, as a process left behind by ssh may keep it open.
   */
  private String words() {
    return said.completeOnTimeout("", END_LIMIT_SECONDS, TimeUnit.SECONDS).join();
  }

  /** The standard output of ssh, read as the socket's input. */
  private final class Output extends FilterInputStream {
    Output(InputStream stdout) {
      super(stdout);
    }

    @Override
    public int read() throws IOException {
      return SingleByte.read(this);
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      // OkHttp sets a timeout of 1 ms to check whether an idle connection is still alive.
      if (getSoTimeout() > 0 && in.available() == 0 && process().isAlive()) {
        throw new SocketTimeoutException("Read timed out");
      }
      int count = in.read(bytes, offset, length);
      if (count < 0) {
        IOException problem = problem();
        if (problem != null) {
          throw problem;
        }
      }
      return count;
    }
  }

  /** The standard input of ssh, written as the socket's output. */
  private final class Input extends FilterOutputStream {
    Input(OutputStream stdin) {
      super(stdin);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      try {
        out.write(bytes, offset, length);
        out.flush();
      } catch (IOException e) {
        IOException problem = problem();
        throw problem != null ? problem : process().isAlive() ? e : new EOFException();
      }
    }
  }

  @Override
  public void shutdownOutput() throws IOException {
    markOutputShutdown();
    process().getOutputStream().close();
  }

  @Override
  public void close() {
    closed = true;
    if (process != null) {
      command.destroy(process);
    }
  }

  @Override
  public boolean isConnected() {
    return process != null;
  }

  @Override
  public boolean isClosed() {
    return closed;
  }

  @Override
  public boolean isInputShutdown() {
    return false;
  }
}
