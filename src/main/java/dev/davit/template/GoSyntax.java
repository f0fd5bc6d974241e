package dev.davit.template;

import dev.davit.text.GoQuote;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Formats a value as {@code %#v} does, in Go syntax. */
final class GoSyntax {
  private final FormatSpec spec;
  private final StringBuilder out;

  GoSyntax(FormatSpec spec, StringBuilder out) {
    this.spec = spec;
    this.out = out;
  }

  /** Prints an argument of printf. */
  void print(@Nullable Object value) {
    append(value, 0);
  }

  private void append(@Nullable Object value, int depth) {
    if (value == null) {
      out.append(depth == 0 ? spec.padWithSpaces("<nil>") : "interface {}(nil)");
    } else if (value instanceof GoNamed named && named.goString() instanceof String text) {
      out.append(spec.pad(text));
    } else if (value instanceof GoNamed named && named.value() instanceof GoStruct struct) {
      append(struct, depth);
    } else {
      typed(value, GoType.of(value), depth);
    }
  }

  private void typed(Object value, GoType type, int depth) {
    Object bare = GoNamed.bare(value);
    switch (type) {
      case UINT ->
          out.append(spec.pad("0x" + Long.toHexString(((Number) number(bare)).longValue())));
      case INT, BOOL -> out.append(spec.pad(String.valueOf(bare)));
      case FLOAT, COMPLEX -> out.append(spec.pad(GoPrinter.sprint(bare)));
      case STRING -> out.append(spec.pad(GoQuote.quoteWith(String.valueOf(bare), '"', false)));
      case SLICE -> list((List<?>) value, depth);
      case MAP -> map((Map<?, ?>) value, depth);
      case STRUCT, POINTER, NIL -> struct((GoStruct) value, depth);
    }
  }

  private static Object number(@Nullable Object bare) {
    return bare == null ? 0 : bare;
  }

  private void list(List<?> list, int depth) {
    String name = GoType.name(list);
    out.append(depth == 0 && name.equals("[]uint8") ? "[]byte" : name);
    if (isNil(list)) {
      return;
    }
    out.append('{');
    String separator = "";
    for (Object element : list) {
      out.append(separator);
      append(element, depth + 1);
      separator = ", ";
    }
    out.append('}');
  }

  private void map(Map<?, ?> map, int depth) {
    out.append(GoType.name(map));
    if (isNil(map)) {
      return;
    }
    out.append('{');
    String separator = "";
    for (String key : GoPrinter.sortedKeys(map)) {
      out.append(separator);
      append(key, depth + 1);
      out.append(':');
      append(map.get(key), depth + 1);
      separator = ", ";
    }
    out.append('}');
  }

  private boolean isNil(Object collection) {
    boolean nil = collection instanceof GoTyped typed && typed.isNil();
    out.append(nil ? "(nil)" : "");
    return nil;
  }

  private void struct(GoStruct struct, int depth) {
    boolean pointer = struct.typeName().startsWith("*");
    if (struct.isNil()) {
      out.append('(').append(struct.typeName()).append(")(nil)");
      return;
    }
    out.append(pointer ? "&" : "").append(struct.typeName().substring(pointer ? 1 : 0)).append('{');
    String separator = "";
    for (Map.Entry<String, @Nullable Object> field : struct.fields().entrySet()) {
      out.append(separator).append(field.getKey()).append(':');
      append(field.getValue(), depth + 1);
      separator = ", ";
    }
    out.append('}');
  }
}
