package dev.davit.gotypes;

import java.util.regex.Pattern;

/** Parses floating-point numbers as {@code strconv.ParseFloat(text, 64)}. */
public final class FloatParser {
  private static final Pattern DECIMAL =
      Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");
  private static final Pattern HEX =
      Pattern.compile("[+-]?0[xX]([\\da-fA-F]+\\.?[\\da-fA-F]*|\\.[\\da-fA-F]+)[pP][+-]?\\d+");
  private static final Pattern INFINITE =
      Pattern.compile("[+-]?inf(inity)?", Pattern.CASE_INSENSITIVE);

  /** Matches an underscore between digits; {@code 0x} counts as a digit. */
  private static final Pattern SEPARATOR =
      Pattern.compile("(?<=[\\da-fA-F])_(?=[\\da-fA-F])|(?<=0[xX])_(?=[\\da-fA-F])");

  private FloatParser() {}

  public static double parse(String text) {
    if (INFINITE.matcher(text).matches()) {
      return text.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
    }
    if (text.equalsIgnoreCase("nan")) {
      return Double.NaN;
    }
    String number = SEPARATOR.matcher(text).replaceAll("");
    if (!DECIMAL.matcher(number).matches() && !HEX.matcher(number).matches()) {
      throw GoInt.invalid("ParseFloat", text);
    }
    double value = Double.parseDouble(number);
    if (Double.isInfinite(value)) {
      throw GoInt.outOfRange("ParseFloat", text);
    }
    return value;
  }
}
