package dev.davit.engine.http;

import dev.davit.io.BodyWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One request to the engine: method, path below the API version, query, headers and body. */
public final class ApiRequest {
  final String method;
  final List<String> path;
  final List<Parameter> query = new ArrayList<>();
  final Map<String, String> headers = new LinkedHashMap<>();
  @Nullable Object json;
  @Nullable BodyWriter content;

  /** How much longer than others it may take; null for ever. */
  @Nullable Duration patience = Duration.ZERO;

  /** One of the query; a name may come several times. */
  record Parameter(String name, String value) {}

  private ApiRequest(String method, List<String> path) {
    this.method = method;
    this.path = path;
  }

  public static ApiRequest get(String... path) {
    return new ApiRequest("GET", List.of(path));
  }

  public static ApiRequest head(String... path) {
    return new ApiRequest("HEAD", List.of(path));
  }

  public static ApiRequest post(String... path) {
    return new ApiRequest("POST", List.of(path));
  }

  public static ApiRequest put(String... path) {
    return new ApiRequest("PUT", List.of(path));
  }

  public static ApiRequest delete(String... path) {
    return new ApiRequest("DELETE", List.of(path));
  }

  /** A query parameter; one without a value, or with an empty one, is left out. */
  public ApiRequest query(String name, @Nullable Object value) {
    if (value != null && !value.toString().isEmpty()) {
      query.add(new Parameter(name, value.toString()));
    }
    return this;
  }

  /** The same parameter once for each value, empty ones too. */
  public ApiRequest each(String name, List<String> values) {
    values.forEach(value -> query.add(new Parameter(name, value)));
    return this;
  }

  /** A switch, sent as {@code 1} when on and left out when off, as docker does. */
  public ApiRequest flag(String name, boolean on) {
    if (on) {
      query.add(new Parameter(name, "1"));
    }
    return this;
  }

  public ApiRequest header(String name, String value) {
    headers.put(name, value);
    return this;
  }

  /** A body of the model's types, or bytes that are JSON already. */
  public ApiRequest json(Object body) {
    this.json = body;
    return this;
  }

  /** A body that is written as it is sent. */
  public ApiRequest content(BodyWriter body) {
    this.content = body;
    return this;
  }

  /** Gives the engine more time to answer than for other requests; null for ever. */
  public ApiRequest patience(@Nullable Duration more) {
    this.patience = more;
    return this;
  }

  /** The path as the API documentation writes it, for messages. */
  String route() {
    return "/" + String.join("/", path);
  }
}
