package dev.davit.engine.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JacksonException;
import dev.davit.engine.model.ErrorMessage;
import dev.davit.engine.stream.EngineInput;
import dev.davit.json.JsonBinding;
import dev.davit.text.ControlBytes;
import java.io.IOException;
import java.io.InputStream;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** Reads what an answer of 400 or more says: JSON of the engine's, or a page of a proxy's. */
final class ErrorResponse {
  private static final int MAX_READ = 64 * 1024;

  /** How much is shown of what is no message of the engine's. */
  private static final int MAX_SHOWN = 200;

  private ErrorResponse() {}

  /** The exception for an answer to {@code url}. */
  static EngineException of(Response response, String url) throws IOException {
    int status = response.code();
    String text = read(response);
    if (text.isEmpty()) {
      return EngineException.withoutReason(
          status,
          "request returned "
              + status
              + ' '
              + response.message()
              + " for API route and version "
              + url
              + ", check if the server supports the requested API version");
    }
    String message = message(text);
    if (message == null) {
      return new EngineException(status, ControlBytes.shownInMessage(shortened(text)));
    }
    String words = ControlBytes.shownInMessage(message.strip());
    return new EngineException(
        status,
        words.isEmpty()
            ? "API returned a "
                + status
                + " ("
                + response.message()
                + ") but provided no error-message"
            : words);
  }

  private static String read(Response response) throws IOException {
    try (InputStream in = new EngineInput(response.body().source())) {
      return new String(in.readNBytes(MAX_READ), UTF_8).strip();
    }
  }

  /** Null where it is no message of the engine's. */
  private static @Nullable String message(String text) throws IOException {
    try {
      ErrorMessage answer = JsonBinding.read(text.getBytes(UTF_8), ErrorMessage.class);
      return answer == null ? null : answer.message();
    } catch (JacksonException e) {
      return null;
    }
  }

  private static String shortened(String text) {
    String line = text.replaceAll("\\s+", " ");
    return line.length() > MAX_SHOWN ? line.substring(0, MAX_SHOWN - 1) + '…' : line;
  }
}
