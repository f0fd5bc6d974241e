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

/**
 * Converts responses with a status of 400 or above to exceptions: the engine's JSON, or a proxy's
 * page.
 */
final class ErrorResponse {
  private static final int MAX_READ = 64 * 1024;

  /** Maximum length of a message that is not the engine's JSON. */
  private static final int MAX_SHOWN = 200;

  private ErrorResponse() {}

  /** The exception for a response; {@code url} as in docker's messages. */
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

  /** The engine's message; null if the text is not JSON or has no message. */
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
