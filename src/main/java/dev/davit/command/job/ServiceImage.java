package dev.davit.command.job;

import dev.davit.cli.CommandContext;
import dev.davit.opts.ImageRef;
import java.io.IOException;

/**
 * The image of a job, with the digest that its registry has for the tag, so that all nodes run the
 * same one.
 *
 * @param login the credentials that the nodes get, as the value of X-Registry-Auth
 * @param warning docker's warning if the digest is unknown; empty if it is known
 */
record ServiceImage(String name, String login, String warning) {
  /**
   * Requests the digest.
   *
   * @throws IllegalArgumentException if the name is invalid
   */
  static ServiceImage of(CommandContext in, String image) {
    if (ImageRef.isIdentifier(image)) {
      return new ServiceImage(image, "", "");
    }
    ImageRef reference = ImageRef.parse(image).tagged();
    String login = in.credentials().ofDomainOrFile(reference.domain()).header();
    if (!reference.digest().isEmpty()) {
      return new ServiceImage(reference.familiar(), login, "");
    }
    String name = reference.familiar();
    String digest = digest(in, reference, login);
    return digest.isEmpty()
        ? new ServiceImage(
            name,
            login,
            "image "
                + name
                + " could not be accessed on a registry to record\nits digest. Each node will access "
                + name
                + " independently,\npossibly leading to different nodes running different\n"
                + "versions of the image.\n")
        : new ServiceImage(name + '@' + digest, login, "");
  }

  /** Returns the digest; empty if it is unknown. */
  private static String digest(CommandContext in, ImageRef reference, String login) {
    try {
      return in.engine().images().registryDigest(reference.full(), login);
    } catch (IOException e) {
      return "";
    }
  }
}
