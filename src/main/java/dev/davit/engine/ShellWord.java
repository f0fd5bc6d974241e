package dev.davit.engine;

/** A text as one word of a shell's command line. */
final class ShellWord {
  private static final String PLAIN = "/.:_-+,=@%";

  private ShellWord() {}

  static String of(String text) {
    boolean plain =
        !text.isEmpty()
            && text.chars().allMatch(c -> Character.isLetterOrDigit(c) || PLAIN.indexOf(c) >= 0);
    return plain ? text : "'" + text.replace("'", "'\\''") + "'";
  }
}
