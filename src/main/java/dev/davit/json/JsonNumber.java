package dev.davit.json;

/** A number that keeps its spelling; Go's json.Number, which templates treat as a string. */
public final class JsonNumber extends Number {
  private static final long serialVersionUID = 1L;

  private final String text;

  public JsonNumber(String text) {
    this.text = text;
  }

  @Override
  public int intValue() {
    return (int) doubleValue();
  }

  @Override
  public long longValue() {
    return (long) doubleValue();
  }

  @Override
  public float floatValue() {
    return (float) doubleValue();
  }

  @Override
  public double doubleValue() {
    return Double.parseDouble(text);
  }

  @Override
  public String toString() {
    return text;
  }
}
