package dev.davit.template;

/** A value with a Go type of its own, which errors and {@code %T} name. */
public sealed interface GoTyped permits GoStruct, GoMap, GoSlice {
  /** As Go prints it: {@code *formatter.ContainerContext}, {@code map[string]string}. */
  String typeName();

  /** A nil pointer, map or slice, which prints and counts as empty. */
  default boolean isNil() {
    return false;
  }
}
