package dev.davit.select;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The keys of container filters: those of the engine's list, and those that the client decides. */
enum FilterKey {
  AGE(Type.ORDER),
  ANCESTOR(Type.ENGINE),
  BEFORE(Type.ENGINE),
  ENV(Type.TEXT),
  EXIT(Type.NUMBER),
  EXITED(Type.ENGINE_NUMBER),
  EXPOSE(Type.ENGINE_PORT),
  HEALTH(Type.ENGINE_TEXT),
  ID(Type.ENGINE_PATTERN),
  IMAGE(Type.TEXT),
  IS_TASK(Type.ENGINE),
  ISOLATION(Type.ENGINE),
  LABEL(Type.ENGINE_TEXT),
  NAME(Type.ENGINE_PATTERN),
  NETWORK(Type.ENGINE_TEXT),
  OOM(Type.BOOLEAN),
  PORT(Type.TEXT),
  PROJECT(Type.TEXT),
  PUBLISH(Type.ENGINE_PORT),
  RESTARTS(Type.NUMBER),
  SINCE(Type.ENGINE),
  SIZE(Type.NUMBER),
  STATUS(Type.ENGINE_TEXT),
  VOLUME(Type.ENGINE_TEXT);

  /** The type of a key's values. */
  enum Type {
    BOOLEAN,
    NUMBER,
    /** A number for which equality has no use. */
    ORDER,
    TEXT,
    /** Only the engine can decide it. */
    ENGINE,
    ENGINE_NUMBER,
    ENGINE_PORT,
    /** A regular expression, also with {@code =}. */
    ENGINE_PATTERN,
    ENGINE_TEXT
  }

  private final Type type;

  FilterKey(Type type) {
    this.type = type;
  }

  Type type() {
    return type;
  }

  /** Whether the engine's list of containers has a filter of this name. */
  boolean isOfEngine() {
    return switch (type) {
      case ENGINE, ENGINE_NUMBER, ENGINE_PORT, ENGINE_PATTERN, ENGINE_TEXT -> true;
      case BOOLEAN, NUMBER, ORDER, TEXT -> false;
    };
  }

  /** The operators that the key may have. */
  List<Operator> operators() {
    return switch (type) {
      case BOOLEAN, ENGINE_PORT -> List.of(Operator.EQUAL, Operator.NOT_EQUAL);
      case ENGINE -> List.of(Operator.EQUAL);
      case ORDER -> Arrays.stream(Operator.values()).filter(Operator::isOrder).toList();
      case NUMBER, ENGINE_NUMBER ->
          Arrays.stream(Operator.values()).filter(each -> each != Operator.MATCHES).toList();
      case TEXT, ENGINE_PATTERN, ENGINE_TEXT ->
          List.of(Operator.EQUAL, Operator.NOT_EQUAL, Operator.MATCHES);
    };
  }

  static Optional<FilterKey> of(String name) {
    return Arrays.stream(values()).filter(key -> key.toString().equals(name)).findFirst();
  }

  /** The names of all keys, sorted. */
  static List<String> names() {
    return Arrays.stream(values()).map(FilterKey::toString).sorted().toList();
  }

  /** The name as typed: {@code is-task}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
