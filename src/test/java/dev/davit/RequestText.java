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

/** Requests as texts that can be compared: docker's and davit's say the same if they mean it. */
final class RequestText {
  private RequestText() {}

  /** A request as it is compared: query sorted, and without what need not be said. */
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
    return text.append(body(request.body())).append(login(request)).append(own(request)).toString();
  }

  /** Headers that a user added, which are named so in the tests. */
  private static String own(FakeRequest request) {
    Map<String, String> own = new TreeMap<>(request.headers());
    own.keySet().removeIf(name -> !name.toLowerCase(Locale.ROOT).startsWith("x-own"));
    return own.isEmpty() ? "" : " headers " + own;
  }

  /** The credentials sent along, as JSON; nothing where there are none in it. */
  private static String login(FakeRequest request) {
    String header = request.headers().getOrDefault("X-Registry-Auth", "e30=");
    String json = new String(Base64.getUrlDecoder().decode(header), UTF_8);
    return json.equals("{}") ? "" : " login " + json;
  }

  private static String body(byte[] body) {
    try {
      return body.length == 0 ? "" : " " + withoutZeros(Json.MAPPER.readTree(body));
    } catch (IOException e) {
      String text = new String(body, UTF_8);
      return ' ' + (text.indexOf('\0') < 0 ? text : "<" + body.length + " bytes>");
    }
  }

  /** docker sends 1.7 kB of zeros, nulls and empty lists with each container, and this -1. */
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
