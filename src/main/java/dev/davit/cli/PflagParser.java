package dev.davit.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.davit.cli.flags.Flag;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Parses the words of one command by pflag's grammar, which differs from picocli's, into the uses
 * of flags in the order typed, the arguments, and the first mistake, after which parsing stops.
 * Values are not converted; picocli does that.
 *
 * <p>Accepts clusters ({@code -itd}), attached values ({@code -p80}), {@code --x=v}, Go's booleans,
 * and {@code --} as the value of a flag; no abbreviations. A single {@code -} is an argument.
 */
final class PflagParser {
  private final List<Flag<?>> flags;
  private final List<String> words;
  private int next;

  private final List<Use> uses = new ArrayList<>();
  private final List<String> arguments = new ArrayList<>();
  private boolean flagsMayFollow = true;
  private @Nullable Flag<?> wanting;

  private PflagParser(List<Flag<?>> flags, List<String> words) {
    this.flags = flags;
    this.words = words;
  }

  /** One use of a flag, possibly by another name of its {@link Flag#target}. */
  record Use(Flag<?> flag, String value) {}

  /**
   * The result of parsing a command's words.
   *
   * @param mistake docker's message for the first mistake; null without a mistake
   * @param flagsMayFollow whether the next word could be a flag
   * @param wanting the flag whose value is the next word; null without such a flag
   */
  record Words(
      List<Use> uses,
      List<String> arguments,
      @Nullable String mistake,
      boolean flagsMayFollow,
      @Nullable Flag<?> wanting) {
    /** The flags used, in the order typed. */
    List<Flag<?>> flags() {
      List<Flag<?>> used = new ArrayList<>();
      uses.forEach(use -> used.add(use.flag));
      return used;
    }

    /** The flags that hold the values, without duplicates. */
    Set<Flag<?>> targets() {
      Set<Flag<?>> targets = new LinkedHashSet<>();
      uses.forEach(use -> targets.add(use.flag.target()));
      return targets;
    }
  }

  /** A mistake of grammar, with docker's message. */
  private static final class Mistake extends Exception {
    private static final long serialVersionUID = 1L;

    Mistake(String message) {
      super(message);
    }
  }

  /**
   * Parses words up to the first mistake.
   *
   * @param interspersed whether flags may follow arguments
   */
  static Words parse(List<Flag<?>> flags, List<String> words, boolean interspersed) {
    PflagParser parser = new PflagParser(flags, words);
    String mistake = null;
    try {
      while (parser.next < words.size()) {
        parser.takeWord(interspersed);
      }
    } catch (Mistake e) {
      mistake = e.getMessage();
    }
    return parser.result(mistake);
  }

  /** Parses a line that is still being typed, and skips words with mistakes. */
  static Words parseUnfinished(List<Flag<?>> flags, List<String> words, boolean interspersed) {
    PflagParser parser = new PflagParser(flags, words);
    while (parser.next < words.size()) {
      try {
        parser.takeWord(interspersed);
      } catch (Mistake e) {
        // the next word can still be completed
      }
    }
    return parser.result(null);
  }

  private Words result(@Nullable String mistake) {
    return new Words(uses, arguments, mistake, flagsMayFollow, wanting);
  }

  private void takeWord(boolean interspersed) throws Mistake {
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

  private void longFlag(String word) throws Mistake {
    int equals = word.indexOf('=');
    String name = equals < 0 ? word.substring(2) : word.substring(2, equals);
    if (name.isEmpty() || name.startsWith("-")) {
      throw new Mistake("bad flag syntax: " + word);
    }
    Flag<?> flag = byName(name);
    if (flag == null) {
      throw new Mistake("unknown flag: --" + name);
    }
    if (equals >= 0) {
      use(flag, word.substring(equals + 1));
    } else if (flag.isSwitch()) {
      use(flag, flag.bareValue());
    } else if (next < words.size()) {
      use(flag, words.get(next++));
    } else {
      wanting = flag;
      throw new Mistake("flag needs an argument: --" + name);
    }
  }

  private void shortFlags(String word) throws Mistake {
    for (int i = 1; i < word.length(); i++) {
      Flag<?> flag = byShorthand(word.charAt(i));
      String rest = word.substring(i + 1);
      if (flag == null) {
        throw new Mistake(
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

  /** The first byte as a Latin-1 character, as pflag parses bytes rather than characters. */
  private static char firstByte(String text) {
    return (char) (text.getBytes(UTF_8)[0] & 0xff);
  }

  private String following(Flag<?> flag, String cluster) throws Mistake {
    if (next == words.size()) {
      wanting = flag;
      throw new Mistake(
          "flag needs an argument: '" + flag.shortName().charAt(1) + "' in -" + cluster);
    }
    return words.get(next++);
  }

  private void use(Flag<?> flag, String value) {
    uses.add(new Use(flag, value));
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
