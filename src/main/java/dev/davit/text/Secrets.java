package dev.davit.text;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Masks probable secrets in output: values whose name contains a word such as PASS or TOKEN,
 * passwords in URLs, private keys and JSON web tokens.
 */
public final class Secrets {
  public static final String MASK = "***";

  private static final String SECRET =
      "[\\w.-]*(?:PASS|SECRET|TOKEN|KEY|CREDENTIAL|AUTH(?!OR))[\\w.-]*";
  private static final Pattern SECRET_NAME = Pattern.compile(SECRET, Pattern.CASE_INSENSITIVE);

  /**
   * Matches an assignment to a secret name inside a longer text, such as a command or a list of
   * options.
   */
  private static final Pattern ASSIGNED =
      Pattern.compile("(?<![\\w.-])(" + SECRET + "=)[^\\s,;&]+", Pattern.CASE_INSENSITIVE);

  private static final Pattern NAME = Pattern.compile("[\\w.-]+");
  private static final Pattern URL_PASSWORD = Pattern.compile("(://[^/\\s:@]*:)\\S*@");
  private static final Pattern PRIVATE_KEY = Pattern.compile("-----BEGIN [A-Z ]*PRIVATE KEY-----");
  private static final Pattern WEB_TOKEN =
      Pattern.compile("\\beyJ[\\w-]{5,}\\.eyJ[\\w-]+\\.[\\w-]*");

  private Secrets() {}

  /**
   * Replaces the secrets in a text.
   *
   * @param name the name of the value; null if it has no name, or if {@code text} is {@code
   *     NAME=value}
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
