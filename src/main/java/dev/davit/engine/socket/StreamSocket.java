package dev.davit.engine.socket;

import java.net.Socket;

/** A {@link Socket} that is not the system's: what OkHttp sets and asks of one, kept here. */
abstract class StreamSocket extends Socket {
  private int soTimeout;
  private boolean outputShutdown;

  /** Notes it; what does it is the heir's. */
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
    // neither a Unix socket nor a pipe has such a delay
  }
}
