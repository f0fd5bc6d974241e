package dev.davit.value;

import java.util.Locale;

/**
 * A reference to an image: {@code [HOST[:PORT]/]PATH[:TAG][@DIGEST]}. Mirrors the normalised names
 * of distribution/reference.
 *
 * @param name with its registry: {@code docker.io/library/busybox}
 * @param tag empty if there is none
 * @param digest with its algorithm, empty if there is none
 */
public record ImageRef(String name, String tag, String digest) {
  private static final String DEFAULT_HOST = "docker.io";
  private static final String INVALID = "invalid reference format";

  public static ImageRef parse(String text) {
    if (isId(text)) {
      throw new IllegalArgumentException(
          "invalid repository name (" + text + "), cannot specify 64-byte hexadecimal strings");
    }
    int at = text.indexOf('@');
    String digest = at < 0 ? "" : text.substring(at + 1);
    String tagged = at < 0 ? text : text.substring(0, at);
    int colon = tagged.lastIndexOf(':');
    boolean hasTag = colon > tagged.lastIndexOf('/');
    String tag = hasTag ? tagged.substring(colon + 1) : "";
    String name = qualified(hasTag ? tagged.substring(0, colon) : tagged);
    if (hasTag && !isTag(tag) || at >= 0 && !isDigest(digest)) {
      throw new IllegalArgumentException(INVALID);
    }
    return new ImageRef(name, tag, digest);
  }

  /** Whether it is an image's whole id, which names no repository: there is nothing to pull. */
  public static boolean isId(String text) {
    return text.length() == 64 && text.chars().allMatch(c -> "0123456789abcdef".indexOf(c) >= 0);
  }

  /** As people write it: {@code busybox:latest}. */
  public String familiar() {
    String suffix = digest.isEmpty() ? ":" + tagOrLatest() : "@" + digest;
    return familiarName() + suffix;
  }

  /** Without the default registry: {@code busybox}. */
  public String familiarName() {
    String official = DEFAULT_HOST + "/library/";
    if (name.startsWith(official) && name.indexOf('/', official.length()) < 0) {
      return name.substring(official.length());
    }
    return name.startsWith(DEFAULT_HOST + '/') ? name.substring(DEFAULT_HOST.length() + 1) : name;
  }

  /** What to pull: the digest if there is one, else the tag, else {@code latest}. */
  public String tagOrDigest() {
    return digest.isEmpty() ? tagOrLatest() : digest;
  }

  private String tagOrLatest() {
    return tag.isEmpty() ? "latest" : tag;
  }

  private static String qualified(String text) {
    int slash = text.indexOf('/');
    String first = slash < 0 ? "" : text.substring(0, slash);
    boolean hasHost =
        slash > 0
            && (first.contains(".")
                || first.contains(":")
                || first.equals("localhost")
                || !first.equals(first.toLowerCase(Locale.ROOT)));
    String host = hasHost ? (first.equals("index.docker.io") ? DEFAULT_HOST : first) : DEFAULT_HOST;
    String path = hasHost ? text.substring(slash + 1) : text;
    if (host.equals(DEFAULT_HOST) && path.indexOf('/') < 0) {
      path = "library/" + path;
    }
    if (!path.equals(path.toLowerCase(Locale.ROOT))) {
      throw new IllegalArgumentException(
          INVALID + ": repository name (" + path + ") must be lowercase");
    }
    if (!isHost(host) || !isPath(path)) {
      throw new IllegalArgumentException(INVALID);
    }
    return host + '/' + path;
  }

  private static boolean isHost(String host) {
    return !host.isEmpty()
        && host.chars().allMatch(c -> isAlphanumeric(c) || ".:-[]".indexOf(c) >= 0)
        && "-.".indexOf(host.charAt(0)) < 0;
  }

  private static boolean isPath(String path) {
    for (String part : path.split("/", -1)) {
      if (!isComponent(part)) {
        return false;
      }
    }
    return true;
  }

  /** Letters and digits, with single dots, one or two underscores or any dashes in between. */
  private static boolean isComponent(String part) {
    if (part.isEmpty()
        || !isAlphanumeric(part.charAt(0))
        || !isAlphanumeric(part.charAt(part.length() - 1))) {
      return false;
    }
    int from = 0;
    while (from < part.length()) {
      int to = from;
      while (to < part.length() && !isAlphanumeric(part.charAt(to))) {
        to++;
      }
      String separator = part.substring(from, to);
      boolean dashes = !separator.isEmpty() && separator.chars().allMatch(c -> c == '-');
      if (!separator.isEmpty()
          && !dashes
          && !separator.equals(".")
          && !separator.equals("_")
          && !separator.equals("__")) {
        return false;
      }
      from = to + 1;
    }
    return true;
  }

  private static boolean isTag(String tag) {
    return !tag.isEmpty()
        && tag.length() <= 128
        && (isAlphanumeric(tag.charAt(0)) || tag.charAt(0) == '_')
        && tag.chars().allMatch(c -> isAlphanumeric(c) || "_.-".indexOf(c) >= 0);
  }

  private static boolean isDigest(String digest) {
    int colon = digest.indexOf(':');
    return colon > 0
        && digest.length() - colon > 32
        && digest.chars().skip(colon + 1L).allMatch(c -> "0123456789abcdef".indexOf(c) >= 0);
  }

  private static boolean isAlphanumeric(int c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
  }
}
