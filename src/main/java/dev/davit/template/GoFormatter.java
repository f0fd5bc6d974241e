package dev.davit.template;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Formats by a printf format string as fmt.Sprintf does, including its error texts. */
final class GoFormatter {
  private final List<@Nullable Object> args;
  private final StringBuilder out = new StringBuilder();
  private String format = "";
  private int pos;
  private int argIndex;
  private boolean reordered;
  private boolean goodIndex;

  GoFormatter(List<@Nullable Object> args) {
    this.args = args;
  }

  String format(String text) {
    format = text;
    while (pos < format.length()) {
      int percent = format.indexOf('%', pos);
      out.append(format, pos, percent < 0 ? format.length() : percent);
      pos = percent < 0 ? format.length() : percent + 1;
      if (percent >= 0) {
        directive();
      }
    }
    if (!reordered && argIndex < args.size()) {
      reportExtra();
    }
    return out.toString();
  }

  private void directive() {
    goodIndex = true;
    boolean afterIndex;
    FormatSpec spec = new FormatSpec();
    while (pos < format.length() && spec.flag(format.charAt(pos))) {
      pos++;
    }
    afterIndex = argumentIndex();
    if (at('*')) {
      pos++;
      spec.width = starArgument("%!(BADWIDTH)");
      spec.negativeWidthMeansLeft();
      afterIndex = false;
    } else {
      spec.width = number();
      goodIndex &= !(afterIndex && spec.width >= 0);
    }
    if (at('.')) {
      pos++;
      goodIndex &= !afterIndex;
      afterIndex = argumentIndex();
      if (at('*')) {
        pos++;
        spec.precision = starArgument("%!(BADPREC)");
        afterIndex = false;
      } else {
        spec.precision = Math.max(0, number());
      }
    }
    if (!afterIndex) {
      argumentIndex();
    }
    verb(spec);
  }

  private void verb(FormatSpec spec) {
    if (pos >= format.length()) {
      out.append("%!(NOVERB)");
      return;
    }
    int verb = format.codePointAt(pos);
    pos += Character.charCount(verb);
    if (verb == '%') {
      out.append('%');
    } else if (!goodIndex) {
      out.append("%!").appendCodePoint(verb).append("(BADINDEX)");
    } else if (argIndex >= args.size()) {
      out.append("%!").appendCodePoint(verb).append("(MISSING)");
    } else {
      spec.isFor(verb);
      new VerbPrinter(spec, out).print(verb, args.get(argIndex++), 0);
    }
  }

  private boolean at(char c) {
    return pos < format.length() && format.charAt(pos) == c;
  }

  /** Reads digits; returns -1 without any. */
  private int number() {
    int value = -1;
    while (pos < format.length() && Character.digit(format.charAt(pos), 10) >= 0 && value < 1e6) {
      value = Math.max(value, 0) * 10 + Character.digit(format.charAt(pos++), 10);
    }
    return value;
  }

  private int starArgument(String problem) {
    Object arg = argIndex < args.size() ? args.get(argIndex++) : null;
    GoType type = GoType.of(arg);
    if (arg instanceof Number number && (type == GoType.INT || type == GoType.UINT)) {
      return number.intValue();
    }
    out.append(problem);
    return -1;
  }

  /** Reads {@code [n]}, which selects the next argument; returns whether it was present. */
  private boolean argumentIndex() {
    if (!at('[')) {
      return false;
    }
    reordered = true;
    int close = format.indexOf(']', pos);
    if (close < 0) {
      goodIndex = false;
      pos++;
      return false;
    }
    pos++;
    int index = number();
    goodIndex &= pos == close && index >= 1 && index <= args.size();
    pos = close + 1;
    argIndex = goodIndex ? index - 1 : argIndex;
    return goodIndex;
  }

  private void reportExtra() {
    out.append("%!(EXTRA ");
    for (int i = argIndex; i < args.size(); i++) {
      out.append(i == argIndex ? "" : ", ");
      if (args.get(i) == null) {
        out.append("<nil>");
      } else {
        out.append(GoType.name(args.get(i))).append('=');
        new VerbPrinter(new FormatSpec(), out).print('v', args.get(i), 0);
      }
    }
    out.append(')');
  }
}
