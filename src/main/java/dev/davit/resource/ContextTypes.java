package dev.davit.resource;

import dev.davit.context.ContextMeta;
import dev.davit.context.ContextMeta.Endpoint;
import dev.davit.json.JsonNumber;
import dev.davit.template.GoMap;
import dev.davit.template.GoSlice;
import dev.davit.template.GoStruct;
import dev.davit.template.JsonWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A context as {@code context inspect} prints it: its Go types and its JSON. */
public final class ContextTypes {
  private static final String DOCKER_CONTEXT = "command.DockerContext";

  private ContextTypes() {}

  /**
   * A struct whose JSON differs from its fields.
   *
   * @param promoted fields of an embedded struct, which are also fields of this struct
   * @param members members of the JSON object, in order
   */
  private record Struct(
      String typeName,
      Map<String, @Nullable Object> fields,
      Map<String, @Nullable Object> promoted,
      Map<String, @Nullable Object> members)
      implements GoStruct {
    @Override
    public boolean hasField(String name) {
      return fields.containsKey(name) || promoted.containsKey(name);
    }

    @Override
    public @Nullable Object field(String name) {
      return fields.containsKey(name) ? fields.get(name) : promoted.get(name);
    }

    @Override
    public void json(StringBuilder out) {
      if (typeName.equals(DOCKER_CONTEXT)) { // encodes itself, safe for HTML
        JsonWriter.writeHtmlSafe(members, out);
      } else {
        JsonWriter.writeObject(members, out);
      }
    }
  }

  /**
   * Returns a context with its TLS files and paths.
   *
   * @param tls the names of certificates and keys, by endpoint
   */
  public static GoStruct of(
      ContextMeta context, Map<String, List<String>> tls, String metaPath, String tlsPath) {
    Struct metadata = metadata(context);
    Map<String, @Nullable Object> files = new TreeMap<>();
    tls.forEach((endpoint, names) -> files.put(endpoint, slice(names)));
    Map<String, @Nullable Object> paths = new LinkedHashMap<>();
    paths.put("MetadataPath", metaPath);
    paths.put("TLSPath", tlsPath);

    Map<String, @Nullable Object> own = new LinkedHashMap<>();
    own.put("TLSMaterial", new GoMap("map[string]store.EndpointFiles", files));
    own.put("Storage", new Struct("store.StorageInfo", paths, Map.of(), paths));
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("Metadata", metadata);
    fields.putAll(own);
    Map<String, @Nullable Object> members = new LinkedHashMap<>(metadata.members());
    members.putAll(own);
    return new Struct("context.contextWithTLSListing", fields, metadata.fields(), members);
  }

  /** Returns the names; without any, Go has nil instead of an empty list. */
  private static GoSlice slice(List<String> names) {
    return new GoSlice("store.EndpointFiles", names.isEmpty() ? null : names);
  }

  private static Struct metadata(ContextMeta context) {
    Object metadata = context.metadata() == null ? null : dockerContext(context.metadata());
    Map<String, @Nullable Object> endpoints = new TreeMap<>();
    context.endpoints().forEach((kind, endpoint) -> endpoints.put(kind, value(endpoint)));

    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("Name", context.name());
    fields.put("Metadata", metadata);
    fields.put("Endpoints", new GoMap("map[string]interface {}", endpoints));
    Map<String, @Nullable Object> members = new LinkedHashMap<>(fields);
    members.values().removeIf(ContextTypes::isEmpty);
    return new Struct("store.Metadata", fields, Map.of(), members);
  }

  private static boolean isEmpty(@Nullable Object value) {
    return value == null || value.equals("") || value instanceof GoMap map && map.isEmpty();
  }

  private static Struct dockerContext(Map<String, @Nullable Object> metadata) {
    Map<String, @Nullable Object> more = new TreeMap<>();
    metadata.forEach((name, value) -> more.put(name, value(value)));
    Map<String, @Nullable Object> members = new TreeMap<>(more);
    Object description = more.remove("Description");
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("Description", description == null ? "" : description);
    fields.put(
        "AdditionalFields", new GoMap("map[string]interface {}", more.isEmpty() ? null : more));
    return new Struct(DOCKER_CONTEXT, fields, Map.of(), members);
  }

  private static @Nullable Object value(@Nullable Object json) {
    return switch (json) {
      case Endpoint endpoint -> endpoint(endpoint);
      case JsonNumber number -> number.doubleValue();
      case Map<?, ?> map -> {
        Map<String, @Nullable Object> values = new TreeMap<>();
        map.forEach((name, each) -> values.put(String.valueOf(name), value(each)));
        yield values;
      }
      case List<?> list -> list.stream().map(ContextTypes::value).toList();
      case null, default -> json;
    };
  }

  private static Struct endpoint(Endpoint endpoint) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("Host", endpoint.host());
    fields.put("SkipTLSVerify", endpoint.skipTlsVerify());
    Map<String, @Nullable Object> members = new LinkedHashMap<>(fields);
    members.values().remove("");
    return new Struct("context.EndpointMetaBase", fields, Map.of(), members);
  }
}
