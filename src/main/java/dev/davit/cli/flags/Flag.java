package dev.davit.cli.flags;

import dev.davit.cli.complete.Completer;
import dev.davit.cli.complete.Completers;
import dev.davit.engine.http.ApiVersion;
import dev.davit.gotypes.GoInt;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One flag: its names, what it takes, what it is worth when it isn't given, and its help.
 *
 * @param <T> what a command gets: the element type, or a list of it for a flag that may be repeated
 */
public final class Flag<T extends @Nullable Object> {
  /** What {@link #shorthand} is where there is none. */
  private static final char NONE = 0;

  private final String name;
  private final char shorthand;
  private final String label;
  private final String help;
  private final Function<String, ? extends @Nullable Object> parser;
  private final T whenAbsent;
  private final boolean repeatable;
  private boolean hidden;
  private @Nullable ApiVersion since;
  private @Nullable ApiVersion until;
  private boolean windowsOnly;
  private boolean oldShorthand;
  private @Nullable String replacement;
  private boolean experimental;
  private @Nullable Flag<T> target;

  /** The value of a switch that is typed without one. */
  private String bareValue = "true";

  private boolean hasOptionalValue;

  private Completer completer = Completers.NOTHING;

  private Flag(
      String name,
      char shorthand,
      String label,
      String help,
      Function<String, ? extends @Nullable Object> parser,
      T whenAbsent,
      boolean repeatable) {
    this.name = name;
    this.shorthand = shorthand;
    this.label = label;
    this.help = help;
    this.parser = parser;
    this.whenAbsent = whenAbsent;
    this.repeatable = repeatable;
  }

  /** A switch: {@code --x}, {@code --x=false}. */
  public static Flag<Boolean> bool(String name, char shorthand, String help) {
    return new Flag<>(name, shorthand, "", help, GoInt::parseBool, false, false)
        .completes(Completers.BOOLEAN);
  }

  public static Flag<Boolean> bool(String name, String help) {
    return bool(name, NONE, help);
  }

  /** A switch that can be more than on or off; without a value it is on. */
  public static <V> Flag<V> choice(
      String name, char shorthand, Function<String, V> parser, V whenAbsent, String help) {
    return new Flag<>(name, shorthand, "", help, parser, whenAbsent, false);
  }

  /** A switch that may have a value of its own syntax behind {@code =}, else {@code bareValue}. */
  public static <V> Flag<V> optional(
      String name,
      String label,
      Function<String, V> parser,
      String bareValue,
      V whenAbsent,
      String help) {
    Flag<V> flag = new Flag<>(name, NONE, label, help, parser, whenAbsent, false);
    flag.bareValue = bareValue;
    flag.hasOptionalValue = true;
    return flag;
  }

  /** A switch that is on unless it is turned off. */
  public static Flag<Boolean> boolOn(String name, char shorthand, String help) {
    return new Flag<>(name, shorthand, "", help, GoInt::parseBool, true, false)
        .completes(Completers.BOOLEAN);
  }

  /** A switch that tells "not given" from "off". */
  @SuppressWarnings("NullAway") // it does not see that the type argument may be null
  public static Flag<@Nullable Boolean> tristate(String name, String help) {
    return new Flag<@Nullable Boolean>(name, NONE, "", help, GoInt::parseBool, null, false)
        .completes(Completers.BOOLEAN);
  }

  public static Flag<String> string(String name, char shorthand, String help) {
    return new Flag<>(name, shorthand, "string", help, text -> text, "", false);
  }

  public static Flag<String> string(String name, String help) {
    return string(name, NONE, help);
  }

  /** A text that is {@code whenAbsent} unless it is given. */
  public static Flag<String> string(String name, char shorthand, String whenAbsent, String help) {
    return new Flag<>(name, shorthand, "string", help, text -> text, whenAbsent, false);
  }

  /**
   * One value of its own syntax; {@code parser} throws IllegalArgumentException with the reason.
   */
  @SuppressWarnings("NullAway") // it does not see that the type argument may be null
  public static <V> Flag<@Nullable V> value(
      String name, char shorthand, String label, Function<String, V> parser, String help) {
    return new Flag<@Nullable V>(name, shorthand, label, help, parser, null, false);
  }

  public static <V> Flag<@Nullable V> value(
      String name, String label, Function<String, V> parser, String help) {
    return value(name, NONE, label, parser, help);
  }

  /** A flag that may be repeated, each value with a syntax of its own. */
  public static <E> Flag<List<E>> list(
      String name, char shorthand, String label, Function<String, E> parser, String help) {
    return new Flag<>(name, shorthand, label, help, parser, List.of(), true);
  }

  /** A flag that may be repeated, its values kept as they are. */
  public static Flag<List<String>> list(String name, char shorthand, String help) {
    return list(name, shorthand, "list", text -> text, help);
  }

  public static Flag<List<String>> list(String name, String help) {
    return list(name, NONE, help);
  }

  /** Says what the value can be, for completion. */
  public Flag<T> completes(Completer completer) {
    this.completer = completer;
    return this;
  }

  /** Leaves the flag out of help and completion. */
  public Flag<T> hidden() {
    hidden = true;
    return this;
  }

  /** Another name, not shown, under which the same values are given. */
  public Flag<T> alias(String name) {
    return variant(name, NONE).hidden();
  }

  /** The same flag as another command has it: hidden there, or newer. */
  public Flag<T> variant() {
    return variant(name, shorthand);
  }

  private Flag<T> variant(String name, char shorthand) {
    Flag<T> variant = new Flag<>(name, shorthand, label, help, parser, whenAbsent, repeatable);
    variant.target = this;
    variant.completer = completer;
    return variant;
  }

  /** A short name that is not shown, and says so when it is used. */
  public Flag<T> oldShorthand(char shorthand) {
    Flag<T> variant = variant(name, shorthand).hidden();
    variant.oldShorthand = true;
    return variant;
  }

  /** Says so when it is used, and names what to use instead. */
  public Flag<T> replacedBy(String name) {
    replacement = name;
    return hidden();
  }

  /** The first API version whose engines understand it. */
  public Flag<T> since(int major, int minor) {
    since = new ApiVersion(major, minor);
    return this;
  }

  /** The last API version whose engines understand it. */
  public Flag<T> until(int major, int minor) {
    until = new ApiVersion(major, minor);
    return this;
  }

  /** Only engines on Windows understand it. */
  public Flag<T> windowsOnly() {
    windowsOnly = true;
    return this;
  }

  /** Only for engines that have experimental features turned on. */
  public Flag<T> experimental() {
    experimental = true;
    return hidden();
  }

  public String name() {
    return name;
  }

  public boolean hasShorthand(char c) {
    return shorthand != NONE && shorthand == c;
  }

  /** {@code -m} or nothing. */
  public String shortName() {
    return shorthand == NONE ? "" : "-" + shorthand;
  }

  /**
   * The kind of value, for help: {@code string}, {@code list}, {@code bytes}; empty for a switch.
   */
  public String label() {
    return label;
  }

  public String help() {
    return help;
  }

  /** A switch takes a value only after {@code =}. */
  public boolean isSwitch() {
    return label.isEmpty() || hasOptionalValue;
  }

  /** A switch that shows the kind of value it may have. */
  public boolean hasOptionalValue() {
    return hasOptionalValue;
  }

  /** The value of a switch that is typed without one. */
  public String bareValue() {
    return bareValue;
  }

  /** What the value can be. */
  public Completer completer() {
    return completer;
  }

  public boolean isRepeatable() {
    return repeatable;
  }

  public boolean isHidden() {
    return hidden;
  }

  public @Nullable ApiVersion since() {
    return since;
  }

  public @Nullable ApiVersion until() {
    return until;
  }

  public boolean isWindowsOnly() {
    return windowsOnly;
  }

  /** The flag that holds its values: itself, unless it is another one's alias. */
  public Flag<T> target() {
    return target == null ? this : target;
  }

  /** Whether this is only another name of its target, in the same command. */
  public boolean isOtherName() {
    return oldShorthand || target != null && !target.name.equals(name);
  }

  public boolean isOldShorthand() {
    return oldShorthand;
  }

  public @Nullable String replacement() {
    return replacement;
  }

  public boolean isExperimental() {
    return experimental;
  }

  public T whenAbsent() {
    return whenAbsent;
  }

  /** One value as it was typed, converted; throws IllegalArgumentException with docker's reason. */
  public @Nullable Object parse(String text) {
    return parser.apply(text);
  }

  /** Both names, as docker's messages give them: {@code -m, --memory}. */
  public String names() {
    return shorthand == NONE || oldShorthand ? "--" + name : "-" + shorthand + ", --" + name;
  }

  @Override
  public String toString() {
    return names();
  }
}
