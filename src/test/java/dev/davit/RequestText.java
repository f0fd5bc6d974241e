package dev.davit;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.davit.engine.Json;
import java.io.IOException;
import java.net.URLDecoder;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Converts requests to texts that are equal if docker's and davit's requests are equivalent. */
final class RequestText {
  private RequestText() {}

  /** Converts a request: query sorted, default values removed, random names masked. */
  static String of(FakeRequest request) {
    List<String> query =
        Arrays.stream(request.query().split("&", -1))
            .filter(pair -> !pair.isEmpty() && !pair.endsWith("="))
            .map(pair -> URLDecoder.decode(pair, UTF_8))
            .sorted(Comparator.comparing(pair -> pair.substring(0, pair.indexOf('=') + 1)))
            .toList();
    StringBuilder text = new StringBuilder(request.method()).append(' ');
    text.append(request.version().isEmpty() ? "" : "/v" + request.version());
    text.append(request.path());
    text.append(query.isEmpty() ? "" : "?").append(String.join("&", query));
    text.append(body(request.body())).append(login(request)).append(own(request));
    return text.toString().replaceAll("\\.dockerfile\\.[0-9a-f]{20}", ".dockerfile.RANDOM");
  }

  /** Returns the headers added by the user, which have fixed names in the tests. */
  private static String own(FakeRequest request) {
    Map<String, String> own = new TreeMap<>(request.headers());
    own.keySet().removeIf(name -> !name.toLowerCase(Locale.ROOT).startsWith("x-own"));
    return own.isEmpty() ? "" : " headers " + own;
  }

  /** Returns the credentials of a request as JSON; empty without any. */
  private static String login(FakeRequest request) {
    return decoded(request, "X-Registry-Auth", " login ")
        + decoded(request, "X-Registry-Config", " logins ");
  }

  private static String decoded(FakeRequest request, String header, String label) {
    String value = request.headers().getOrDefault(header, "e30=");
    String json = new String(Base64.getUrlDecoder().decode(value), UTF_8);
    return json.equals("{}") ? "" : label + json;
  }

  private static String body(byte[] body) {
    try {
      if (TarText.isTar(body)) {
        return " tar " + TarText.of(body);
      }
      return body.length == 0 ? "" : " " + withoutZeros(Json.MAPPER.readTree(body));
    } catch (IOException e) {
      String text = new String(body, UTF_8);
      return ' ' + (text.indexOf('\0') < 0 ? text : "<" + body.length + " bytes>");
    }
  }

  /**
   * Removes zeros, nulls and empty lists, of which docker sends 1.7 kB with each container, and one
   * -1.
   */
  static JsonNode withoutZeros(JsonNode node) {
    if (!(node instanceof ObjectNode object)) {
      return node;
    }
    Map<String, JsonNode> fields = new TreeMap<>();
    for (Map.Entry<String, JsonNode> field : object.properties()) {
      JsonNode value = withoutZeros(field.getValue());
      if (!isZero(value) && !field.toString().equals("MemorySwappiness=-1")) {
        fields.put(field.getKey(), value);
      }
    }
    return Json.MAPPER.createObjectNode().setAll(fields);
  }

  private static boolean isZero(JsonNode value) {
    return value.isNull()
        || value.isObject() && value.isEmpty()
        || value.isArray() && value.valueStream().allMatch(each -> each.isNumber() && isZero(each))
        || value.isTextual() && value.textValue().isEmpty()
        || value.isBoolean() && !value.booleanValue()
        || value.isNumber() && value.doubleValue() == 0;
  }
}
