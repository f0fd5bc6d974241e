package dev.davit.json;

import java.io.ByteArrayOutputStream;

/** A JSON text without the blanks that mean nothing, every value as it was written. */
public final class CompactJson {
  private CompactJson() {}

  /**
   * Leaves the blanks of a text out.
   *
   * @throws IllegalArgumentException in the words of Go's encoding/json if it is none
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
