package dev.davit.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.BeanPropertyWriter;
import com.fasterxml.jackson.databind.ser.BeanSerializerBuilder;
import com.fasterxml.jackson.databind.ser.BeanSerializerModifier;
import com.fasterxml.jackson.databind.type.LogicalType;
import dev.davit.engine.model.ContainerSpec;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Configures Jackson's databind for the Engine API: Go's upper-case names in any case, absent and
 * null values omitted, unknown properties ignored, and no conversion between kinds of values.
 *
 * <p>The native binary is built with the readers and writers of all {@link ModelTypes}.
 */
public final class JsonBinding {
  /**
   * Deep enough for any response, and small enough that a malicious one cannot exhaust the stack.
   */
  private static final int MAX_DEPTH = 1000;

  public static final ObjectMapper MAPPER = mapper();

  private static final Map<Class<?>, ObjectReader> READERS = new ConcurrentHashMap<>();
  private static final Map<Class<?>, ObjectWriter> WRITERS = new ConcurrentHashMap<>();

  static {
    if ("buildtime".equals(System.getProperty("org.graalvm.nativeimage.imagecode"))) {
      ModelTypes.READ.forEach(JsonBinding::reader);
      ModelTypes.WRITTEN.forEach(JsonBinding::writer);
      writeAnyValue();
    }
  }

  private JsonBinding() {}

  /** Creates the writers for values that the model does not describe. */
  private static void writeAnyValue() {
    String any = "{\"Any\":[{\"Any\":{}},[[]],\"\",true,1,null],\"HostConfig\":{\"Any\":1}}";
    try {
      write(reader(ContainerSpec.class).readValue(any));
      write(Map.of("Map1", Map.of("List12", List.of(1), "ListN", List.of()))); // and MapN
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static ObjectMapper mapper() {
    JsonFactory factory =
        JsonFactory.builder()
            .streamReadConstraints(
                StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
            .build();
    return JsonMapper.builder(factory)
        .propertyNamingStrategy(PropertyNamingStrategies.UPPER_CAMEL_CASE)
        .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_PROPERTIES)
        .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
        // otherwise the writers of lists and maps would be created on first use
        .enable(MapperFeature.USE_STATIC_TYPING)
        .disable(MapperFeature.OVERRIDE_PUBLIC_ACCESS_MODIFIERS)
        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
        .defaultPropertyInclusion(
            JsonInclude.Value.construct(
                JsonInclude.Include.NON_NULL, JsonInclude.Include.USE_DEFAULTS))
        // a null in a list is omitted, a null in a map is an empty value
        .defaultSetterInfo(JsonSetter.Value.forContentNulls(Nulls.SKIP))
        .withConfigOverride(
            Map.class, map -> map.setSetterInfo(JsonSetter.Value.forContentNulls(Nulls.AS_EMPTY)))
        .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
        .withCoercionConfig(
            LogicalType.Textual,
            text ->
                text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                    .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                    .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
        .addHandler(new NullElements())
        .addModule(module())
        .build();
  }

  private static SimpleModule module() {
    SimpleModule module = new SimpleModule();
    module.addDeserializer(Number.class, new AsWritten());
    module.setSerializerModifier(new SourceOrder());
    module.setValueInstantiators(new LateRecords());
    return module;
  }

  /** Creates a parser with limits that keep malicious input from exhausting memory. */
  public static JsonParser parser(byte[] json) throws IOException {
    return MAPPER.createParser(json);
  }

  public static JsonParser parser(InputStream json) throws IOException {
    return MAPPER.createParser(json);
  }

  public static ObjectReader reader(Class<?> type) {
    ObjectReader reader = READERS.get(type);
    if (reader == null) {
      if (!ModelTypes.READ.contains(type)) {
        throw new IllegalArgumentException("not in the list of types that are read: " + type);
      }
      reader = MAPPER.readerFor(type);
      READERS.put(type, reader);
    }
    return reader;
  }

  /** Reads the first value of a text; null for JSON null and for empty text. */
  public static <T> @Nullable T read(byte[] json, Class<T> type) throws IOException {
    try (JsonParser parser = parser(json)) {
      return parser.nextToken() == null ? null : type.cast(reader(type).readValue(parser));
    }
  }

  /**
   * Reads the parser's current value as maps, lists, strings, booleans, null and {@link
   * JsonNumber}s.
   */
  public static @Nullable Object tree(JsonParser parser) throws IOException {
    return reader(Object.class).readValue(parser);
  }

  /** Writes a model type or a map as JSON; a byte array is returned unchanged. */
  public static byte[] write(Object value) throws IOException {
    if (value instanceof byte[] json) {
      return json;
    }
    ObjectWriter writer = value instanceof Map ? MAPPER.writer() : writer(value.getClass());
    return writer.writeValueAsBytes(value);
  }

  private static ObjectWriter writer(Class<?> type) {
    ObjectWriter writer = WRITERS.get(type);
    if (writer == null) {
      if (!ModelTypes.WRITTEN.contains(type)) {
        throw new IllegalArgumentException("not in the list of types that are written: " + type);
      }
      writer = MAPPER.writerFor(type);
      WRITERS.put(type, writer);
    }
    return writer;
  }

  /** Returns the original failure without the path of properties that Jackson wraps around it. */
  public static IOException cause(JacksonException failure) {
    return failure instanceof JsonMappingException
            && failure.getCause() instanceof IOException cause
        ? cause instanceof JacksonException inner ? cause(inner) : cause
        : failure;
  }

  /** Keeps null elements of the outermost list. */
  private static final class NullElements extends DeserializationProblemHandler {
    @Override
    public @Nullable Object handleUnexpectedToken(
        DeserializationContext context,
        JavaType type,
        JsonToken token,
        JsonParser parser,
        @Nullable String message) {
      return token == JsonToken.VALUE_NULL ? null : NOT_HANDLED;
    }
  }

  /** Keeps the spelling of numbers whose type the model does not declare. */
  private static final class AsWritten extends StdScalarDeserializer<Number> {
    private static final long serialVersionUID = 1L;

    AsWritten() {
      super(Number.class);
    }

    @Override
    public Number deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      return new JsonNumber(parser.getText());
    }
  }

  /** Writes fields in source order, those of the superclass last. */
  private static final class SourceOrder extends BeanSerializerModifier {
    private static final long serialVersionUID = 1L;

    @Override
    public BeanSerializerBuilder updateBuilder(
        SerializationConfig config, BeanDescription type, BeanSerializerBuilder builder) {
      List<String> fields = new ArrayList<>();
      for (Field field : type.getBeanClass().getFields()) {
        fields.add(field.getName());
      }
      List<BeanPropertyWriter> ordered = new ArrayList<>(builder.getProperties());
      ordered.sort((a, b) -> Integer.compare(place(a, fields), place(b, fields)));
      builder.setProperties(ordered);
      return builder;
    }

    private static int place(BeanPropertyWriter property, List<String> fields) {
      return fields.indexOf(property.getMember().getName());
    }
  }
}
