package dev.davit.cli;

import dev.davit.cli.PflagParser.Words;
import dev.davit.gotypes.GoInt;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A command line that asks for completion, as cobra's scripts do: {@code davit [OPTIONS] __complete
 * WORD...}, or {@code __completeNoDesc} for candidates without descriptions.
 *
 * @param words the words of the line to complete; the last one is being typed
 */
record CompletionLine(List<String> words, boolean described) {
  private static final String DESCRIBED = "__complete";
  private static final String PLAIN = "__completeNoDesc";

  /** Reads the words after the program's name; null if they do not ask for completion. */
  static @Nullable CompletionLine read(Map<String, String> env, List<String> args) {
    int command = args.indexOf(DESCRIBED);
    boolean described = command >= 0;
    if (!described) {
      command = args.indexOf(PLAIN);
    }
    if (command < 0 || !areGlobalFlags(args.subList(0, command))) {
      return null;
    }
    List<String> words = new ArrayList<>(args);
    words.remove(command);
    return new CompletionLine(words, described && areDescriptionsWanted(env));
  }

  /** The word by which this line asks a program. */
  String request() {
    return described ? DESCRIBED : PLAIN;
  }

  private static boolean areGlobalFlags(List<String> words) {
    Words before = PflagParser.parseUnfinished(GlobalFlags.ALL, words, false);
    return before.arguments().isEmpty() && before.wanting() == null && before.flagsMayFollow();
  }

  /** Reads cobra's environment variables, of which a wrong value counts as none. */
  private static boolean areDescriptionsWanted(Map<String, String> env) {
    String value = env.getOrDefault("DOCKER_COMPLETION_DESCRIPTIONS", "");
    if (value.isEmpty()) {
      value = env.getOrDefault("COBRA_COMPLETION_DESCRIPTIONS", "");
    }
    return GoInt.boolOr(value, true);
  }
}
