package dev.davit.context;

import dev.davit.config.ConfigException;
import dev.davit.text.GoQuote;

/** Checks the names of contexts (cli/context/store/store.go). */
public final class ContextName {
  private static final String PATTERN = "^[a-zA-Z0-9][a-zA-Z0-9_.+-]+$";

  private ContextName() {}

  /**
   * Rejects a name that a stored context cannot have.
   *
   * @throws ConfigException with docker's message
   */
  public static void check(String name) {
    if (name.isEmpty()) {
      throw new ConfigException("context name cannot be empty");
    }
    if (name.equals(EndpointResolver.DEFAULT_CONTEXT)) {
      throw new ConfigException("\"default\" is a reserved context name");
    }
    if (!isValid(name)) {
      throw new ConfigException(
          "context name "
              + GoQuote.quote(name)
              + " is invalid, names are validated against regexp "
              + GoQuote.quote(PATTERN));
    }
  }

  private static boolean isValid(String name) {
    return name.length() > 1
        && isAlphanumeric(name.charAt(0))
        && name.chars().allMatch(c -> isAlphanumeric(c) || "_.+-".indexOf(c) >= 0);
  }

  private static boolean isAlphanumeric(int c) {
    return c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
  }
}
