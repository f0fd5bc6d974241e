package dev.davit;

/** Runs the program: argv in, exit code out. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    System.exit(0);
  }
}
