package dev.davit.json;

import java.io.ByteArrayOutputStream;

/** Removes insignificant white space from JSON and keeps the spelling of every value. */
public final class CompactJson {
  private CompactJson() {}

  /**
   * Removes the white space of a JSON text.
   *
   * @throws IllegalArgumentException with the message of Go's encoding/json if the text is not JSON
   */
  public static byte[] of(byte[] json) {
    try {
      Json.only(json);
    } catch (Json.SyntaxException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
    ByteArrayOutputStream compact = new ByteArrayOutputStream(json.length);
    boolean inString = false;
    for (int i = 0; i < json.length; i++) {
      byte b = json[i];
      if (inString && b == '\\') {
        compact.write(b);
        compact.write(json[++i]);
        continue;
      }
      inString ^= b == '"';
      if (inString || " \t\r\n".indexOf(b) < 0) {
        compact.write(b);
      }
    }
    return compact.toByteArray();
  }
}
