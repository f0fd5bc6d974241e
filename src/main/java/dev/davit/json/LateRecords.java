package dev.davit.json;

import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.PropertyMetadata;
import com.fasterxml.jackson.databind.PropertyName;
import com.fasterxml.jackson.databind.deser.CreatorProperty;
import com.fasterxml.jackson.databind.deser.SettableBeanProperty;
import com.fasterxml.jackson.databind.deser.ValueInstantiator;
import com.fasterxml.jackson.databind.deser.std.StdValueInstantiator;
import com.fasterxml.jackson.databind.module.SimpleValueInstantiators;
import com.fasterxml.jackson.databind.type.TypeFactory;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Creates records at the end of their JSON objects, so that the last of several values for a name
 * counts, as in Go.
 *
 * <p>Jackson 2 creates a record as soon as each component has a value, and fails at the next value;
 * Jackson 3.1 is the first to wait. This class adds a component that no object has, so that Jackson
 * waits.
 */
final class LateRecords extends SimpleValueInstantiators {
  private static final long serialVersionUID = 1L;

  private static final PropertyName NEVER = PropertyName.construct("\0");

  @Override
  public ValueInstantiator findValueInstantiator(
      DeserializationConfig config, BeanDescription type, ValueInstantiator standard) {
    boolean hasComponents = type.getBeanClass().isRecord() && standard.canCreateFromObjectWith();
    return hasComponents && standard instanceof StdValueInstantiator record
        ? new Late(record)
        : standard;
  }

  private static final class Late extends StdValueInstantiator {
    private static final long serialVersionUID = 1L;

    Late(StdValueInstantiator record) {
      super(record);
    }

    @Override
    public SettableBeanProperty[] getFromObjectArguments(DeserializationConfig config) {
      SettableBeanProperty[] components = super.getFromObjectArguments(config);
      int count = components.length;
      SettableBeanProperty[] withNever = Arrays.copyOf(components, count + 1);
      withNever[count] =
          CreatorProperty.construct(
              NEVER,
              TypeFactory.unknownType(),
              null,
              null,
              null,
              null,
              count,
              null,
              PropertyMetadata.STD_OPTIONAL);
      return withNever;
    }

    @Override
    public Object createFromObjectWith(DeserializationContext context, @Nullable Object[] values)
        throws IOException {
      return super.createFromObjectWith(context, Arrays.copyOf(values, values.length - 1));
    }
  }
}
