package dev.davit.opts;

import dev.davit.gotypes.GoInt;
import java.util.List;
import java.util.Locale;

/**
 * Parses {@code --secret} and {@code --config} of a service: {@code NAME}, or {@code
 * source=NAME,target=FILE,uid=UID,gid=GID,mode=MODE}. Mirrors opts/swarmopts.
 *
 * @param target the file in the container
 * @param uid the user ID of the file's owner
 * @param mode the permissions of the file; typed as in Go: 0400 is octal, 256 decimal
 */
public record SwarmReference(String source, String target, String uid, String gid, long mode) {
  private static final int READABLE = 0444;
  private static final int MODE_BITS = 32;

  /**
   * Parses a reference to a secret.
   *
   * @throws IllegalArgumentException with docker's message
   */
  public static SwarmReference ofSecret(String text) {
    return parse("secret", text);
  }

  /**
   * Parses a reference to a config.
   *
   * @throws IllegalArgumentException with docker's message
   */
  public static SwarmReference ofConfig(String text) {
    return parse("config", text);
  }

  private static SwarmReference parse(String kind, String text) {
    List<String> fields = Csv.parse(text);
    if (fields.size() == 1 && text.indexOf('=') < 0) {
      return new SwarmReference(text, text, "0", "0", READABLE);
    }
    String source = "";
    String target = "";
    String uid = "0";
    String gid = "0";
    long mode = READABLE;
    for (String field : fields) {
      int equals = field.indexOf('=');
      if (equals < 0) {
        throw new IllegalArgumentException(
            "invalid field '" + field + "' must be a key=value pair");
      }
      String value = field.substring(equals + 1);
      switch (field.substring(0, equals).toLowerCase(Locale.ROOT)) {
        case "source", "src" -> source = value;
        case "target" -> target = value;
        case "uid" -> uid = value;
        case "gid" -> gid = value;
        case "mode" -> mode = mode(value);
        default ->
            throw new IllegalArgumentException(
                "invalid field in " + kind + " request: " + field.substring(0, equals));
      }
    }
    if (source.isEmpty()) {
      throw new IllegalArgumentException("source is required");
    }
    return new SwarmReference(source, target.isEmpty() ? source : target, uid, gid, mode);
  }

  private static long mode(String text) {
    try {
      return GoInt.unsigned(text, 0, MODE_BITS).longValue();
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("invalid mode specified: " + e.getMessage(), e);
    }
  }
}
