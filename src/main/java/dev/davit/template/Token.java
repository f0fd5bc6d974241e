package dev.davit.template;

import dev.davit.text.GoQuote;

/** A token of a template with its position in characters. */
record Token(Kind kind, int pos, String text) {
  enum Kind {
    ERROR,
    BOOL,
    CHAR,
    CHAR_CONSTANT,
    ASSIGN,
    DECLARE,
    EOF,
    FIELD,
    IDENTIFIER,
    LEFT_DELIM,
    LEFT_PAREN,
    NUMBER,
    PIPE,
    RAW_STRING,
    RIGHT_DELIM,
    RIGHT_PAREN,
    SPACE,
    STRING,
    TEXT,
    VARIABLE,
    DOT,
    BLOCK,
    BREAK,
    CONTINUE,
    DEFINE,
    ELSE,
    END,
    IF,
    NIL,
    RANGE,
    TEMPLATE,
    WITH;

    /** Returns the keyword of a word, or IDENTIFIER. */
    static Kind ofWord(String word) {
      return switch (word) {
        case "true", "false" -> BOOL;
        case "block" -> BLOCK;
        case "break" -> BREAK;
        case "continue" -> CONTINUE;
        case "define" -> DEFINE;
        case "else" -> ELSE;
        case "end" -> END;
        case "if" -> IF;
        case "nil" -> NIL;
        case "range" -> RANGE;
        case "template" -> TEMPLATE;
        case "with" -> WITH;
        default -> IDENTIFIER;
      };
    }

    boolean isKeyword() {
      return compareTo(DOT) >= 0;
    }
  }

  /** Returns the token as Go's parse errors show it. */
  String display() {
    if (kind == Kind.EOF) {
      return "EOF";
    }
    if (kind == Kind.ERROR) {
      return text;
    }
    if (kind.isKeyword()) {
      return "<" + text + ">";
    }
    if (Utf8.length(text) > 10) {
      int end = text.offsetByCodePoints(0, Math.min(10, text.codePointCount(0, text.length())));
      return GoQuote.quote(text.substring(0, end)) + "...";
    }
    return GoQuote.quote(text);
  }
}
