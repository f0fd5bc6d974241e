package dev.davit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * How {@link FakeEngine} answers one request. As text, it is a line of its own for each step:
 *
 * <pre>
 * 200 TEXT          status and body, with its length; as JSON if it looks like it
 * 200               status; what follows is the body, in chunks and with no end told before
 * 101               takes the connection over; what follows is sent as it is
 * header NAME: V    one header more. Connection: close makes the body end with the connection
 * body TEXT         a part of the body; with an upgrade, raw bytes
 * frame N TEXT      the same as a frame of stream N
 * slow TEXT         the same byte by byte
 * send TEXT         bytes past all framing
 * await ROUTE       goes on when the engine has got such a request
 * eof               goes on when the client has closed its half
 * echo              sends all it gets back as frames of stream 1
 * cut, reset        ends the connection at once
 * unread            the same when input of the client's has come, which it leaves unread
 * stall             does nothing more for ever
 * </pre>
 *
 * <p>TEXT knows {@code \n \r \t \\} and {@code \xHH}. Steps before any status answer without HTTP.
 */
@FunctionalInterface
public interface FakeAnswer {
  void give(FakeExchange exchange) throws IOException, InterruptedException;

  /** Reads the steps of an answer. */
  static FakeAnswer parse(String text) {
    List<String> lines = new ArrayList<>();
    List<String> headers = new ArrayList<>();
    for (String line : text.lines().toList()) {
      if (line.startsWith("header ")) {
        headers.add(line.substring("header ".length()));
      } else {
        lines.add(line);
      }
    }
    // a status alone has an empty body
    if (lines.size() == 1) {
      lines.set(0, lines.getFirst().replaceFirst("^\\d{3}$", "$0 "));
    }
    List<FakeAnswer> steps = lines.stream().map(line -> step(line, headers)).toList();
    return exchange -> {
      for (FakeAnswer step : steps) {
        step.give(exchange);
      }
    };
  }

  private static FakeAnswer step(String line, List<String> headers) {
    int blank = line.indexOf(' ');
    String word = blank < 0 ? line : line.substring(0, blank);
    String rest = blank < 0 ? "" : line.substring(blank + 1);
    byte[] bytes = unescape(rest);
    if (word.matches("\\d{3}")) {
      int status = Integer.parseInt(word);
      if (rest.matches("[{\\[].*") && headers.stream().noneMatch(h -> h.startsWith("Content-T"))) {
        headers.add("Content-Type: application/json");
      }
      return exchange -> {
        exchange.head(status, headers, blank < 0 ? -1 : bytes.length);
        exchange.whole(bytes);
      };
    }
    return switch (word) {
      case "body" -> exchange -> exchange.body(bytes);
      case "send" -> exchange -> exchange.send(bytes);
      case "slow" -> exchange -> exchange.slowly(bytes);
      case "frame" -> {
        int stream = rest.charAt(0) - '0';
        byte[] payload = unescape(rest.length() > 2 ? rest.substring(2) : "");
        yield exchange -> exchange.frame(stream, payload);
      }
      case "await" -> exchange -> exchange.engine().request(rest);
      case "eof" -> FakeExchange::awaitEof;
      case "echo" -> FakeExchange::echo;
      case "cut" -> FakeExchange::cut;
      case "reset" -> FakeExchange::reset;
      case "unread" -> FakeExchange::leaveUnread;
      case "stall" -> exchange -> exchange.engine().awaitClose();
      default -> throw new IllegalArgumentException("no such step: " + line);
    };
  }

  /** The bytes of a text with escapes; a backslash before anything else stands for itself. */
  static byte[] unescape(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int code = c == '\\' && i + 1 < text.length() ? "nrt\\x".indexOf(text.charAt(i + 1)) : -1;
      if (code == 4) {
        bytes.write(Integer.parseInt(text.substring(i + 2, i + 4), 16));
        i += 3;
      } else if (code >= 0) {
        bytes.write("\n\r\t\\".charAt(code));
        i++;
      } else {
        int point = text.codePointAt(i);
        bytes.writeBytes(Character.toString(point).getBytes(UTF_8));
        i += Character.charCount(point) - 1;
      }
    }
    return bytes.toByteArray();
  }
}
