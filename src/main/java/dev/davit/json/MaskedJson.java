package dev.davit.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import dev.davit.text.Secrets;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** Masks probable secrets in the strings of JSON. */
public final class MaskedJson {
  private MaskedJson() {}

  /** Masks secrets; the result is compact. */
  public static byte[] of(byte[] json) throws IOException {
    return masked(json, false);
  }

  /**
   * Masks secrets and the values of all environment variables, for output that is stored or shared.
   */
  public static byte[] withoutVariables(byte[] json) throws IOException {
    return masked(json, true);
  }

  private static byte[] masked(byte[] json, boolean allVariables) throws IOException {
    ByteArrayOutputStream masked = new ByteArrayOutputStream(json.length);
    try (JsonParser parser = JsonBinding.parser(json);
        JsonGenerator out = new JsonFactory().createGenerator(masked)) {
      while (parser.nextToken() != null) {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
          out.copyCurrentEvent(parser);
          continue;
        }
        JsonStreamContext place = parser.getParsingContext();
        boolean variable = place.inArray() && "Env".equals(place.getParent().getCurrentName());
        out.writeString(
            allVariables && variable
                ? nameOnly(parser.getText())
                : Secrets.masked(place.inObject() ? parser.currentName() : null, parser.getText()));
      }
    }
    return masked.toByteArray();
  }

  private static String nameOnly(String variable) {
    int equals = variable.indexOf('=');
    return equals < 0 ? variable : variable.substring(0, equals + 1) + Secrets.MASK;
  }
}
