package dev.davit.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.davit.cli.flags.Flag;
import dev.davit.engine.GoQuote;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a command line by pflag's grammar, which picocli's is not: the first mistake in the order
 * typed wins, whatever its kind. Comes out: each flag as one {@code --name=value}, and the rest.
 *
 * <p>Clusters ({@code -itd}), glued values ({@code -p80}), {@code --x=v}, Go's booleans, {@code --}
 * as a value of a flag that wants one, no abbreviations; a lone {@code -} is an argument.
 */
final class Argv {
  private final List<Flag<?>> flags;
  private final List<String> words;
  private int next;

  private final List<String> options = new ArrayList<>();
  private final List<String> arguments = new ArrayList<>();
  private final List<Flag<?>> seen = new ArrayList<>();
  private boolean flagsMayFollow = true;
  private @Nullable Flag<?> wanting;

  private Argv(List<Flag<?>> flags, List<String> words) {
    this.flags = flags;
    this.words = words;
  }

  /**
   * A command line taken apart.
   *
   * @param options one {@code --name=value} for each use of a flag, in the order typed
   * @param seen the flags used, in the order typed
   */
  record Parsed(List<String> options, List<String> arguments, List<Flag<?>> seen) {}

  /** The first mistake; its message is docker's, without program name and hint. */
  static final class BadFlag extends Exception {
    private static final long serialVersionUID = 1L;

    /** The flags used before it. */
    private transient List<Flag<?>> seen = List.of();

    BadFlag(String message) {
      super(message);
    }

    List<Flag<?>> seen() {
      return seen;
    }
  }

  /**
   * Takes {@code words} apart.
   *
   * @param interspersed whether flags may follow arguments
   */
  static Parsed parse(List<Flag<?>> flags, List<String> words, boolean interspersed)
      throws BadFlag {
    Argv argv = new Argv(flags, words);
    try {
      argv.scan(interspersed);
    } catch (BadFlag e) {
      e.seen = List.copyOf(argv.seen);
      throw e;
    }
    return new Parsed(argv.options, argv.arguments, argv.seen);
  }

  /**
   * A command line that is still being typed.
   *
   * @param flagsMayFollow whether the next word can be a flag
   * @param wanting the flag whose value the next word is, null if it is none
   */
  record Unfinished(Parsed soFar, boolean flagsMayFollow, @Nullable Flag<?> wanting) {}

  /** The same for a line whose end is yet to come; mistakes in it are passed over. */
  static Unfinished parseUnfinished(List<Flag<?>> flags, List<String> words, boolean interspersed) {
    Argv argv = new Argv(flags, words);
    while (argv.next < words.size()) {
      try {
        argv.takeWord(interspersed);
      } catch (BadFlag e) {
        // who types on wants help with the next word all the same
      }
    }
    return new Unfinished(
        new Parsed(argv.options, argv.arguments, argv.seen), argv.flagsMayFollow, argv.wanting);
  }

  private void scan(boolean interspersed) throws BadFlag {
    while (next < words.size()) {
      takeWord(interspersed);
    }
  }

  private void takeWord(boolean interspersed) throws BadFlag {
    String word = words.get(next++);
    if (word.equals("--")) {
      takeTheRest();
    } else if (word.startsWith("--")) {
      longFlag(word);
    } else if (word.length() > 1 && word.charAt(0) == '-') {
      shortFlags(word);
    } else {
      arguments.add(word);
      if (!interspersed) {
        takeTheRest();
      }
    }
  }

  private void takeTheRest() {
    flagsMayFollow = false;
    arguments.addAll(words.subList(next, words.size()));
    next = words.size();
  }

  private void longFlag(String word) throws BadFlag {
    int equals = word.indexOf('=');
    String name = equals < 0 ? word.substring(2) : word.substring(2, equals);
    if (name.isEmpty() || name.startsWith("-")) {
      throw new BadFlag("bad flag syntax: " + word);
    }
    Flag<?> flag = byName(name);
    if (flag == null) {
      throw new BadFlag("unknown flag: --" + name);
    }
    if (equals >= 0) {
      use(flag, word.substring(equals + 1));
    } else if (flag.isSwitch()) {
      use(flag, flag.bareValue());
    } else if (next < words.size()) {
      use(flag, words.get(next++));
    } else {
      wanting = flag;
      throw new BadFlag("flag needs an argument: --" + name);
    }
  }

  private void shortFlags(String word) throws BadFlag {
    for (int i = 1; i < word.length(); i++) {
      Flag<?> flag = byShorthand(word.charAt(i));
      String rest = word.substring(i + 1);
      if (flag == null) {
        throw new BadFlag(
            "unknown shorthand flag: '"
                + firstByte(word.substring(i))
                + "' in -"
                + word.substring(i));
      }
      if (rest.length() > 1 && rest.charAt(0) == '=') {
        use(flag, rest.substring(1));
        return;
      }
      if (!flag.isSwitch()) {
        use(flag, rest.isEmpty() ? following(flag, word.substring(i)) : rest);
        return;
      }
      use(flag, flag.bareValue());
    }
  }

  /** pflag reads bytes, not characters, and shows them as Latin-1. */
  private static char firstByte(String text) {
    return (char) (text.getBytes(UTF_8)[0] & 0xff);
  }

  private String following(Flag<?> flag, String cluster) throws BadFlag {
    if (next == words.size()) {
      wanting = flag;
      throw new BadFlag(
          "flag needs an argument: '" + flag.shortName().charAt(1) + "' in -" + cluster);
    }
    return words.get(next++);
  }

  private void use(Flag<?> flag, String value) throws BadFlag {
    try {
      flag.parse(value);
    } catch (IllegalArgumentException e) {
      if (flag.isOldShorthand()) {
        seen.add(flag); // docker tells that before it looks at the value
      }
      throw new BadFlag(
          "invalid argument "
              + GoQuote.quote(value)
              + " for "
              + GoQuote.quote(flag.names())
              + " flag: "
              + e.getMessage());
    }
    options.add("--" + flag.target().name() + '=' + value);
    seen.add(flag);
  }

  private @Nullable Flag<?> byName(String name) {
    for (Flag<?> flag : flags) {
      if (flag.name().equals(name)) {
        return flag;
      }
    }
    return null;
  }

  private @Nullable Flag<?> byShorthand(char c) {
    for (Flag<?> flag : flags) {
      if (flag.hasShorthand(c)) {
        return flag;
      }
    }
    return null;
  }
}
