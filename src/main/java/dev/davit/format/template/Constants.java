package dev.davit.format.template;

import dev.davit.engine.GoQuote;
import dev.davit.format.template.Node.Constant;
import java.math.BigInteger;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Number and character constants, by the syntax of Go literals. */
final class Constants {
  private static final BigInteger UINT64_LIMIT = BigInteger.ONE.shiftLeft(64);

  private Constants() {}

  static Constant parse(Token token, TokenStream tokens) throws TemplateException {
    String text = token.text();
    if (token.kind() == Token.Kind.CHAR_CONSTANT) {
      String character = Quoted.unquote(text).orElse("");
      if (character.isEmpty()) {
        throw tokens.error("invalid syntax");
      }
      if (character.codePointCount(0, character.length()) != 1) {
        throw tokens.error("malformed character constant: " + text);
      }
      return integer(token, character.codePointAt(0));
    }
    Optional<BigInteger> integer = integer(text);
    if (integer.isPresent() && integer.get().bitLength() < 64) {
      return integer(token, integer.get().longValue());
    }
    if (integer.isPresent()) {
      if (integer.get().signum() < 0 || integer.get().compareTo(UINT64_LIMIT) >= 0) {
        throw tokens.error("integer overflow: " + GoQuote.quote(text));
      }
      // A uint64; as an argument without a type it fails when it is evaluated.
      return new Constant(token.pos(), text, null, null);
    }
    if (text.chars().allMatch(c -> c >= '0' && c <= '9')) {
      // such as 089: no octal number, and what reads as a decimal one can't be one
      throw tokens.error("integer overflow: " + GoQuote.quote(text));
    }
    Double value = decimal(text);
    if (value == null) {
      throw tokens.error("illegal number syntax: " + GoQuote.quote(text));
    }
    boolean whole = value == Math.rint(value) && Math.abs(value) < 0x1p63;
    return new Constant(token.pos(), text, whole ? Long.valueOf(value.longValue()) : null, value);
  }

  private static Constant integer(Token token, long value) {
    return new Constant(token.pos(), token.text(), value, GoType.ofInt(value));
  }

  private static Optional<BigInteger> integer(String text) {
    boolean signed = text.startsWith("+") || text.startsWith("-");
    String body = text.substring(signed ? 1 : 0);
    int radix = 10;
    int prefix = 0;
    if (body.length() > 1 && body.charAt(0) == '0') {
      radix =
          switch (body.charAt(1)) {
            case 'x', 'X' -> 16;
            case 'b', 'B' -> 2;
            default -> 8;
          };
      prefix = "xXbBoO".indexOf(body.charAt(1)) >= 0 ? 2 : 1;
    }
    String digits = body.substring(prefix).replace("_", "");
    if (digits.isEmpty() || digits.startsWith("+") || digits.startsWith("-")) {
      return Optional.empty();
    }
    try {
      BigInteger value = new BigInteger(digits, radix);
      return Optional.of(text.startsWith("-") ? value.negate() : value);
    } catch (NumberFormatException _) {
      return Optional.empty();
    }
  }

  private static @Nullable Double decimal(String text) {
    String body = text.replace("_", "");
    if (body.isEmpty() || "iIdDfF".indexOf(body.charAt(body.length() - 1)) >= 0) {
      return null;
    }
    boolean plain = "eE.".chars().anyMatch(c -> body.indexOf(c) >= 0);
    if (!plain && !body.contains("p")) {
      return null;
    }
    try {
      return Double.valueOf(body);
    } catch (NumberFormatException _) {
      return null;
    }
  }
}
