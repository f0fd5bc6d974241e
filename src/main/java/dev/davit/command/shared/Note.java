package dev.davit.command.shared;

import dev.davit.terminal.Printer;
import java.io.IOException;
import java.util.StringJoiner;

/** Notes in docker's form: the lines are indented behind a heading (cli's internal/tui). */
public final class Note {
  private static final String OFF = "\u001b[0m";

  /** The flag that docker emphasizes in notes. */
  private static final String FLAG = "--platform";

  private Note() {}

  /** Prints a note after an empty line; on a terminal, in colours. */
  public static void print(Printer output, String text) throws IOException {
    print(output, text, " Info -> ", heading("i", "106", "96", "Info"));
  }

  /** Prints a warning in the form of a note. */
  public static void warn(Printer output, String text) throws IOException {
    print(output, text, " Warn -> ", heading("w", "103", "93", "Warn"));
  }

  private static String heading(String letter, String background, String colour, String word) {
    return "\u001b[1m\u001b["
        + background
        + "m\u001b[30m"
        + letter
        + OFF
        + OFF
        + " \u001b["
        + colour
        + 'm'
        + word
        + " → "
        + OFF
        + OFF;
  }

  private static void print(Printer output, String text, String plain, String coloured)
      throws IOException {
    boolean terminal = output.isTerminal();
    String shown = terminal ? text.replace(FLAG, "\u001b[1m" + FLAG + OFF) : text;
    StringJoiner lines = new StringJoiner('\n' + " ".repeat(plain.length()), "", "\n");
    for (String line : shown.split("\n", -1)) {
      lines.add(terminal ? "\u001b[3m" + line + OFF : line);
    }
    output.print('\n' + (terminal ? coloured : plain) + lines);
  }
}
