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
 * Replaces databind's methods that create the reader or writer of a type, in the native binary:
 * {@link dev.davit.json.JsonBinding} has created all of them while the binary was built. So the
 * binary lacks the code that introspects classes.
 */
@SuppressWarnings("DoNotCallSuggester") // databind calls them
final class NativeJson {
  private NativeJson() {}

  private static IllegalStateException notCreated(Object type) {
    return new IllegalStateException("not among the types of the binary: " + type);
  }

  /** Finds the existing readers; creates none. */
  @TargetClass(DeserializerCache.class)
  static final class Readers {
    private Readers() {}

    @Substitute
    JsonDeserializer<Object> _createAndCacheValueDeserializer(
        DeserializationContext context, DeserializerFactory factory, JavaType type) {
      throw notCreated(type);
    }

    @Substitute
    KeyDeserializer findKeyDeserializer(
        DeserializationContext context, DeserializerFactory factory, JavaType type) {
      throw notCreated(type);
    }
  }

  /** Finds the existing writers; creates none. */
  @TargetClass(SerializerProvider.class)
  static final class Writers {
    private Writers() {}

    @Substitute
    JsonSerializer<Object> _createAndCacheUntypedSerializer(Class<?> type) {
      throw notCreated(type);
    }

    @Substitute
    JsonSerializer<Object> _createAndCacheUntypedSerializer(JavaType type) {
      throw notCreated(type);
    }
  }
}
