package dev.davit.select;

/** The operator between key and value of a filter. */
enum Operator {
  NOT_EQUAL("!="),
  MATCHES("~="),
  GREATER_OR_EQUAL(">="),
  LESS_OR_EQUAL("<="),
  EQUAL("="),
  GREATER(">"),
  LESS("<");

  private final String sign;

  Operator(String sign) {
    this.sign = sign;
  }

  String sign() {
    return sign;
  }

  /** Whether the operator compares by size or order. */
  boolean isOrder() {
    return switch (this) {
      case GREATER, GREATER_OR_EQUAL, LESS, LESS_OR_EQUAL -> true;
      case EQUAL, MATCHES, NOT_EQUAL -> false;
    };
  }

  /** Whether the result of comparing a container's value with the filter's satisfies the filter. */
  boolean accepts(int comparison) {
    return switch (this) {
      case EQUAL, MATCHES -> comparison == 0;
      case NOT_EQUAL -> comparison != 0;
      case GREATER -> comparison > 0;
      case GREATER_OR_EQUAL -> comparison >= 0;
      case LESS -> comparison < 0;
      case LESS_OR_EQUAL -> comparison <= 0;
    };
  }
}
