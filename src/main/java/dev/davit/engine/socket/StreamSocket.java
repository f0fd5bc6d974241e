package dev.davit.engine.socket;

import java.net.Socket;

/**
 * A base of {@link Socket}s that are not the system's: keeps the options that OkHttp sets and
 * reads.
 */
abstract class StreamSocket extends Socket {
  private int soTimeout;
  private boolean outputShutdown;

  /** Records that the output is shut down, which the subclass does. */
  final void markOutputShutdown() {
    outputShutdown = true;
  }

  @Override
  public final boolean isOutputShutdown() {
    return outputShutdown;
  }

  @Override
  public final void setSoTimeout(int timeout) {
    soTimeout = timeout;
  }

  @Override
  public final int getSoTimeout() {
    return soTimeout;
  }

  @Override
  public final void setTcpNoDelay(boolean on) {
    // no effect: neither a Unix socket nor a pipe has such a delay
  }
}
