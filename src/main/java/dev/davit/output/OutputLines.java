package dev.davit.output;

import dev.davit.format.Lines;
import dev.davit.text.ControlBytes;
import java.util.function.BooleanSupplier;

/** Formats values one after the other as the objects of a schema. */
public final class OutputLines<T> implements Lines<T> {
  private final OutputSchema<T> schema;
  private final OutputFormat format;
  private final OutputWriter writer;
  private final BooleanSupplier terminal;
  private final StringBuilder text = new StringBuilder();

  /**
   * Begins the output.
   *
   * @param terminal whether the output goes to a terminal; then control characters are escaped
   */
  public OutputLines(OutputSchema<T> schema, OutputFormat format, BooleanSupplier terminal) {
    this.schema = schema;
    this.format = format;
    this.terminal = terminal;
    this.writer = format.writer();
    text.append(writer.begin(schema.names()));
  }

  @Override
  public void add(T thing) {
    text.append(writer.next(schema.object(thing)));
  }

  /** Returns the text since the last call, for a stream whose objects are printed as they come. */
  public String taken() {
    String taken = shown();
    text.setLength(0);
    return taken;
  }

  @Override
  public String text() {
    text.append(writer.end());
    return shown();
  }

  private String shown() {
    return ControlBytes.areIn(text) && terminal.getAsBoolean()
        ? format.shown(text.toString())
        : text.toString();
  }
}
