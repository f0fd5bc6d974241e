package dev.davit.json;

import dev.davit.text.GoQuote;

/**
 * Finds the message of Go's encoding/json for invalid JSON, as docker prints it. Works on bytes, as
 * Go does, and is loaded only for invalid text.
 */
final class JsonSyntax {
  private static final int MAX_DEPTH = 1000;

  private final byte[] text;
  private final boolean whole;
  private int at;
  private int depth;

  private JsonSyntax(byte[] text, boolean whole) {
    this.text = text;
    this.whole = whole;
  }

  private static final class Found extends RuntimeException {
    private static final long serialVersionUID = 1;

    Found(String problem) {
      super(problem, null, false, false);
    }
  }

  /**
   * Returns Go's message for the first error in the first value, or, if {@code whole}, in the whole
   * text.
   */
  static String problem(byte[] text, boolean whole) {
    try {
      JsonSyntax syntax = new JsonSyntax(text, whole);
      syntax.value();
      if (whole) {
        throw invalid(syntax.skipSpace(), "after top-level value");
      }
      return "invalid JSON";
    } catch (Found found) {
      return String.valueOf(found.getMessage());
    }
  }

  private void value() {
    int c = skipSpace();
    switch (c) {
      case '{' -> object();
      case '[' -> array();
      case '"' -> string();
      case 't' -> literal("true");
      case 'f' -> literal("false");
      case 'n' -> literal("null");
      case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> number();
      default -> throw invalid(c, "looking for beginning of value");
    }
  }

  private void object() {
    enter();
    if (skipSpace() == '}') {
      leave();
      return;
    }
    while (true) {
      int quote = skipSpace();
      if (quote != '"') {
        throw invalid(quote, "looking for beginning of object key string");
      }
      string();
      int colon = skipSpace();
      if (colon != ':') {
        throw invalid(colon, "after object key");
      }
      at++;
      value();
      int comma = skipSpace();
      if (comma == '}') {
        leave();
        return;
      }
      if (comma != ',') {
        throw invalid(comma, "after object key:value pair");
      }
      at++;
    }
  }

  private void array() {
    enter();
    if (skipSpace() == ']') {
      leave();
      return;
    }
    while (true) {
      value();
      int comma = skipSpace();
      if (comma == ']') {
        leave();
        return;
      }
      if (comma != ',') {
        throw invalid(comma, "after array element");
      }
      at++;
    }
  }

  private void enter() {
    at++;
    if (++depth > MAX_DEPTH) {
      throw new Found("exceeded max depth");
    }
  }

  private void leave() {
    at++;
    depth--;
  }

  private void string() {
    at++;
    while (peek() != '"') {
      int c = next();
      if (c < ' ') {
        throw invalid(c, "in string literal");
      }
      if (c == '\\') {
        escape();
      }
    }
    at++;
  }

  private void escape() {
    int c = next();
    if (c != 'u') {
      if ("bfnrt\\/\"".indexOf(c) < 0) {
        throw invalid(c, "in string escape code");
      }
      return;
    }
    for (int i = 0; i < 4; i++) {
      int digit = next();
      if (Character.digit(digit, 16) < 0) {
        throw invalid(digit, "in \\u hexadecimal character escape");
      }
    }
  }

  private void literal(String word) {
    for (int i = 0; i < word.length(); i++) {
      int c = next();
      char expected = word.charAt(i);
      if (c != expected) {
        throw invalid(
            c, "in literal " + word + " (expecting " + GoQuote.quote((int) expected) + ")");
      }
    }
  }

  private void number() {
    if (peek() == '-') {
      at++;
    }
    if (peek() == '0') {
      at++;
    } else {
      digits("in numeric literal");
    }
    if (at < text.length && text[at] == '.') {
      at++;
      digits("after decimal point in numeric literal");
    }
    if (at < text.length && (text[at] == 'e' || text[at] == 'E')) {
      at++;
      if (peek() == '+' || peek() == '-') {
        at++;
      }
      digits("in exponent of numeric literal");
    }
  }

  private void digits(String where) {
    int first = next();
    if (first < '0' || first > '9') {
      throw invalid(first, where);
    }
    while (at < text.length && text[at] >= '0' && text[at] <= '9') {
      at++;
    }
  }

  private int skipSpace() {
    while (at < text.length && " \t\r\n".indexOf(text[at]) >= 0) {
      at++;
    }
    return peek();
  }

  private int peek() {
    if (at == text.length) {
      throw new Found(whole ? "unexpected end of JSON input" : "unexpected EOF");
    }
    return text[at] & 0xff;
  }

  private int next() {
    int c = peek();
    at++;
    return c;
  }

  private static Found invalid(int c, String where) {
    return new Found("invalid character " + GoQuote.quote(c) + " " + where);
  }
}
