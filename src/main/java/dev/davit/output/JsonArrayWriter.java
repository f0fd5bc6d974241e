package dev.davit.output;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes {@code json}: an array of objects, indented by two spaces a level. */
final class JsonArrayWriter implements OutputWriter {
  private final StringWriter text = new StringWriter();
  private final JsonGenerator out;

  JsonArrayWriter() {
    try {
      out = JsonValues.generator(text, true);
      out.writeStartArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e); // a StringWriter does not fail
    }
  }

  @Override
  public String begin(List<String> names) {
    return "";
  }

  @Override
  public String next(Map<String, @Nullable Object> object) {
    try {
      JsonValues.write(out, object);
      return taken();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String end() {
    try {
      out.writeEndArray();
      return taken() + '\n';
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String taken() throws IOException {
    out.flush();
    String taken = text.toString();
    text.getBuffer().setLength(0);
    return taken;
  }
}
