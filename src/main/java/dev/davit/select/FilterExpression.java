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
   * @throws IllegalArgumentException with docker's message if the text has no operator
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

  /**
   * The alternatives of the value, which {@code |} separates. The value is literal if one of them
   * is empty, or if some have a value after {@code =} and others do not: {@code label=a=b|c} is the
   * label a with the value b|c.
   */
  List<String> alternatives() {
    List<String> all = Arrays.asList(value.split("\\|", -1));
    long pairs = all.stream().filter(each -> each.indexOf('=') >= 0).count();
    return all.contains("") || pairs > 0 && pairs < all.size() ? List.of(value) : all;
  }

  boolean hasAlternatives() {
    return alternatives().size() > 1;
  }

  @Override
  public String toString() {
    return key + operator.sign() + value;
  }
}
