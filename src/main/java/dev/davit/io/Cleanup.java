package dev.davit.io;

import java.util.concurrent.CountDownLatch;

/** Runs an action if a signal ends the process before this object is closed. */
public final class Cleanup implements AutoCloseable {
  private final Thread hook;

  public Cleanup(Runnable undo) {
    hook = new Thread(undo, "cleanup");
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /**
   * Cancels the action. While a signal is ending the process, blocks instead, so that the caller
   * does not report errors that the signal causes.
   */
  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      waitForTheEnd();
    }
  }

  private static void waitForTheEnd() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
