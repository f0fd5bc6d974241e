package dev.davit.engine.http;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Splits a response into the JSON objects that it consists of, each without line breaks. */
final class JsonLines {
  private final ApiResponse answer;
  private final InputStream in;

  JsonLines(ApiResponse answer) {
    this.answer = answer;
    this.in = new BufferedInputStream(answer.body());
  }

  /** Returns the next object, blocking until it is complete; null at the end. */
  byte @Nullable [] next() throws IOException {
    ByteArrayOutputStream object = new ByteArrayOutputStream();
    int depth = 0;
    boolean inString = false;
    boolean escaped = false;
    for (int b = in.read(); b >= 0; b = in.read()) {
      if (b == '\n' && depth == 0 && object.size() > 0) {
        break;
      }
      if (!inString && (b == '\n' || b == '\r' || object.size() == 0 && (b == ' ' || b == '\t'))) {
        continue;
      }
      object.write(b);
      if (inString) {
        inString = escaped || b != '"';
        escaped = !escaped && b == '\\';
        continue;
      }
      inString = b == '"';
      depth += b == '{' || b == '[' ? 1 : b == '}' || b == ']' ? -1 : 0;
      if (depth <= 0 && (b == '}' || b == ']') || object.size() > ApiResponse.LIMIT) {
        break;
      }
    }
    return object.size() == 0 ? null : answer.checkedObject(object.toByteArray());
  }
}
