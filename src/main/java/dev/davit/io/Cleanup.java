package dev.davit.io;

import java.util.concurrent.CountDownLatch;

/** Undoes something if a signal ends the process before it is closed. */
public final class Cleanup implements AutoCloseable {
  private final Thread hook;

  public Cleanup(Runnable undo) {
    hook = new Thread(undo, "cleanup");
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** Where a signal is ending the process, what happens here on account of it is no error. */
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
