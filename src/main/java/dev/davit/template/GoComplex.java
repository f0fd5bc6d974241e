package dev.davit.template;

/** A value of Go's complex128. */
record GoComplex(double real, double imaginary) {
  /** Formats as {@code %v}: {@code (1+2i)}. */
  @Override
  public String toString() {
    String second = FloatFormat.format(imaginary, 'g', -1);
    boolean signed = second.startsWith("-") || second.startsWith("+");
    return '(' + FloatFormat.format(real, 'g', -1) + (signed ? "" : "+") + second + "i)";
  }
}
