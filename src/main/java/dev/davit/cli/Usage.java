package dev.davit.cli;

import org.jspecify.annotations.Nullable;

/**
 * The usage of a command: its usage line and its number of arguments.
 *
 * @param synopsis the usage line after the name: {@code [OPTIONS] CONTAINER [CONTAINER...]}
 * @param alternative a second usage line after the program's name; null without one
 * @param min the minimum number of arguments
 * @param max the maximum number of arguments
 * @param interspersed whether flags may follow arguments; false if these are the container's
 *     command line
 */
public record Usage(
    String synopsis, @Nullable String alternative, int min, int max, boolean interspersed) {
  private static final int ANY = Integer.MAX_VALUE;
  private static final String OPTIONS = "[OPTIONS]";
  private static final String ONE = "CONTAINER";
  private static final String SEVERAL = "CONTAINER [CONTAINER...]";

  public static Usage exactly(int count, String synopsis) {
    return new Usage(synopsis, null, count, count, true);
  }

  public static Usage atLeast(int count, String synopsis) {
    return new Usage(synopsis, null, count, ANY, true);
  }

  public static Usage between(int min, int max, String synopsis) {
    return new Usage(synopsis, null, min, max, true);
  }

  /**
   * Creates the usage of a command that takes a container's command line, with flags of its own.
   */
  public static Usage commandLine(int min, String synopsis) {
    return new Usage(synopsis, null, min, ANY, false);
  }

  /** Returns this usage with a second line, {@code cp SRC CONTAINER:DEST}. */
  public Usage or(String second) {
    return new Usage(synopsis, second, min, max, interspersed);
  }

  /**
   * Returns this usage as help shows it; messages show docker's.
   *
   * @param options whether the command has options
   * @param containers the arguments that options can replace; can be empty
   */
  Usage inHelp(boolean options, String containers) {
    boolean shown = synopsis.contains(OPTIONS) || synopsis.contains("[flags]");
    String all = options && !shown ? (OPTIONS + ' ' + synopsis).strip() : synopsis;
    String arguments = all.contains(SEVERAL) ? SEVERAL : ONE;
    return new Usage(
        all.contains(containers) ? all : all.replace(arguments, containers),
        alternative,
        min,
        max,
        interspersed);
  }

  /** Returns this usage with all flags before the arguments. */
  public Usage flagsFirst() {
    return new Usage(synopsis, alternative, min, max, false);
  }

  /** The usage lines for messages and help. */
  String text(String program, String path) {
    return (synopsis.isEmpty() ? path : path + ' ' + synopsis)
        + (alternative == null ? "" : "\n\t" + program + ' ' + alternative);
  }

  /** The arguments without options: {@code CONTAINER [CONTAINER...]}. */
  String label() {
    return synopsis.startsWith(OPTIONS) ? synopsis.substring(OPTIONS.length()).strip() : synopsis;
  }

  /** The number of arguments in picocli's syntax: {@code 1..*}. */
  String arity() {
    return min + ".." + (isOpenEnded() ? "*" : Integer.toString(max));
  }

  /** Whether the number of arguments has no maximum. */
  boolean isOpenEnded() {
    return max == ANY;
  }

  /** The first word of the line that refers to help, with docker's typing error. */
  String helpVerb() {
    return isOpenEnded() ? "See" : min == 0 && max > 0 ? "SRun" : "Run";
  }

  boolean accepts(int count) {
    return count >= min && count <= max;
  }

  /** The expected number of arguments, as docker's message has it. */
  public String expected() {
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
