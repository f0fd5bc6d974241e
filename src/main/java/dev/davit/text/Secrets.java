package dev.davit.text;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tells secrets by the looks, to keep them off the screen: the value of a name that holds one of a
 * few words, the password within a URL, private keys and JSON web tokens.
 */
public final class Secrets {
  public static final String MASK = "***";

  private static final String SECRET =
      "[\\w.-]*(?:PASS|SECRET|TOKEN|KEY|CREDENTIAL|AUTH(?!OR))[\\w.-]*";
  private static final Pattern SECRET_NAME = Pattern.compile(SECRET, Pattern.CASE_INSENSITIVE);

  /** One of several options or words in a text. */
  private static final Pattern ASSIGNED =
      Pattern.compile("(?<![\\w.-])(" + SECRET + "=)[^\\s,;&]+", Pattern.CASE_INSENSITIVE);

  private static final Pattern NAME = Pattern.compile("[\\w.-]+");
  private static final Pattern URL_PASSWORD = Pattern.compile("(://[^/\\s:@]*:)\\S*@");
  private static final Pattern PRIVATE_KEY = Pattern.compile("-----BEGIN [A-Z ]*PRIVATE KEY-----");
  private static final Pattern WEB_TOKEN =
      Pattern.compile("\\beyJ[\\w-]{5,}\\.eyJ[\\w-]+\\.[\\w-]*");

  private Secrets() {}

  /**
   * A text with its secrets replaced.
   *
   * @param name what it is the value of; null where it has no name, or is {@code NAME=value}
   */
  public static String masked(@Nullable String name, String text) {
    int equals = text.indexOf('=');
    String own = text.substring(0, Math.max(equals, 0));
    if (name == null && NAME.matcher(own).matches()) {
      return own + '=' + masked(own, text.substring(equals + 1));
    }
    boolean secret = name != null && SECRET_NAME.matcher(name).matches();
    if (secret && !text.isEmpty() || PRIVATE_KEY.matcher(text).find()) {
      return MASK;
    }
    String shown = URL_PASSWORD.matcher(text).replaceAll("$1" + MASK + '@');
    shown = WEB_TOKEN.matcher(shown).replaceAll(MASK);
    return ASSIGNED.matcher(shown).replaceAll("$1" + MASK);
  }
}
