package dev.davit.template;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.davit.text.GoQuote;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Prints a printf argument by its verb; collections apply the verb to their elements. */
final class VerbPrinter {
  private final FormatSpec spec;
  private final StringBuilder out;

  VerbPrinter(FormatSpec spec, StringBuilder out) {
    this.spec = spec;
    this.out = out;
  }

  void print(int verb, @Nullable Object value, int depth) {
    if (value == null) {
      nil(verb, depth);
    } else if (verb == 'T') {
      out.append(string('s', GoType.name(value)));
    } else if (verb == 'v' && spec.syntax) {
      new GoSyntax(spec, out).print(value);
    } else if (value instanceof GoNamed named && named.text() != null && isForText(verb)) {
      out.append(string(verb, named.text()));
    } else {
      typed(verb, value, depth);
    }
  }

  private static boolean isForText(int verb) {
    return verb < 0x80 && "vsqxX".indexOf(verb) >= 0;
  }

  private void nil(int verb, int depth) {
    if (depth > 0) {
      out.append("<nil>");
    } else if (verb == 'v' || verb == 'T') {
      out.append(spec.padWithSpaces("<nil>"));
    } else {
      out.append("%!").appendCodePoint(verb).append("(<nil>)");
    }
  }

  private void typed(int verb, Object value, int depth) {
    Object bare = Objects.requireNonNull(GoNamed.bare(value));
    switch (GoType.of(value)) {
      case BOOL -> leaf(verb, value, verb == 't' || verb == 'v' ? spec.pad(bare.toString()) : "");
      case INT, UINT -> leaf(verb, value, integer(verb, ((Number) bare).longValue()));
      case FLOAT -> leaf(verb, value, floating(verb, (Double) bare, spec.plus));
      case COMPLEX -> leaf(verb, value, complex(verb, (GoComplex) bare));
      case STRING -> {
        if (isForText(verb)) {
          out.append(string(verb, bare.toString()));
        } else {
          leaf(verb, value, "");
        }
      }
      case SLICE -> list(verb, (List<?>) value, depth);
      case MAP -> map(verb, (Map<?, ?>) value, depth);
      case STRUCT, POINTER, NIL -> struct(verb, (GoStruct) bare, depth);
    }
  }

  /**
   * Prints a formatted value, or Go's error for an empty text: the verb does not support the value.
   */
  private void leaf(int verb, Object value, String text) {
    if (!text.isEmpty()) {
      out.append(text);
      return;
    }
    out.append("%!").appendCodePoint(verb).append('(').append(GoType.name(value)).append('=');
    print('v', GoNamed.bare(value), 0);
    out.append(')');
  }

  private void list(int verb, List<?> list, int depth) {
    if (GoType.elementType(list).equals("uint8") && isForText(verb) && verb != 'v') {
      out.append(string(verb, text(list)));
      return;
    }
    String separator = "[";
    for (Object element : list) {
      out.append(separator);
      print(verb, element, depth + 1);
      separator = " ";
    }
    out.append(list.isEmpty() ? "[]" : "]");
  }

  private static String text(List<?> bytes) {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    bytes.forEach(each -> text.write(((Number) Objects.requireNonNull(each)).intValue()));
    return text.toString(UTF_8);
  }

  private void map(int verb, Map<?, ?> map, int depth) {
    String separator = "map[";
    for (String key : GoPrinter.sortedKeys(map)) {
      out.append(separator);
      print(verb, key, depth + 1);
      out.append(':');
      print(verb, map.get(key), depth + 1);
      separator = " ";
    }
    out.append(map.isEmpty() ? "map[]" : "]");
  }

  private void struct(int verb, GoStruct struct, int depth) {
    if (struct.isNil()) {
      boolean number = verb < 0x80 && "bodxX".indexOf(verb) >= 0;
      leaf(
          verb, struct, verb == 'v' ? spec.padWithSpaces("<nil>") : number ? integer(verb, 0) : "");
      return;
    }
    out.append(GoType.of(struct) == GoType.POINTER && depth == 0 ? "&{" : "{");
    String separator = "";
    for (Map.Entry<String, @Nullable Object> field : struct.fields().entrySet()) {
      out.append(separator).append(spec.names ? field.getKey() + ":" : "");
      print(verb, field.getValue(), depth + 1);
      separator = " ";
    }
    out.append('}');
  }

  private String string(int verb, String text) {
    String shown = text;
    if (spec.precision >= 0 && verb != 'x' && verb != 'X') {
      int length = text.codePointCount(0, text.length());
      shown = text.substring(0, text.offsetByCodePoints(0, Math.min(length, spec.precision)));
    }
    return switch (verb) {
      case 'x' -> spec.pad(hex(text));
      case 'X' -> spec.pad(hex(text).toUpperCase(Locale.ROOT));
      case 'q' -> spec.pad(quote(shown));
      default -> spec.pad(shown);
    };
  }

  private String quote(String text) {
    boolean raw = spec.sharp && text.chars().allMatch(c -> c >= ' ' && c != '`' && c != 0x7f);
    return raw ? "`" + text + "`" : GoQuote.quoteWith(text, '"', spec.plus);
  }

  private String hex(String text) {
    StringBuilder hex = new StringBuilder();
    byte[] bytes = text.getBytes(UTF_8);
    int count = spec.precision >= 0 ? Math.min(spec.precision, bytes.length) : bytes.length;
    for (int i = 0; i < count; i++) {
      hex.append(spec.space && i > 0 ? " " : "");
      hex.append(spec.sharp && (i == 0 || spec.space) ? "0x" : "");
      hex.append(GoQuote.hex(bytes[i] & 0xff, 2));
    }
    return hex.toString();
  }

  /** Formats an integer; empty if the verb does not support integers. */
  private String integer(int verb, long value) {
    return switch (verb) {
      case 'v', 'd' -> inBase(value, 10, "");
      case 'b' -> inBase(value, 2, spec.sharp ? "0b" : "");
      case 'o' -> inBase(value, 8, spec.sharp ? "0" : "");
      case 'O' -> inBase(value, 8, "0o");
      case 'x' -> inBase(value, 16, spec.sharp ? "0x" : "");
      case 'X' -> inBase(value, 16, spec.sharp ? "0x" : "").toUpperCase(Locale.ROOT);
      case 'c' -> spec.pad(character(value));
      case 'q' -> spec.pad(GoQuote.quoteWith(character(value), '\'', spec.plus));
      case 'U' -> {
        String name = "U+" + GoQuote.hex((int) value, 4).toUpperCase(Locale.ROOT);
        yield spec.padWithSpaces(spec.sharp ? name + " '" + character(value) + "'" : name);
      }
      default -> "";
    };
  }

  private static String character(long value) {
    return value >= 0 && value <= Character.MAX_CODE_POINT
        ? Character.toString((int) value)
        : "\uFFFD";
  }

  private String inBase(long value, int base, String prefix) {
    String digits = Long.toUnsignedString(Math.abs(value), base);
    String sign = value < 0 ? "-" : spec.plus ? "+" : spec.space ? " " : "";
    if (spec.precision == 0 && value == 0) {
      return " ".repeat(Math.max(0, spec.width));
    }
    int wanted = spec.precision;
    if (wanted < 0 && spec.zero && !spec.minus) {
      wanted = spec.width - sign.length();
    }
    String zeros = "0".repeat(Math.max(0, wanted - digits.length()));
    return spec.padWithSpaces(sign + prefix + zeros + digits);
  }

  /** Formats a complex number; the second part always has a sign. */
  private String complex(int verb, GoComplex value) {
    String first = floating(verb, value.real(), spec.plus);
    return first.isEmpty() ? "" : '(' + first + floating(verb, value.imaginary(), true) + "i)";
  }

  /** Formats a floating-point number; empty if the verb does not support it. */
  private String floating(int verb, double value, boolean plus) {
    int precision = spec.precision;
    String text =
        switch (verb) {
          case 'v', 'g', 'G' -> FloatFormat.format(value, 'g', precision);
          case 'e', 'E' -> FloatFormat.format(value, 'e', precision < 0 ? 6 : precision);
          case 'f', 'F' -> FloatFormat.format(value, 'f', precision < 0 ? 6 : precision);
          case 'x', 'X' -> FloatFormat.hex(value, precision);
          case 'b' -> FloatFormat.binary(value);
          default -> "";
        };
    if (text.isEmpty()) {
      return text;
    }
    String upper = verb == 'E' || verb == 'G' || verb == 'X' ? text.toUpperCase(Locale.ROOT) : text;
    boolean signed = upper.startsWith("-") || upper.startsWith("+");
    String magnitude = signed ? upper.substring(1) : upper;
    if (spec.sharp && verb != 'b' && Double.isFinite(value)) {
      magnitude = FloatFormat.sharp(magnitude, (char) verb, precision);
    }
    String sign = upper.startsWith("-") ? "-" : plus ? "+" : spec.space ? " " : "";
    boolean zeros = spec.zero && !spec.minus && Double.isFinite(value);
    int missing = spec.width - sign.length() - magnitude.length();
    return zeros && missing > 0
        ? sign + "0".repeat(missing) + magnitude
        : spec.padWithSpaces(sign + magnitude);
  }
}
