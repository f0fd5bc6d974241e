package dev.davit.cli;

import org.jspecify.annotations.Nullable;

/**
 * The shape of a command.
 *
 * @param synopsis what follows its name: {@code [OPTIONS] CONTAINER [CONTAINER...]}
 * @param alternative another way to use it, which follows the program's name; null if there is none
 * @param min how many arguments it needs at least
 * @param max how many it takes at most
 * @param interspersed whether flags may follow arguments; not where the rest is the container's own
 *     command line
 */
public record Usage(
    String synopsis, @Nullable String alternative, int min, int max, boolean interspersed) {
  private static final int ANY = Integer.MAX_VALUE;
  private static final String OPTIONS = "[OPTIONS]";

  public static Usage exactly(int count, String synopsis) {
    return new Usage(synopsis, null, count, count, true);
  }

  public static Usage atLeast(int count, String synopsis) {
    return new Usage(synopsis, null, count, ANY, true);
  }

  public static Usage between(int min, int max, String synopsis) {
    return new Usage(synopsis, null, min, max, true);
  }

  /** Takes a container's command line, whose own flags must be left alone. */
  public static Usage commandLine(int min, String synopsis) {
    return new Usage(synopsis, null, min, ANY, false);
  }

  /** The same with a second form, {@code cp SRC CONTAINER:DEST}. */
  public Usage or(String second) {
    return new Usage(synopsis, second, min, max, interspersed);
  }

  /** The same with all flags in front of the arguments. */
  public Usage flagsFirst() {
    return new Usage(synopsis, alternative, min, max, false);
  }

  /** All of it, for messages and help. */
  String text(String program, String path) {
    return (synopsis.isEmpty() ? path : path + ' ' + synopsis)
        + (alternative == null ? "" : "\n\t" + program + ' ' + alternative);
  }

  /** The arguments by themselves: {@code CONTAINER [CONTAINER...]}. */
  String label() {
    return synopsis.startsWith(OPTIONS) ? synopsis.substring(OPTIONS.length()).strip() : synopsis;
  }

  /** How many arguments there may be, as picocli writes it: {@code 1..*}. */
  String arity() {
    return min + ".." + (isOpenEnded() ? "*" : Integer.toString(max));
  }

  /** Whether any number above the least will do. */
  boolean isOpenEnded() {
    return max == ANY;
  }

  boolean accepts(int count) {
    return count >= min && count <= max;
  }

  /** The complaint about a wrong number of arguments, in docker's words. */
  String expected() {
    if (min == max) {
      return min == 0 ? "accepts no arguments" : "requires " + arguments(min);
    }
    if (isOpenEnded()) {
      return "requires at least " + arguments(min);
    }
    return min == 0
        ? "requires at most " + arguments(max)
        : "requires at least " + min + " and at most " + arguments(max);
  }

  private static String arguments(int count) {
    return count == 1 ? "1 argument" : count + " arguments";
  }
}
