package dev.davit.cli.flags;

import dev.davit.cli.complete.Completer;
import dev.davit.cli.complete.Completers;
import dev.davit.engine.http.ApiVersion;
import dev.davit.gotypes.GoInt;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A flag: its names, the type and parser of its value, its default and its help.
 *
 * @param <T> the type of the value; a list for a flag that can be repeated
 */
public final class Flag<T extends @Nullable Object> {
  /** The {@link #shorthand} of a flag without one. */
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

  /** The value of a switch that is given without a value. */
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

  /** Creates a switch: {@code --x}, {@code --x=false}. */
  public static Flag<Boolean> bool(String name, char shorthand, String help) {
    return new Flag<>(name, shorthand, "", help, GoInt::parseBool, false, false)
        .completes(Completers.BOOLEAN);
  }

  public static Flag<Boolean> bool(String name, String help) {
    return bool(name, NONE, help);
  }

  /** Creates a switch with more values than on and off; without a value it is on. */
  public static <V> Flag<V> choice(
      String name, char shorthand, Function<String, V> parser, V whenAbsent, String help) {
    return new Flag<>(name, shorthand, "", help, parser, whenAbsent, false);
  }

  /**
   * Creates a flag with an optional value, after {@code =}; without a value it is {@code
   * bareValue}.
   */
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

  /** Creates a switch that is on by default. */
  public static Flag<Boolean> boolOn(String name, char shorthand, String help) {
    return new Flag<>(name, shorthand, "", help, GoInt::parseBool, true, false)
        .completes(Completers.BOOLEAN);
  }

  /** Creates a switch that is null if not given. */
  @SuppressWarnings("NullAway") // NullAway does not see that the type argument may be null
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

  /** Creates a flag with a default text. */
  public static Flag<String> string(String name, char shorthand, String whenAbsent, String help) {
    return new Flag<>(name, shorthand, "string", help, text -> text, whenAbsent, false);
  }

  /**
   * Creates a flag that is null if not given.
   *
   * @param parser throws IllegalArgumentException with the reason
   */
  @SuppressWarnings("NullAway") // NullAway does not see that the type argument may be null
  public static <V> Flag<@Nullable V> value(
      String name, char shorthand, String label, Function<String, V> parser, String help) {
    return new Flag<@Nullable V>(name, shorthand, label, help, parser, null, false);
  }

  public static <V> Flag<@Nullable V> value(
      String name, String label, Function<String, V> parser, String help) {
    return value(name, NONE, label, parser, help);
  }

  /** Creates a flag that can be repeated, with a parser of its values. */
  public static <E> Flag<List<E>> list(
      String name, char shorthand, String label, Function<String, E> parser, String help) {
    return new Flag<>(name, shorthand, label, help, parser, List.of(), true);
  }

  /** Creates a flag that can be repeated, with unparsed values. */
  public static Flag<List<String>> list(String name, char shorthand, String help) {
    return list(name, shorthand, "list", text -> text, help);
  }

  public static Flag<List<String>> list(String name, String help) {
    return list(name, NONE, help);
  }

  /** Sets the completer of the value. */
  public Flag<T> completes(Completer completer) {
    this.completer = completer;
    return this;
  }

  /** Hides the flag from help and completion. */
  public Flag<T> hidden() {
    hidden = true;
    return this;
  }

  /** Creates a hidden alias, which sets the value of this flag. */
  public Flag<T> alias(String name) {
    return variant(name, NONE, help).hidden();
  }

  /**
   * Creates a variant of this flag for another command, which can be hidden or need a newer API.
   */
  public Flag<T> variant() {
    return variant(help);
  }

  /** Creates a variant with another description. */
  public Flag<T> variant(String description) {
    return variant(name, shorthand, description);
  }

  /** Creates a variant with another name and shorthand; 0 for no shorthand. */
  public Flag<T> variant(String name, char shorthand, String help) {
    Flag<T> variant = new Flag<>(name, shorthand, label, help, parser, whenAbsent, repeatable);
    variant.target = this;
    variant.completer = completer;
    return variant;
  }

  /** Creates a hidden, deprecated shorthand, whose use prints a notice. */
  public Flag<T> oldShorthand(char shorthand) {
    Flag<T> variant = variant(name, shorthand, help).hidden();
    variant.oldShorthand = true;
    return variant;
  }

  /** Deprecates and hides the flag; its use prints a notice that names the replacement. */
  public Flag<T> replacedBy(String name) {
    replacement = name;
    return hidden();
  }

  /** Sets the lowest API version that supports the flag. */
  public Flag<T> since(int major, int minor) {
    since = new ApiVersion(major, minor);
    return this;
  }

  /** Sets the highest API version that supports the flag. */
  public Flag<T> until(int major, int minor) {
    until = new ApiVersion(major, minor);
    return this;
  }

  /** Restricts the flag to engines on Windows. */
  public Flag<T> windowsOnly() {
    windowsOnly = true;
    return this;
  }

  /** Restricts the flag to engines with experimental features enabled, and hides it. */
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

  /** The short name, {@code -m}; empty without one. */
  public String shortName() {
    return shorthand == NONE ? "" : "-" + shorthand;
  }

  /**
   * The type of the value in help: {@code string}, {@code list}, {@code bytes}; empty for a switch.
   */
  public String label() {
    return label;
  }

  public String help() {
    return help;
  }

  /** Whether the flag takes a value only after {@code =}. */
  public boolean isSwitch() {
    return label.isEmpty() || hasOptionalValue;
  }

  /** Whether the flag has an optional value, whose type help shows. */
  public boolean hasOptionalValue() {
    return hasOptionalValue;
  }

  /** The value of a switch that is given without a value. */
  public String bareValue() {
    return bareValue;
  }

  /** The completer of the value. */
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

  /** The flag that holds the values: the original of an alias or variant, otherwise this flag. */
  public Flag<T> target() {
    return target == null ? this : target;
  }

  /** Whether the flag is an alias or shorthand of its target in the same command. */
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

  /**
   * Converts a value from the command line.
   *
   * @throws IllegalArgumentException with docker's reason
   */
  public @Nullable Object parse(String text) {
    return parser.apply(text);
  }

  /** The names in the form of docker's messages: {@code -m, --memory}. */
  public String names() {
    return shorthand == NONE || oldShorthand ? "--" + name : "-" + shorthand + ", --" + name;
  }

  @Override
  public String toString() {
    return names();
  }
}
