package dev.davit.template;

import dev.davit.template.Token.Kind;
import dev.davit.text.GoQuote;
import org.jspecify.annotations.Nullable;

/** Splits a template into tokens on demand, with the rules of text/template/parse/lex.go. */
final class Lexer {
  private static final int EOF = -1;

  private final String input;
  private int start;
  private int pos;
  private int parenDepth;
  private boolean insideAction;
  private boolean finished;

  Lexer(String input) {
    this.input = input;
  }

  Token next() {
    if (finished) {
      return new Token(Kind.EOF, input.length(), "");
    }
    return insideAction ? inAction() : inText();
  }

  private Token inText() {
    while (true) {
      int open = input.indexOf("{{", pos);
      int textEnd = open < 0 ? input.length() : open;
      if (open >= 0 && leftTrims(open)) {
        while (textEnd > start && isSpace(input.charAt(textEnd - 1))) {
          textEnd--;
        }
      }
      if (textEnd > start) {
        Token text = new Token(Kind.TEXT, start, input.substring(start, textEnd));
        start = open < 0 ? input.length() : open;
        pos = start;
        return text;
      }
      if (open < 0) {
        finished = true;
        return new Token(Kind.EOF, input.length(), "");
      }
      start = open;
      int afterTrim = open + 2 + (leftTrims(open) ? 2 : 0);
      if (!input.startsWith("/*", afterTrim)) {
        return leftDelim(open, afterTrim);
      }
      Token problem = skipComment(afterTrim);
      if (problem != null) {
        return problem;
      }
    }
  }

  private Token leftDelim(int open, int afterTrim) {
    insideAction = true;
    parenDepth = 0;
    start = afterTrim;
    pos = afterTrim;
    return new Token(Kind.LEFT_DELIM, open, "{{");
  }

  private @Nullable Token skipComment(int from) {
    pos = from + 2;
    int close = input.indexOf("*/", pos);
    if (close < 0) {
      return error("unclosed comment");
    }
    pos = close + 2;
    int length = rightDelimLength();
    if (length == 0) {
      return error("comment ends before closing delimiter");
    }
    skipRightDelim(length);
    return null;
  }

  private boolean leftTrims(int open) {
    return input.startsWith("-", open + 2)
        && open + 3 < input.length()
        && isSpace(input.charAt(open + 3));
  }

  /** Returns the length of the closing delimiter: 0 if missing, 2 for "}}", 4 for " -}}". */
  private int rightDelimLength() {
    if (input.startsWith("}}", pos)) {
      return 2;
    }
    return pos < input.length() && isSpace(input.charAt(pos)) && input.startsWith("-}}", pos + 1)
        ? 4
        : 0;
  }

  private void skipRightDelim(int length) {
    pos += length;
    while (length == 4 && pos < input.length() && isSpace(input.charAt(pos))) {
      pos++;
    }
    start = pos;
  }

  private Token inAction() {
    int delim = rightDelimLength();
    if (delim > 0) {
      if (parenDepth > 0) {
        return error("unclosed left paren");
      }
      int at = pos + delim - 2;
      skipRightDelim(delim);
      insideAction = false;
      return new Token(Kind.RIGHT_DELIM, at, "}}");
    }
    int c = read();
    return switch (c) {
      case EOF -> error("unclosed action");
      case ' ', '\t', '\r', '\n' -> space();
      case '=' -> emit(Kind.ASSIGN);
      case ':' -> read() == '=' ? emit(Kind.DECLARE) : error("expected :=");
      case '|' -> emit(Kind.PIPE);
      case '"' -> quoted('"', Kind.STRING, "unterminated quoted string");
      case '\'' -> quoted('\'', Kind.CHAR_CONSTANT, "unterminated character constant");
      case '`' -> rawQuoted();
      case '$' -> fieldOrVariable(Kind.VARIABLE);
      case '.' -> isDigit(peek()) ? number() : fieldOrVariable(Kind.FIELD);
      case '(' -> {
        parenDepth++;
        yield emit(Kind.LEFT_PAREN);
      }
      case ')' -> --parenDepth < 0 ? error("unexpected right paren") : emit(Kind.RIGHT_PAREN);
      default -> other(c);
    };
  }

  private Token other(int c) {
    if (c == '+' || c == '-' || isDigit(c)) {
      return number();
    }
    if (isAlphaNumeric(c)) {
      return identifier();
    }
    return c > ' ' && c < 0x7f
        ? emit(Kind.CHAR)
        : error("unrecognized character in action: " + Quoted.unicode(c));
  }

  private Token space() {
    while (pos < input.length() && isSpace(input.charAt(pos)) && rightDelimLength() == 0) {
      pos++;
    }
    return emit(Kind.SPACE);
  }

  private Token identifier() {
    skipAlphaNumeric();
    if (!atTerminator()) {
      return badCharacter();
    }
    return emit(Kind.ofWord(input.substring(start, pos)));
  }

  private Token fieldOrVariable(Kind kind) {
    if (atTerminator()) {
      return emit(kind == Kind.FIELD ? Kind.DOT : kind);
    }
    skipAlphaNumeric();
    return atTerminator() ? emit(kind) : badCharacter();
  }

  private Token badCharacter() {
    return error("bad character " + Quoted.unicode(peek()));
  }

  private boolean atTerminator() {
    return switch (peek()) {
      case EOF, ' ', '\t', '\r', '\n', '.', ',', '|', ':', ')', '(' -> true;
      default -> input.startsWith("}}", pos);
    };
  }

  private Token quoted(int quote, Kind kind, String unterminated) {
    while (true) {
      int c = read();
      if (c == '\\') {
        c = read();
        if (c != EOF && c != '\n') {
          continue;
        }
      }
      if (c == EOF || c == '\n') {
        return error(unterminated);
      }
      if (c == quote) {
        return emit(kind);
      }
    }
  }

  private Token rawQuoted() {
    int close = input.indexOf('`', pos);
    if (close < 0) {
      return error("unterminated raw quoted string");
    }
    pos = close + 1;
    return emit(Kind.RAW_STRING);
  }

  /** Reads a number leniently, as Go: "089" and "." pass and are rejected when parsed. */
  private Token number() {
    pos = start;
    boolean right = scanNumber();
    if (right && (peek() == '+' || peek() == '-')) { // the second part of a complex number
      right = scanNumber() && input.charAt(pos - 1) == 'i';
    }
    return right
        ? emit(Kind.NUMBER)
        : error("bad number syntax: " + GoQuote.quote(input.substring(start, pos)));
  }

  private boolean scanNumber() {
    accept("+-");
    String digits = "0123456789_";
    if (accept("0")) {
      if (accept("xX")) {
        digits = "0123456789abcdefABCDEF_";
      } else if (accept("oO")) {
        digits = "01234567_";
      } else if (accept("bB")) {
        digits = "01_";
      }
    }
    acceptRun(digits);
    if (accept(".")) {
      acceptRun(digits);
    }
    if (digits.length() == 11 && accept("eE") || digits.length() == 23 && accept("pP")) {
      accept("+-");
      acceptRun("0123456789_");
    }
    accept("i");
    if (isAlphaNumeric(peek())) {
      read();
      return false;
    }
    return true;
  }

  private boolean accept(String valid) {
    if (pos < input.length() && valid.indexOf(input.charAt(pos)) >= 0) {
      pos++;
      return true;
    }
    return false;
  }

  private void acceptRun(String valid) {
    while (accept(valid)) {}
  }

  private void skipAlphaNumeric() {
    while (isAlphaNumeric(peek())) {
      read();
    }
  }

  private int peek() {
    return pos < input.length() ? input.codePointAt(pos) : EOF;
  }

  private int read() {
    int c = peek();
    pos += c == EOF ? 0 : Character.charCount(c);
    return c;
  }

  private Token emit(Kind kind) {
    Token token = new Token(kind, start, input.substring(start, pos));
    start = pos;
    return token;
  }

  private Token error(String message) {
    finished = true;
    return new Token(Kind.ERROR, start, message);
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isAlphaNumeric(int c) {
    return c == '_' || c >= 0 && Character.isLetterOrDigit(c);
  }
}
