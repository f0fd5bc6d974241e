package dev.davit.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.davit.engine.JsonReader;
import dev.davit.value.Secrets;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** JSON without the secrets that its texts hold. */
public final class MaskedJson {
  private MaskedJson() {}

  /** The same values, compact, with what looks like a secret replaced. */
  public static byte[] of(byte[] json) throws IOException {
    ByteArrayOutputStream masked = new ByteArrayOutputStream(json.length);
    try (JsonParser parser = JsonReader.parser(json);
        JsonGenerator out = new JsonFactory().createGenerator(masked)) {
      while (parser.nextToken() != null) {
        if (parser.currentToken() == JsonToken.VALUE_STRING) {
          String name = parser.getParsingContext().inObject() ? parser.currentName() : null;
          out.writeString(Secrets.masked(name, parser.getText()));
        } else {
          out.copyCurrentEvent(parser);
        }
      }
    }
    return masked.toByteArray();
  }
}
