package dev.davit.context;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * A block of a PEM file.
 *
 * @param type the text between BEGIN and the dashes
 * @param encrypted whether a header before the content marks it as encrypted by a password
 */
record Pem(String type, boolean encrypted, String base64) {
  private static final String BEGIN = "-----BEGIN ";
  private static final String DASHES = "-----";
  private static final String ENCRYPTION_HEADER = "DEK-Info:";

  boolean isCertificate() {
    return type.equals("CERTIFICATE");
  }

  boolean isPrivateKey() {
    return type.equals("PRIVATE KEY") || type.endsWith(" PRIVATE KEY");
  }

  /** Returns the blocks of a file in their order; broken blocks and other lines are left out. */
  static List<Pem> blocks(byte[] file) {
    List<Pem> blocks = new ArrayList<>();
    String type = "";
    boolean encrypted = false;
    StringBuilder content = new StringBuilder();
    for (String line : new String(file, ISO_8859_1).lines().map(String::stripTrailing).toList()) {
      if (line.startsWith(BEGIN) && line.endsWith(DASHES)) {
        type = line.substring(BEGIN.length(), line.length() - DASHES.length());
        encrypted = false;
        content.setLength(0);
      } else if (!type.isEmpty() && line.equals("-----END " + type + DASHES)) {
        add(blocks, type, encrypted, content.toString());
        type = "";
      } else if (line.indexOf(':') >= 0) {
        encrypted |= line.startsWith(ENCRYPTION_HEADER);
      } else {
        content.append(line);
      }
    }
    return blocks;
  }

  private static void add(List<Pem> blocks, String type, boolean encrypted, String base64) {
    Pem block = new Pem(type, encrypted, base64);
    try {
      block.content();
    } catch (IllegalArgumentException e) {
      return; // a broken block
    }
    blocks.add(block);
  }

  byte[] content() {
    return Base64.getDecoder().decode(base64);
  }
}
