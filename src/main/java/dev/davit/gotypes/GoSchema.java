package dev.davit.gotypes;

import dev.davit.json.JsonNumber;
import dev.davit.template.GoFunction;
import dev.davit.template.GoMap;
import dev.davit.template.GoNamed;
import dev.davit.template.GoSlice;
import dev.davit.template.GoStruct;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Go's struct types by name, and the conversion of JSON values to them. */
public record GoSchema(Map<String, List<Field>> types) {
  /** The results of the types' String methods, as patterns of their fields. */
  private static final Map<String, String> PRINTED =
      Map.of(
          "blkiodev.ThrottleDevice", "{Path}:{Rate}",
          "blkiodev.WeightDevice", "{Path}:{Weight}",
          "swarm.Version", "{Index}",
          "units.Ulimit", "{Name}={Soft}:{Hard}");

  /** The letters of os.FileMode's high bits. */
  private static final String MODES = "dalTLDpSugct?";

  /** The mode bits of the file type: d, L, p, S, D, c and ?. */
  private static final long KINDS = 0x8f280000L;

  /**
   * A field of a struct.
   *
   * @param json the name in JSON
   * @param omitEmpty whether JSON omits an empty value
   * @param embedded whether the fields of this struct are promoted to the outer struct
   */
  record Field(String name, String type, String json, boolean omitEmpty, boolean embedded) {
    public static Field parse(String line) {
      boolean embedded = line.startsWith("+");
      String[] words = line.substring(embedded ? 1 : 0).split(" ", -1);
      String json = words[0];
      boolean omitEmpty = false;
      for (int i = 2; i < words.length; i++) {
        if (words[i].startsWith("=")) {
          json = words[i].substring(1);
        } else {
          omitEmpty = true;
        }
      }
      return new Field(words[0], words[1], json, omitEmpty, embedded);
    }
  }

  /** Parses the format described in {@link dev.davit.resource.ContainerTypes}. */
  public static GoSchema parse(String text) {
    Map<String, List<Field>> types = new LinkedHashMap<>();
    List<Field> fields = List.of();
    for (String line : text.lines().toList()) {
      if (line.isEmpty()) {
        continue;
      }
      if (line.indexOf(' ') < 0) {
        fields = new ArrayList<>();
        types.put(line, fields);
      } else {
        fields.add(Field.parse(line));
      }
    }
    return new GoSchema(types);
  }

  /**
   * Converts a JSON value to a Go value; absent fields have Go's zero value.
   *
   * @throws RuntimeException of an unspecified type if the value does not match the type
   */
  public @Nullable Object value(String type, @Nullable Object json) {
    if (type.startsWith("*")) {
      String target = type.substring(1);
      if (json != null) {
        return types.containsKey(target) ? struct(type, target, json) : value(target, json);
      }
      return new GoObject(type, this, types.getOrDefault(target, List.of()), null);
    }
    String underlying = NamedTypes.underlying(type);
    if (underlying.startsWith("[")) {
      return slice(type, underlying, (List<?>) json);
    }
    if (underlying.startsWith("map[")) {
      return map(type, underlying, (Map<?, ?>) json);
    }
    if (!underlying.equals(type)) {
      Object value = Objects.requireNonNull(value(underlying, json));
      return value instanceof String text
          ? NamedTypes.of(type, text)
          : GoNamed.of(type, value, name -> null);
    }
    return switch (type) {
      case "string" -> json == null ? "" : (String) json;
      case "bool" -> json == null ? Boolean.FALSE : (Boolean) json;
      case "any" -> any(json);
      case "error" -> json == null ? new GoObject(type, this, List.of(), null) : json;
      case "bytes" -> bytes((String) json);
      case "duration" -> GoDuration.of(json == null ? 0 : number(json));
      case "mode" -> mode(json == null ? 0 : number(json));
      case "time" -> GoTime.of(json == null ? "" : (String) json);
      case "int" -> json == null ? (Object) 0 : (Object) Math.toIntExact(number(json));
      case "int64" -> json == null ? 0L : number(json);
      default -> struct(type, type, json == null ? Map.of() : json);
    };
  }

  /** Converts a JSON value of unknown type; numbers are floating point, as in Go. */
  private static @Nullable Object any(@Nullable Object json) {
    if (json instanceof List<?> list) {
      List<@Nullable Object> values = new ArrayList<>();
      list.forEach(each -> values.add(any(each)));
      return values;
    }
    if (json instanceof Map<?, ?> map) {
      Map<String, @Nullable Object> values = new LinkedHashMap<>();
      map.forEach((name, each) -> values.put((String) name, any(each)));
      return values;
    }
    return json instanceof JsonNumber number ? (Object) Double.valueOf(number.toString()) : json;
  }

  private static GoNamed mode(long mode) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < MODES.length(); i++) {
      text.append((mode & 1L << 31 - i) == 0 ? "" : MODES.charAt(i));
    }
    text.append(text.isEmpty() ? "-" : "");
    for (int bit = 8; bit >= 0; bit--) {
      text.append((mode & 1L << bit) == 0 ? '-' : "xwr".charAt(bit % 3));
    }
    return new GoNamed(
        "fs.FileMode", mode, text.toString(), Long.toString(mode), name -> mode(mode, name));
  }

  /** Returns a method of a file's mode. */
  private static @Nullable GoFunction mode(long mode, String name) {
    long kind = mode & KINDS;
    return switch (name) {
      case "IsDir" -> GoFunction.of(args -> (mode & 1L << 31) != 0);
      case "IsRegular" -> GoFunction.of(args -> kind == 0);
      case "Perm" -> GoFunction.of(args -> mode(mode & 0777));
      case "Type" -> GoFunction.of(args -> mode(kind));
      default -> null;
    };
  }

  private static GoSlice bytes(@Nullable String base64) {
    if (base64 == null) {
      return new GoSlice("[]uint8", null);
    }
    List<Short> values = new ArrayList<>();
    for (byte each : Base64.getDecoder().decode(base64)) {
      values.add((short) (each & 0xff));
    }
    return new GoSlice("[]uint8", values);
  }

  private static Long number(Object json) {
    return Long.parseLong(((JsonNumber) json).toString());
  }

  private GoStruct struct(String type, String name, Object json) {
    List<Field> fields = types.get(name);
    if (fields == null) {
      throw new IllegalArgumentException("no type " + name);
    }
    GoObject object = new GoObject(goName(type), this, fields, (Map<?, ?>) json);
    String printed = PRINTED.get(name);
    return printed == null ? object : stringer(object, printed);
  }

  private static GoNamed stringer(GoObject object, String printed) {
    String text = printed;
    for (Map.Entry<String, @Nullable Object> field : object.fields().entrySet()) {
      text = text.replace('{' + field.getKey() + '}', String.valueOf(field.getValue()));
    }
    StringBuilder json = new StringBuilder();
    object.json(json);
    return new GoNamed(object.typeName(), object, text, json.toString(), name -> null);
  }

  private GoSlice slice(String type, String underlying, @Nullable List<?> json) {
    String element = element(underlying);
    List<@Nullable Object> values = null;
    if (json == null && !underlying.startsWith("[]")) {
      int length = Integer.parseInt(underlying, 1, underlying.indexOf(']'), 10);
      values = Collections.nCopies(length, value(element, null));
    }
    if (json != null) {
      values = new ArrayList<>();
      for (Object each : json) {
        values.add(value(element, each));
      }
    }
    return new GoSlice(goName(type), goName(underlying), values);
  }

  private static String element(String type) {
    return type.substring(type.indexOf(']') + 1);
  }

  /** Returns a type's name as Go prints it. */
  private static String goName(String type) {
    return switch (element(type)) {
      case "any" -> type.replace("any", "interface {}");
      case "struct{}" -> type.replace("struct{}", "struct {}");
      // anonymous structs in Go
      case "image.ManifestSize" ->
          "struct { Content int64 \"json:\\\"Content\\\"\"; Total int64 \"json:\\\"Total\\\"\" }";
      case "image.UnpackedSize" -> "struct { Unpacked int64 \"json:\\\"Unpacked\\\"\" }";
      default -> type;
    };
  }

  private GoMap map(String type, String underlying, @Nullable Map<?, ?> json) {
    String element = element(underlying);
    String key = underlying.substring("map[".length(), underlying.indexOf(']'));
    Map<String, @Nullable Object> values = null;
    if (json != null) {
      values = new LinkedHashMap<>();
      for (Map.Entry<?, ?> entry : json.entrySet()) {
        values.put((String) entry.getKey(), value(element, entry.getValue()));
      }
    }
    return new GoMap(
        goName(type),
        goName(underlying),
        name -> Objects.requireNonNull(value(key, name)),
        () -> value(element, null),
        values);
  }
}
