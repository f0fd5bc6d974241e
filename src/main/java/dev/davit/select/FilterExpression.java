package dev.davit.select;

import dev.davit.opts.Filters;
import dev.davit.text.GoCase;
import java.util.Arrays;
import java.util.List;

/**
 * A filter as typed: {@code status!=exited|dead}.
 *
 * @param key in lower case
 */
record FilterExpression(String key, Operator operator, String value) {
  /**
   * Parses a filter; the first operator in the text counts.
   *
   * @throws IllegalArgumentException with docker's message if there is no operator
   */
  static FilterExpression parse(String text) {
    for (int at = 0; at < text.length(); at++) {
      for (Operator operator : Operator.values()) {
        if (text.startsWith(operator.sign(), at)) {
          return new FilterExpression(
              GoCase.lower(text.substring(0, at).strip()),
              operator,
              text.substring(at + operator.sign().length()).strip());
        }
      }
    }
    return new FilterExpression(Filters.parse(text), Operator.EQUAL, ""); // parse always throws
  }

  /** The alternatives of the value, which {@code |} separates. */
  List<String> alternatives() {
    return Arrays.asList(value.split("\\|", -1));
  }

  boolean hasAlternatives() {
    return value.indexOf('|') >= 0;
  }

  @Override
  public String toString() {
    return key + operator.sign() + value;
  }
}
