package dev.davit.context;

import dev.davit.config.ConfigException;
import dev.davit.json.Json;
import dev.davit.json.JsonText;
import dev.davit.text.GoCase;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The content of a context's meta.json. Fields that davit does not use are kept, as other tools may
 * use them (cli/context/store/metadatastore.go).
 *
 * @param metadata the fields, of which docker uses the description; null if the file has no
 *     metadata
 * @param endpoints the endpoints by kind
 */
public record ContextMeta(
    String name,
    @Nullable Map<String, @Nullable Object> metadata,
    Map<String, @Nullable Object> endpoints) {

  /** The kind of an endpoint that is an engine. */
  public static final String DOCKER = "docker";

  private static final String DESCRIPTION = "Description";
  private static final String OF_DEFAULT = "Current DOCKER_HOST based configuration";

  /** An engine's address; an empty host is the default one. */
  public record Endpoint(String host, boolean skipTlsVerify) {}

  /** A JSON text that does not have the structure of a context; the message is Go's. */
  static final class WrongType extends Exception {
    private static final long serialVersionUID = 1;

    WrongType(Object value, String target) {
      super("json: cannot unmarshal " + Json.kind(value) + " into Go " + target);
    }
  }

  /** Returns a context with an engine and without metadata. */
  public static ContextMeta of(String name, Endpoint endpoint) {
    return new ContextMeta(name, Map.of(), Map.of(DOCKER, endpoint));
  }

  /**
   * Reads the meta.json of an archive.
   *
   * @throws IOException with Go's message if the text does not have the structure of a context
   */
  public static ContextMeta of(byte[] text) throws IOException {
    try {
      return read(text, "store.Metadata");
    } catch (WrongType | Json.SyntaxException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  /**
   * Reads a meta.json without checking the parts for which docker has types; see {@link #typed}.
   */
  static ContextMeta read(byte[] text) throws WrongType, Json.SyntaxException {
    return read(text, "store.untypedContextMetadata");
  }

  private static ContextMeta read(byte[] text, String type) throws WrongType, Json.SyntaxException {
    Object json = Json.only(text);
    Map<String, @Nullable Object> fields = object(json, "value of type " + type);
    Object metadata = field(fields, "Metadata");
    return new ContextMeta(
        field(fields, "Name") instanceof String name ? name : "",
        metadata == null ? null : object(metadata, "value of type map[string]interface {}"),
        object(
            field(fields, "Endpoints"),
            "struct field untypedContextMetadata.endpoints of type map[string]json.RawMessage"));
  }

  /** Returns this context with its docker endpoint checked and converted as docker does. */
  ContextMeta typed() throws WrongType {
    if (endpoints.get(DOCKER) == null || endpoints.get(DOCKER) instanceof Endpoint) {
      return this;
    }
    Map<String, @Nullable Object> fields =
        object(endpoints.get(DOCKER), "value of type context.EndpointMetaBase");
    return withEndpoint(
        new Endpoint(host(field(fields, "Host")), skipsVerify(field(fields, "SkipTLSVerify"))));
  }

  private static String host(@Nullable Object value) throws WrongType {
    return switch (value) {
      case null -> "";
      case String host -> host;
      default -> throw new WrongType(value, "struct field EndpointMetaBase.Host of type string");
    };
  }

  private static boolean skipsVerify(@Nullable Object value) throws WrongType {
    return switch (value) {
      case null -> false;
      case Boolean skip -> skip;
      default ->
          throw new WrongType(value, "struct field EndpointMetaBase.SkipTLSVerify of type bool");
    };
  }

  @SuppressWarnings("unchecked") // the keys of JSON objects are strings
  private static Map<String, @Nullable Object> object(@Nullable Object value, String target)
      throws WrongType {
    return switch (value) {
      case null -> Map.of();
      case Map<?, ?> object -> (Map<String, @Nullable Object>) object;
      default -> throw new WrongType(value, target);
    };
  }

  /** Returns a field by its name in any case, as Go does; of several the last one. */
  public static @Nullable Object field(Map<?, ?> object, String name) {
    Object found = null;
    for (Map.Entry<?, ?> entry : object.entrySet()) {
      if (GoCase.equalFold(name, String.valueOf(entry.getKey()))) {
        found = entry.getValue();
      }
    }
    return found;
  }

  public String description() {
    if (name.equals(EndpointResolver.DEFAULT_CONTEXT)) {
      return OF_DEFAULT;
    }
    return metadata != null && metadata.get(DESCRIPTION) instanceof String text ? text : "";
  }

  /**
   * Returns the engine of the context.
   *
   * @throws ConfigException if the context has no docker endpoint
   */
  public Endpoint endpoint() {
    if (!endpoints.containsKey(DOCKER)) {
      throw new ConfigException("cannot find docker endpoint in context");
    }
    if (endpoints.get(DOCKER) instanceof Endpoint endpoint) {
      return endpoint;
    }
    throw new ConfigException("endpoint \"docker\" is not of type EndpointMeta");
  }

  public ContextMeta withName(String other) {
    return new ContextMeta(other, metadata, endpoints);
  }

  /** Returns this context with a description; an empty one changes nothing. */
  public ContextMeta withDescription(String description) {
    Map<String, @Nullable Object> fields =
        metadata == null ? new TreeMap<>() : new TreeMap<>(metadata);
    if (!description.isEmpty()) {
      fields.put(DESCRIPTION, description);
    }
    return new ContextMeta(name, fields, endpoints);
  }

  public ContextMeta withEndpoint(Endpoint endpoint) {
    Map<String, @Nullable Object> all = new TreeMap<>(endpoints);
    all.put(DOCKER, endpoint);
    return new ContextMeta(name, metadata, all);
  }

  /** Returns the JSON that docker stores: a struct's fields in order, a map's keys by name. */
  public String json() {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    if (!name.isEmpty()) {
      fields.put("Name", name);
    }
    if (metadata != null) {
      fields.put("Metadata", metadata);
    }
    if (!endpoints.isEmpty()) {
      fields.put("Endpoints", endpoints);
    }
    StringBuilder json = new StringBuilder();
    writeObject(fields, json);
    return json.toString();
  }

  private static void write(@Nullable Object value, StringBuilder json) {
    switch (value) {
      case String text -> json.append(JsonText.quoteHtmlSafe(text));
      case Endpoint endpoint -> writeObject(fields(endpoint), json);
      case Map<?, ?> map -> writeObject(new TreeMap<>(map), json);
      case List<?> list -> writeArray(list, json);
      case null -> json.append("null");
      default -> json.append(value);
    }
  }

  private static Map<String, Object> fields(Endpoint endpoint) {
    Map<String, Object> fields = new LinkedHashMap<>();
    if (!endpoint.host.isEmpty()) {
      fields.put("Host", endpoint.host);
    }
    fields.put("SkipTLSVerify", endpoint.skipTlsVerify);
    return fields;
  }

  private static void writeObject(Map<?, ?> map, StringBuilder json) {
    json.append('{');
    String separator = "";
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      json.append(separator)
          .append(JsonText.quoteHtmlSafe(String.valueOf(entry.getKey())))
          .append(':');
      write(entry.getValue(), json);
      separator = ",";
    }
    json.append('}');
  }

  private static void writeArray(List<?> list, StringBuilder json) {
    json.append('[');
    String separator = "";
    for (Object element : list) {
      json.append(separator);
      write(element, json);
      separator = ",";
    }
    json.append(']');
  }
}
