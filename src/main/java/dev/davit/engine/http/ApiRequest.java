package dev.davit.engine.http;

import dev.davit.io.BodyWriter;
import dev.davit.json.JsonBinding;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request to the engine: method, path below the API version, query, headers and body. */
public final class ApiRequest {
  final String method;
  final List<String> path;
  final List<Parameter> query = new ArrayList<>();
  final Map<String, String> headers = new LinkedHashMap<>();
  @Nullable Object json;
  @Nullable BodyWriter content;
  String contentType = "application/x-tar";
  boolean contentIsFile;
  private @Nullable ApiVersion version;

  private boolean observing;

  /** Time in addition to the request timeout; null for no limit. */
  @Nullable Duration patience = Duration.ZERO;

  /** A query parameter; several may have the same name. */
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

  /** Adds a query parameter; a null or empty value is left out. */
  public ApiRequest query(String name, @Nullable Object value) {
    if (value != null && !value.toString().isEmpty()) {
      query.add(new Parameter(name, value.toString()));
    }
    return this;
  }

  /** Adds a query parameter for each value, empty values included. */
  public ApiRequest each(String name, List<String> values) {
    values.forEach(value -> query.add(new Parameter(name, value)));
    return this;
  }

  /** Adds a boolean query parameter: {@code 1} if true, left out if false, as by docker. */
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

  /** Sets a JSON body: an object of the model's types, or bytes that are JSON already. */
  public ApiRequest json(Object body) {
    this.json = body;
    return this;
  }

  /** Sets a body that is streamed while it is sent. */
  public ApiRequest content(BodyWriter body) {
    this.content = body;
    return this;
  }

  /**
   * Sets a body that is streamed from a file while it is sent. As by docker, a failure to read the
   * file is reported as a failure of the request.
   */
  public ApiRequest file(BodyWriter body) {
    this.contentIsFile = true;
    return content(body);
  }

  /** Sets the API version, for a request that needs a newer one than all others. */
  public ApiRequest version(ApiVersion needed) {
    this.version = needed;
    return this;
  }

  /** The API version that this request needs; null for that of all requests. */
  public @Nullable ApiVersion version() {
    return version;
  }

  /** Sets the media type of a streamed body, by default that of a tar archive. */
  public ApiRequest contentType(String type) {
    this.contentType = type;
    return this;
  }

  /** Sets time in addition to the request timeout; null for no limit. */
  public ApiRequest patience(@Nullable Duration more) {
    this.patience = more;
    return this;
  }

  /** Marks a request that changes nothing, though others of its kind do. */
  public ApiRequest observing(boolean only) {
    this.observing = only;
    return this;
  }

  /** Whether the request changes nothing, though others of its kind do. */
  public boolean isObserving() {
    return observing;
  }

  public String method() {
    return method;
  }

  /** The segments of the path, without the API version and an engine's base path. */
  public List<String> segments() {
    return List.of(String.join("/", path).split("/"));
  }

  /** The values of a query parameter that are not empty. */
  public List<String> values(String name) {
    return query.stream()
        .filter(each -> each.name().equals(name) && !each.value().isEmpty())
        .map(Parameter::value)
        .toList();
  }

  /** The JSON body; empty without one. */
  public byte[] jsonBody() throws IOException {
    return json == null ? new byte[0] : JsonBinding.write(json);
  }

  /** Whether this is the first request of a connection, which asks for the API version. */
  boolean isPing() {
    return route().equals("/_ping");
  }

  /** The path as in the API documentation, for messages. */
  String route() {
    return "/" + String.join("/", path);
  }
}
