package dev.davit.cli;

import java.util.regex.Pattern;

/** Formats text in the language of man pages. */
final class Roff {
  private static final Pattern CODE = Pattern.compile("`([^`]+)`");
  private static final String INDENT = "    ";

  private final StringBuilder page = new StringBuilder();

  Roff comment(String text) {
    return line(".\\\" " + text);
  }

  Roff title(String name, String date) {
    return line(".TH " + plain(name) + " 1 \"" + date + "\" davit \"davit manual\"");
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
   * Adds a hand-written text: {@code # NAME} begins a section, indented lines are code, blank lines
   * separate paragraphs, and text between backticks is bold.
   */
  Roff text(String text) {
    boolean literal = false;
    boolean gap = false;
    for (String line : text.strip().lines().toList()) {
      boolean indented = line.startsWith(INDENT);
      if (literal && !indented && !line.isEmpty()) {
        line(".EE").line(".RE");
        literal = false;
      }
      if (line.startsWith("# ")) {
        section(line.substring(2));
      } else if (indented) {
        if (!literal) {
          line(".PP").line(".RS 4").line(".EX");
        }
        literal = true;
        line(safe(plain(line.substring(INDENT.length()))));
      } else if (!line.isEmpty()) {
        if (gap && page.lastIndexOf(".SH") < page.lastIndexOf("\n", page.length() - 2)) {
          line(".PP");
        }
        line(safe(marked(line)));
      } else if (literal) {
        continue;
      }
      gap = line.isEmpty();
    }
    return literal ? line(".EE").line(".RE") : this;
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
