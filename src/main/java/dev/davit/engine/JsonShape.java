package dev.davit.engine;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.davit.engine.model.ContainerSummary;
import dev.davit.engine.model.CreateResult;
import dev.davit.engine.model.ErrorMessage;
import dev.davit.engine.model.VersionInfo;
import dev.davit.engine.model.WaitResult;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The parts of a type of the model: a record's components, or else a class's public fields. */
final class JsonShape {
  private static final Map<Class<?>, JsonShape> KNOWN = new HashMap<>();
  private static final int MAX_SPELLINGS = 200;

  static {
    // the native binary is built with what nearly every command reads
    if ("buildtime".equals(System.getProperty("org.graalvm.nativeimage.imagecode"))) {
      List.of(
              VersionInfo.class,
              VersionInfo.Platform.class,
              VersionInfo.Component.class,
              ContainerSummary.class,
              ContainerSummary.Port.class,
              ContainerSummary.MountPoint.class,
              ContainerSummary.NetworkSettings.class,
              ContainerSummary.Health.class,
              ContainerSummary.Descriptor.class,
              CreateResult.class,
              WaitResult.class,
              ErrorMessage.class)
          .forEach(JsonShape::of);
    }
  }

  private final Constructor<?> constructor;
  private final List<Class<?>> classes = new ArrayList<>();
  private final List<Type> types = new ArrayList<>();
  private final List<Field> fields = new ArrayList<>();
  private final List<@Nullable Field> owners = new ArrayList<>();
  private int others = -1;
  private @Nullable Object[] zeros = {};
  private final Map<String, Integer> places = new HashMap<>();

  /** A long list spells its names alike. */
  private final Map<String, Integer> placesAsSpelled = new ConcurrentHashMap<>();

  private JsonShape(Class<?> type) {
    try {
      if (type.isRecord()) {
        for (RecordComponent component : type.getRecordComponents()) {
          add(component.getName(), component.getType(), component.getGenericType());
        }
        constructor = type.getDeclaredConstructor(classes.toArray(Class[]::new));
        return;
      }
      addFields(type, null);
      constructor = type.getDeclaredConstructor();
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException(e);
    }
  }

  static synchronized JsonShape of(Class<?> type) {
    return KNOWN.computeIfAbsent(type, JsonShape::new);
  }

  /** The public fields; those of an unwrapped object in its place. */
  private void addFields(Class<?> type, @Nullable Field owner) {
    for (Field field : type.getFields()) {
      if (field.isAnnotationPresent(JsonUnwrapped.class)) {
        addFields(field.getType(), field);
      } else if (!Modifier.isStatic(field.getModifiers())
          && !field.isAnnotationPresent(JsonIgnore.class)) {
        if (field.isAnnotationPresent(JsonAnySetter.class)) {
          others = classes.size();
        }
        add(field.getName(), field.getType(), field.getGenericType());
        fields.add(field);
        owners.add(owner);
      }
    }
  }

  private void add(String name, Class<?> type, Type generic) {
    if (others != classes.size()) {
      places.put(plain(name), classes.size());
    }
    classes.add(type);
    types.add(generic);
  }

  /** Where the part of this name on the wire stands, -1 if there is none. */
  int place(String name) {
    Integer known = placesAsSpelled.get(name);
    if (known != null) {
      return known;
    }
    int place = places.getOrDefault(plain(name), -1);
    if (placesAsSpelled.size() < MAX_SPELLINGS) {
      placesAsSpelled.put(name, place);
    }
    return place;
  }

  private static String plain(String name) {
    return name.replace("_", "").toLowerCase(Locale.ROOT);
  }

  /** The place of the map that takes what has no place of its own, -1 if nothing does. */
  int others() {
    return others;
  }

  Type type(int place) {
    return types.get(place);
  }

  /** What the parts are worth when nothing is said of them. */
  @Nullable Object[] zeros() {
    if (zeros.length == 0) {
      zeros = classes.stream().map(JsonShape::zero).toArray();
    }
    return zeros.clone();
  }

  static @Nullable Object zero(Class<?> type) {
    if (type == boolean.class) {
      return false;
    }
    if (type == int.class) {
      return 0;
    }
    return type == long.class ? (Object) 0L : null;
  }

  /** One of the type, of these parts. */
  Object make(@Nullable Object[] values) {
    try {
      if (fields.isEmpty()) {
        return constructor.newInstance(values);
      }
      Object made = constructor.newInstance();
      for (int i = 0; i < values.length; i++) {
        if (values[i] != null) {
          Field owner = owners.get(i);
          fields.get(i).set(owner == null ? made : owner.get(made), values[i]);
        }
      }
      return made;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
