package dev.davit.template;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.davit.json.JsonNumber;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The functions index, slice and len with Go's checks; strings are indexed by byte. */
final class Indexing {
  private Indexing() {}

  static @Nullable Object index(List<@Nullable Object> args) throws TemplateException {
    Object item = args.getFirst();
    if (item == null) {
      throw new TemplateException("index of untyped nil");
    }
    for (Object index : args.subList(1, args.size())) {
      item =
          switch (GoNamed.bare(item)) {
            case null -> throw new TemplateException("index of nil pointer");
            case String text -> byteAt(text, index);
            case JsonNumber text -> byteAt(text.toString(), index);
            case List<?> list -> list.get(within(list.size(), index, "slice"));
            case Map<?, ?> map -> entry(map, index);
            default -> throw new TemplateException("can't index item of type " + target(item));
          };
    }
    return item;
  }

  private static Short byteAt(String text, @Nullable Object index) throws TemplateException {
    byte[] bytes = text.getBytes(UTF_8);
    return (short) (bytes[within(bytes.length, index, "string")] & 0xff);
  }

  private static int within(int size, @Nullable Object index, String what)
      throws TemplateException {
    int position = position(index, size);
    if (position == size) {
      throw new TemplateException("reflect: " + what + " index out of range");
    }
    return position;
  }

  private static @Nullable Object entry(Map<?, ?> map, @Nullable Object key)
      throws TemplateException {
    if (key == null) {
      throw new TemplateException("value is nil; should be of type string");
    }
    String wanted = map instanceof GoMap typed ? typed.keyType() : "string";
    if (!GoType.name(key).equals(wanted)) {
      throw new TemplateException("value has type " + GoType.name(key) + "; should be " + wanted);
    }
    String name = key.toString();
    return map.containsKey(name) ? map.get(name) : GoType.unbox(GoType.zeroElement(map));
  }

  /** Returns an index of at most the size, because Go compares with the capacity. */
  private static int position(@Nullable Object index, int size) throws TemplateException {
    if (index == null) {
      throw new TemplateException("cannot index slice/array with nil");
    }
    boolean number = !(index instanceof GoType.Boxed) && isInteger(index);
    if (!number || !(GoNamed.bare(index) instanceof Number value)) {
      throw new TemplateException("cannot index slice/array with type " + GoType.name(index));
    }
    long position = value.longValue();
    if (position < 0 || position > size) {
      throw new TemplateException("index out of range: " + position);
    }
    return (int) position;
  }

  private static boolean isInteger(Object index) {
    GoType type = GoType.of(index);
    return type == GoType.INT || type == GoType.UINT;
  }

  static Object slice(List<@Nullable Object> args) throws TemplateException {
    Object item = args.getFirst();
    if (item == null) {
      throw new TemplateException("slice of untyped nil");
    }
    int count = args.size() - 1;
    if (count > 3) {
      throw new TemplateException("too many slice indexes: " + count);
    }
    boolean isString = GoType.of(item) == GoType.STRING;
    if (isString && count == 3) {
      throw new TemplateException("cannot 3-index slice a string");
    }
    if (!isString && !(item instanceof List<?>)) {
      throw new TemplateException("can't slice item of type " + GoType.name(item));
    }
    int size = length(item);
    int[] bounds = {0, size, size};
    for (int i = 0; i < count; i++) {
      bounds[i] = position(args.get(i + 1), size);
    }
    for (int i = 0; i < 2; i++) {
      if (bounds[i] > bounds[i + 1]) {
        throw new TemplateException("invalid slice index: " + bounds[i] + " > " + bounds[i + 1]);
      }
    }
    return switch (item) {
      case GoSlice slice -> slice.part(bounds[0], bounds[1]);
      case List<?> list -> new GoSlice(GoType.name(list), list.subList(bounds[0], bounds[1]));
      case GoNamed named -> named.with(Utf8.slice(named.value().toString(), bounds[0], bounds[1]));
      default -> Utf8.slice(item.toString(), bounds[0], bounds[1]);
    };
  }

  static int length(@Nullable Object arg) throws TemplateException {
    if (arg == null) {
      throw new TemplateException("reflect: call of reflect.Value.Type on zero Value");
    }
    Object item = GoType.unbox(arg);
    return switch (GoNamed.bare(item)) {
      case null -> throw new TemplateException("len of nil pointer");
      case List<?> list -> list.size();
      case Map<?, ?> map -> map.size();
      default -> {
        if (GoType.of(item) != GoType.STRING) {
          throw new TemplateException("len of type " + target(item));
        }
        yield Utf8.length(String.valueOf(GoNamed.bare(item)));
      }
    };
  }

  /** Returns the type name, for a pointer that of its target. */
  private static String target(@Nullable Object item) {
    String name = GoType.name(item);
    return name.startsWith("*") ? name.substring(1) : name;
  }
}
