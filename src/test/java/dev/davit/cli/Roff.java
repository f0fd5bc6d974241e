package dev.davit.cli;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Formats text in the language of man pages. */
final class Roff {
  private static final Pattern CODE = Pattern.compile("`([^`]+)`");

  /** One or more terms, each between backticks, and their description. */
  private static final Pattern ENTRY = Pattern.compile("((?:`[^`]+`(?:, )?)+): (.*)");

  private static final String INDENT = "    ";

  private final StringBuilder page = new StringBuilder();

  Roff comment(String text) {
    return line(".\\\" " + text);
  }

  Roff title(String name, int section, String date) {
    return line(".TH " + plain(name) + ' ' + section + " \"" + date + "\" davit \"davit manual\"");
  }

  Roff section(String name) {
    return line(".SH " + name);
  }

  /** Adds an entry of a list: a term in bold and its description. */
  Roff entry(String names, String text) {
    return line(".TP").line(names).line(safe(plain(text)));
  }

  Roff lineBreak() {
    return line(".br");
  }

  Roff paragraph(String text) {
    return line(safe(text));
  }

  /**
   * A hand-written text. {@code # NAME} starts a section and {@code ## NAME} a subsection. Lines
   * indented by four blanks are shown as they are, blank lines divide paragraphs, and text between
   * backticks is bold. {@code - `TERM`: TEXT} is an entry of a list, {@code - TEXT} a bullet;
   * either goes on in lines indented by two blanks. Lines that begin with {@code @} are not
   * printed.
   */
  Roff text(String text) {
    boolean literal = false;
    boolean gap = false; // whether the next line begins a paragraph
    for (String line : text.strip().lines().filter(Roff::isPrinted).toList()) {
      boolean indented = line.startsWith(INDENT);
      if (literal && !indented && !line.isEmpty()) {
        line(".EE").line(".RE");
        literal = false;
        gap = true;
      }
      if (indented) {
        if (!literal) {
          line(".PP").line(".RS 4").line(".EX");
        }
        literal = true;
        line(safe(plain(line.substring(INDENT.length()))));
      } else if (line.startsWith("# ")) {
        section(line.substring(2));
      } else if (line.startsWith("## ")) {
        line(".SS " + plain(line.substring(3)));
      } else if (line.startsWith("- ")) {
        item(line.substring(2));
      } else if (!line.isEmpty()) {
        if (gap && page.lastIndexOf("\n.S") < page.lastIndexOf("\n", page.length() - 2)) {
          line(".PP");
        }
        line(safe(marked(line.strip())));
      } else if (literal) {
        continue;
      }
      gap = line.isEmpty();
    }
    return literal ? line(".EE").line(".RE") : this;
  }

  private static boolean isPrinted(String line) {
    return !line.startsWith("@");
  }

  private void item(String text) {
    Matcher entry = ENTRY.matcher(text);
    if (entry.matches()) {
      line(".TP").line(safe(marked(entry.group(1)))).line(safe(marked(entry.group(2))));
    } else {
      line(".IP \\(bu 2").line(safe(marked(text)));
    }
  }

  static String bold(String text) {
    return "\\fB" + plain(text) + "\\fP";
  }

  static String italic(String text) {
    return "\\fI" + plain(text) + "\\fP";
  }

  /** Escapes characters that roff would replace by typographic ones. */
  static String plain(String text) {
    return text.replace("\\", "\\e")
        .replace("-", "\\-")
        .replace("'", "\\(aq")
        .replace("`", "\\(ga")
        .replace("^", "\\(ha")
        .replace("~", "\\(ti");
  }

  private static String marked(String text) {
    return CODE.matcher(text)
        .replaceAll(
            found -> "\u0001" + found.group(1).replace("\\", "\\\\").replace("$", "\\$") + "\u0002")
        .transform(Roff::plain)
        .replace("\u0001", "\\fB")
        .replace("\u0002", "\\fP");
  }

  /** Escapes a leading dot, which would begin a request. */
  private static String safe(String line) {
    return line.startsWith(".") ? "\\&" + line : line;
  }

  private Roff line(String line) {
    page.append(line).append('\n');
    return this;
  }

  @Override
  public String toString() {
    return page.toString();
  }
}
