package dev.davit.opts;

import dev.davit.text.Blanks;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Parses {@code --dns-search}: a domain, returned without its trailing dot, or a single dot for
 * none.
 */
public final class DomainName {
  // docker's own pattern allows a colon before a label
  private static final String LABEL = ":?[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?";
  private static final Pattern DOMAIN =
      Pattern.compile("(:?" + LABEL + "(?::?\\." + LABEL + ")*)\\.?[\\t\\n\\f\\r ]*");
  private static final int LONGEST = 254;

  private DomainName() {}

  public static String parseSearch(String text) {
    String domain = Blanks.trim(text);
    if (domain.equals(".")) {
      return domain;
    }
    boolean hasLetter = domain.chars().anyMatch(c -> c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z');
    Matcher matcher = DOMAIN.matcher(domain);
    if (!hasLetter || !matcher.matches() || matcher.group(1).length() > LONGEST) {
      throw new IllegalArgumentException(domain + " is not a valid domain");
    }
    return matcher.group(1);
  }
}
