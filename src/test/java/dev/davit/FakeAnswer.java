package dev.davit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The response of {@link FakeEngine} to one request. As text, each step is one line:
 *
 * <pre>
 * 200 TEXT          status and body, with its length; JSON if the text is JSON
 * 200               status; the following steps are the body, in chunks
 * 101               takes the connection over; the following steps are sent raw
 * header NAME: V    adds a header. Connection: close ends the body with the connection
 * body TEXT         a part of the body; after an upgrade, raw bytes
 * frame N TEXT      a part of the body, as a frame of stream N
 * slow TEXT         a part of the body, byte by byte
 * send TEXT         raw bytes, without framing
 * await ROUTE       waits until the engine receives such a request
 * eof               waits until the client closes its half of the connection
 * echo              sends all input back as frames of stream 1
 * cut, reset        ends the connection immediately
 * unread            ends the connection once input arrives, which stays unread
 * stall             does nothing until the engine is closed
 * </pre>
 *
 * <p>TEXT can contain {@code \n \r \t \\} and {@code \xHH}. Steps before any status respond without
 * HTTP.
 */
@FunctionalInterface
public interface FakeAnswer {
  void give(FakeExchange exchange) throws IOException, InterruptedException;

  /** Parses the steps of a response. */
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
    // a status without steps has an empty body
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

  /** Decodes the escapes of a text; a backslash before any other character is literal. */
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
