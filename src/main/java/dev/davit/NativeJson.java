package dev.davit;

import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.DeserializerCache;
import com.fasterxml.jackson.databind.deser.DeserializerFactory;
import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;

/**
 * Databind in the native binary, which makes no reader or writer of a type: {@link
 * dev.davit.json.JsonBinding} has made all of them while the binary was built. What introspects
 * classes is left out of the binary.
 */
@SuppressWarnings("DoNotCallSuggester") // databind calls them
final class NativeJson {
  private NativeJson() {}

  private static IllegalStateException notMade(Object type) {
    return new IllegalStateException("not among the types of the binary: " + type);
  }

  /** Finds what was made; makes nothing. */
  @TargetClass(DeserializerCache.class)
  static final class Readers {
    private Readers() {}

    @Substitute
    JsonDeserializer<Object> _createAndCacheValueDeserializer(
        DeserializationContext context, DeserializerFactory factory, JavaType type) {
      throw notMade(type);
    }

    @Substitute
    KeyDeserializer findKeyDeserializer(
        DeserializationContext context, DeserializerFactory factory, JavaType type) {
      throw notMade(type);
    }
  }

  /** Finds what was made; makes nothing. */
  @TargetClass(SerializerProvider.class)
  static final class Writers {
    private Writers() {}

    @Substitute
    JsonSerializer<Object> _createAndCacheUntypedSerializer(Class<?> type) {
      throw notMade(type);
    }

    @Substitute
    JsonSerializer<Object> _createAndCacheUntypedSerializer(JavaType type) {
      throw notMade(type);
    }
  }
}
