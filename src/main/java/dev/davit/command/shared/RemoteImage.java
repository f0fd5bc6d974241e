package dev.davit.command.shared;

import dev.davit.cli.CommandContext;
import dev.davit.cli.CommandException;
import dev.davit.opts.ImageRef;
import java.io.IOException;

/**
 * The image that a command pulls or pushes.
 *
 * @param reference the image, with a tag or digest unless all tags are meant
 * @param defaultTag whether the tag is the default, as none was given
 * @param all whether all tags of the repository are meant
 */
public record RemoteImage(CommandContext in, ImageRef reference, boolean defaultTag, boolean all) {

  /**
   * Reads the first argument.
   *
   * @throws CommandException if it is invalid, or has a tag though all tags are meant
   */
  public static RemoteImage of(CommandContext in, boolean all) {
    return of(in, in.args().getFirst(), all);
  }

  /**
   * Reads a name.
   *
   * @throws CommandException if it is invalid, or has a tag though all tags are meant
   */
  public static RemoteImage of(CommandContext in, String name, boolean all) {
    ImageRef given;
    try {
      given = ImageRef.parse(name);
    } catch (IllegalArgumentException e) {
      throw CommandException.refused(String.valueOf(e.getMessage()));
    }
    if (all && !given.isNameOnly()) {
      throw CommandException.refused("tag can't be used with --all-tags/-a");
    }
    return new RemoteImage(in, all ? given : given.tagged(), !all && given.isNameOnly(), all);
  }

  /** Prints which tag is the default, if none was given. */
  public void announceTag(boolean quiet) throws IOException {
    if (defaultTag && !quiet) {
      in.streams().println("Using default tag: " + reference.tag());
    }
  }

  /** The tag or digest for the request; empty for all tags. */
  public String version() {
    return all ? "" : reference.tagOrDigest();
  }

  /**
   * The credentials for the registry, as the value of X-Registry-Auth. If a credential helper
   * fails, config.json's are used, as by docker.
   */
  public String login() {
    return in.credentials().ofDomainOrFile(reference.domain()).header();
  }
}
