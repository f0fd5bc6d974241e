package dev.davit.opts;

import dev.davit.text.GoCase;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An image reference: {@code [HOST[:PORT]/]PATH[:TAG][@DIGEST]}. Mirrors the normalized names of
 * distribution/reference.
 *
 * @param name the name with its registry: {@code docker.io/library/busybox}
 * @param tag empty if not given
 * @param digest with its algorithm; empty if not given
 */
public record ImageRef(String name, String tag, String digest) {
  private static final String DEFAULT_HOST = "docker.io";
  private static final String INVALID = "invalid reference format";

  /** Matches an image ID or digest without a name, which cannot be pulled from a registry. */
  private static final Pattern IDENTIFIER =
      Pattern.compile("(sha256:)?[0-9a-f]{64}|sha384:[0-9a-f]{96}|sha512:[0-9a-f]{128}");

  private static final int ID_LENGTH = 64;
  private static final String LATEST = "latest";

  private static final Pattern DIGEST =
      Pattern.compile("[A-Za-z][A-Za-z0-9]*(?:[-_+.][A-Za-z][A-Za-z0-9]*)*:\\p{XDigit}{32,}");

  /** The number of hexadecimal digits of each algorithm's digest. */
  private static final Map<String, Integer> DIGITS =
      Map.of("sha256", 64, "sha384", 96, "sha512", 128);

  private static final String LABEL = "[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?";
  private static final Pattern HOST =
      Pattern.compile("(?:" + LABEL + "(?:\\." + LABEL + ")*|\\[[a-fA-F0-9:]+\\])(?::[0-9]+)?");

  /** Whether a reference is an image ID or digest without a name. */
  public static boolean isIdentifier(String text) {
    return IDENTIFIER.matcher(text).matches();
  }

  /**
   * Parses a reference.
   *
   * @throws IllegalArgumentException with docker's message
   */
  public static ImageRef parse(String text) {
    if (text.length() == ID_LENGTH && isIdentifier(text)) {
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
    if (!isValid(name, hasTag, tag, at >= 0, digest)) {
      // docker tries all in lower case, which makes an ASCII letter of the sign of Kelvin
      boolean other =
          isValid(GoCase.lower(name), hasTag, GoCase.lower(tag), at >= 0, GoCase.lower(digest));
      throw new IllegalArgumentException(other ? "repository name must be lowercase" : INVALID);
    }
    if (at >= 0) {
      checkDigest(digest);
    }
    return new ImageRef(name, tag, digest);
  }

  /** Returns the short form of a name, as {@link #familiar}; other text stays as it is. */
  public static String familiarOf(String name) {
    try {
      return parse(name).familiar();
    } catch (IllegalArgumentException e) {
      return name;
    }
  }

  /** Returns the short forms of an image's names, which Podman sends with their registry. */
  public static List<String> familiarOf(@Nullable List<String> names) {
    return names == null ? List.of() : names.stream().map(ImageRef::familiarOf).toList();
  }

  /** The registry of the image; {@code docker.io} by default. */
  public String domain() {
    return name.substring(0, name.indexOf('/'));
  }

  /** Whether the reference has neither a tag nor a digest. */
  public boolean isNameOnly() {
    return tag.isEmpty() && digest.isEmpty();
  }

  /** The whole reference: {@code docker.io/library/busybox:latest}. */
  public String full() {
    return name + (tag.isEmpty() ? "" : ':' + tag) + (digest.isEmpty() ? "" : '@' + digest);
  }

  /** The reference with the tag {@code latest} if it has neither a tag nor a digest. */
  public ImageRef tagged() {
    return isNameOnly() ? new ImageRef(name, LATEST, "") : this;
  }

  /** The short form, without the default registry: {@code busybox:latest}. */
  public String familiar() {
    String suffix = digest.isEmpty() ? ":" + tagOrLatest() : "@" + digest;
    return familiarName() + suffix;
  }

  /** The name without the default registry: {@code busybox}. */
  public String familiarName() {
    String official = DEFAULT_HOST + "/library/";
    if (name.startsWith(official) && name.indexOf('/', official.length()) < 0) {
      return name.substring(official.length());
    }
    return name.startsWith(DEFAULT_HOST + '/') ? name.substring(DEFAULT_HOST.length() + 1) : name;
  }

  /** The version to pull: the digest, else the tag, else {@code latest}. */
  public String tagOrDigest() {
    return digest.isEmpty() ? tagOrLatest() : digest;
  }

  private String tagOrLatest() {
    return tag.isEmpty() ? LATEST : tag;
  }

  private static String qualified(String text) {
    int slash = text.indexOf('/');
    String first = slash < 0 ? "" : text.substring(0, slash);
    boolean hasHost =
        slash > 0
            && (first.contains(".")
                || first.contains(":")
                || first.equals("localhost")
                || !first.equals(GoCase.lower(first)));
    String host = hasHost ? (first.equals("index.docker.io") ? DEFAULT_HOST : first) : DEFAULT_HOST;
    String path = hasHost ? text.substring(slash + 1) : text;
    if (host.equals(DEFAULT_HOST) && path.indexOf('/') < 0) {
      path = "library/" + path;
    }
    if (!path.equals(GoCase.lower(path))) {
      throw new IllegalArgumentException(
          INVALID + ": repository name (" + path + ") must be lowercase");
    }
    return host + '/' + path;
  }

  private static boolean isValid(
      String name, boolean hasTag, String tag, boolean hasDigest, String digest) {
    int slash = name.indexOf('/');
    return HOST.matcher(name.substring(0, slash)).matches()
        && isPath(name.substring(slash + 1))
        && !(hasTag && !isTag(tag))
        && !(hasDigest && !DIGEST.matcher(digest).matches());
  }

  private static boolean isPath(String path) {
    for (String part : path.split("/", -1)) {
      if (!isComponent(part)) {
        return false;
      }
    }
    return true;
  }

  /**
   * Whether a path component has letters and digits with single dots, one or two underscores or any
   * number of dashes between them.
   */
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

  /** Validates a digest with go-digest's messages. */
  private static void checkDigest(String digest) {
    int colon = digest.indexOf(':');
    String hex = digest.substring(colon + 1);
    Integer digits = DIGITS.get(digest.substring(0, colon));
    if (digits == null) {
      throw new IllegalArgumentException("unsupported digest algorithm");
    }
    if (hex.length() != digits) {
      throw new IllegalArgumentException("invalid checksum digest length");
    }
    if (!hex.equals(GoCase.lower(hex))) {
      throw new IllegalArgumentException("invalid checksum digest format");
    }
  }

  private static boolean isAlphanumeric(int c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
  }
}
