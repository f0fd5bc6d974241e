package dev.davit.template;

/** A value with its own Go type, which errors and {@code %T} name. */
public sealed interface GoTyped permits GoStruct, GoMap, GoSlice {
  /**
   * The type name as Go prints it: {@code *formatter.ContainerContext}, {@code map[string]string}.
   */
  String typeName();

  /** Whether this is a nil pointer, map or slice, which prints as empty and has no elements. */
  default boolean isNil() {
    return false;
  }
}
