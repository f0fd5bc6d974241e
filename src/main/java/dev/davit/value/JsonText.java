package dev.davit.value;

/** Text as a JSON string. */
public final class JsonText {
  private JsonText() {}

  public static String quote(String text) {
    StringBuilder out = new StringBuilder(text.length() + 2).append('"');
    for (int i = 0; i < text.length(); i++) {
      append(out, text.charAt(i));
    }
    return out.append('"').toString();
  }

  private static void append(StringBuilder out, char c) {
    switch (c) {
      case '"', '\\' -> out.append('\\').append(c);
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      case '\b' -> out.append("\\b");
      case '\f' -> out.append("\\f");
      default -> {
        if (c < 0x20) {
          String hex = Integer.toHexString(c);
          out.append("\\u").repeat('0', 4 - hex.length()).append(hex);
        } else {
          out.append(c);
        }
      }
    }
  }
}
