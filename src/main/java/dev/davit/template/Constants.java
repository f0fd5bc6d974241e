package dev.davit.template;

import dev.davit.template.Node.Constant;
import dev.davit.text.GoQuote;
import java.math.BigInteger;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Parses number and character constants in the syntax of Go literals. */
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
    if (text.endsWith("i")) {
      return complex(token, tokens);
    }
    Optional<BigInteger> integer = integer(text);
    if (integer.isPresent() && integer.get().bitLength() < 64) {
      return integer(token, integer.get().longValue());
    }
    if (integer.isPresent()) {
      if (integer.get().signum() < 0 || integer.get().compareTo(UINT64_LIMIT) >= 0) {
        throw tokens.error("integer overflow: " + GoQuote.quote(text));
      }
      // A uint64; evaluation fails if it is an argument without a type.
      return new Constant(token.pos(), text, null, null);
    }
    if (text.chars().allMatch(c -> c >= '0' && c <= '9')) {
      // for example 089: digits that are not a valid integer cannot be a floating-point number
      throw tokens.error("integer overflow: " + GoQuote.quote(text));
    }
    Double value = decimal(text);
    if (value == null) {
      throw tokens.error("illegal number syntax: " + GoQuote.quote(text));
    }
    boolean whole = value == Math.rint(value) && Math.abs(value) < 0x1p63;
    return new Constant(token.pos(), text, whole ? Long.valueOf(value.longValue()) : null, value);
  }

  private static Constant complex(Token token, TokenStream tokens) throws TemplateException {
    String text = token.text();
    String numbers = text.substring(0, text.length() - 1);
    int second = secondPart(numbers);
    if (second == 0) {
      Double imaginary = floating(numbers);
      if (imaginary == null || imaginary.isInfinite()) {
        throw tokens.error("illegal number syntax: " + GoQuote.quote(text));
      }
      return complex(token, new GoComplex(0, imaginary));
    }
    double real = part(numbers.substring(0, second), tokens);
    return complex(token, new GoComplex(real, part(numbers.substring(second), tokens)));
  }

  /** Returns the index of the second part's sign; 0 for a single part. */
  private static int secondPart(String numbers) {
    for (int i = 1; i < numbers.length(); i++) {
      boolean sign = numbers.charAt(i) == '+' || numbers.charAt(i) == '-';
      boolean hex = numbers.startsWith("0x") || numbers.startsWith("0X");
      if (sign && (hex ? "pP" : "eEpP").indexOf(numbers.charAt(i - 1)) < 0) {
        return i;
      }
    }
    return 0;
  }

  private static double part(String text, TokenStream tokens) throws TemplateException {
    Double value = floating(text);
    if (value != null && !value.isInfinite()) {
      return value;
    }
    String reason = value == null ? "invalid syntax" : "value out of range";
    throw tokens.error("strconv.ParseFloat: parsing " + GoQuote.quote(text) + ": " + reason);
  }

  private static Constant complex(Token token, GoComplex value) {
    boolean whole = value.imaginary() == 0 && value.real() == Math.rint(value.real());
    Long integer = whole ? (Long) (long) value.real() : null;
    return new Constant(token.pos(), token.text(), integer, value);
  }

  /** Parses as strconv.ParseFloat; null if invalid. */
  private static @Nullable Double floating(String text) {
    Double value = decimal(text);
    String body = digits(text);
    return value == null && body.matches("[+-]?[0-9]+") ? Double.valueOf(body) : value;
  }

  private static Constant integer(Token token, long value) {
    return new Constant(token.pos(), token.text(), value, GoType.ofInt(value));
  }

  /** Removes underscores, which are allowed only between digits and after a base prefix. */
  private static String digits(String text) {
    if (text.indexOf('_') < 0) {
      return text;
    }
    String digit = text.contains("0x") || text.contains("0X") ? "[0-9a-fA-F]" : "[0-9]";
    return text.replaceAll("(?<=^[+-]?0[xXoObB]|" + digit + ")_(?=" + digit + ")", "");
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
    String digits = digits(body).substring(prefix);
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
    String body = digits(text);
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
