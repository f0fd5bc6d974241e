package dev.davit.gotypes;

import dev.davit.template.GoFunction;
import dev.davit.template.GoNamed;
import dev.davit.template.TemplateException;
import org.jspecify.annotations.Nullable;

/** The template's view of an image digest, {@code sha256:…}: go-digest's Digest. */
final class Digests {
  private Digests() {}

  static GoNamed of(String digest) {
    return new GoNamed("digest.Digest", digest, digest, null, name -> method(digest, name));
  }

  private static @Nullable GoFunction method(String digest, String name) {
    return switch (name) {
      case "Algorithm" -> GoFunction.of(args -> algorithm(digest));
      case "Encoded", "Hex" -> GoFunction.of(args -> digest.substring(colon(digest) + 1));
      default -> null;
    };
  }

  private static GoNamed algorithm(String digest) throws TemplateException {
    String algorithm = digest.substring(0, colon(digest));
    return new GoNamed(
        "digest.Algorithm",
        algorithm,
        algorithm,
        null,
        name ->
            switch (name) {
              case "Available" -> GoFunction.of(args -> size(algorithm) > 0);
              case "Size" -> GoFunction.of(args -> size(algorithm));
              default -> null;
            });
  }

  private static int size(String algorithm) {
    return switch (algorithm) {
      case "sha256" -> 32;
      case "sha384" -> 48;
      case "sha512" -> 64;
      default -> 0;
    };
  }

  private static int colon(String digest) throws TemplateException {
    int colon = digest.indexOf(':');
    if (colon < 0) {
      throw new TemplateException("no ':' separator in digest \"" + digest + '"');
    }
    return colon;
  }
}
