package dev.davit.diagnosis;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A cause that a text shows.
 *
 * @param pattern found in the text
 */
record TextRule(Pattern pattern, Diagnosis diagnosis) {
  static TextRule of(String cause, String pattern, String text, @Nullable String advice) {
    return new TextRule(Pattern.compile(pattern), new Diagnosis(cause, text, advice));
  }

  /** Returns the cause by the first rule whose pattern is found; null if none is. */
  static @Nullable Diagnosis find(List<TextRule> rules, String text) {
    for (TextRule rule : rules) {
      if (rule.pattern.matcher(text).find()) {
        return rule.diagnosis;
      }
    }
    return null;
  }
}
