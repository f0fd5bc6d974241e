package dev.davit.create;

import dev.davit.engine.http.EngineException;
import dev.davit.engine.model.ContainerSpec;
import dev.davit.engine.model.Mount;
import dev.davit.opts.ImageRef;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a pull may help when the engine responds to a create request with 404. Engines
 * describe a missing image, or a missing platform of an image, in many ways, so every text counts
 * that is not known to be about another object.
 */
final class MissingImage {
  /** The texts before and after the name of an image in messages of Podman and dockerd. */
  private static final List<List<String>> AROUND_NAMES =
      List.of(
          List.of("no such image: ", ": image not known"),
          List.of("no such image: ", ""),
          List.of("image with reference ", " was found but "));

  /** Parts of messages about images; names of other objects in such a message do not matter. */
  private static final List<String> ABOUT_IMAGES =
      List.of("no such image", "image not known", "image with reference");

  /**
   * Parts of messages about objects that no pull creates, or about an endpoint that does not exist.
   */
  private static final List<String> ABOUT_OTHERS =
      List.of(
          "no such container",
          "no container with name or id",
          "no such network",
          "network not found",
          "no such volume",
          "volume plugin",
          "no such plugin",
          "page not found");

  private MissingImage() {}

  /** Returns whether pulling the image of {@code spec} may make the engine accept it. */
  static boolean isPossible(EngineException failure, ContainerSpec spec) {
    if (!failure.isNotFound()) {
      return false;
    }
    String text = failure.reason().toLowerCase(Locale.ROOT);
    return containsOne(ABOUT_IMAGES, text)
        ? !isOfMount(failure.reason(), spec)
        : !containsOne(ABOUT_OTHERS, text) && !isNamedNetwork(text);
  }

  private static boolean containsOne(List<String> parts, String text) {
    return parts.stream().anyMatch(text::contains);
  }

  /** Returns whether a message has the form {@code network NAME not found}. */
  private static boolean isNamedNetwork(String text) {
    return text.startsWith("network ") && text.endsWith(" not found");
  }

  /**
   * Returns whether the missing image is that of a mount, and not the container's own. Without
   * mounted images a message is about the container's, however an engine names it.
   */
  private static boolean isOfMount(String reason, ContainerSpec spec) {
    List<Mount> mounts = Objects.requireNonNullElse(spec.hostConfig.mounts, List.of());
    String missing = named(reason);
    return missing != null
        && mounts.stream().anyMatch(mount -> "image".equals(mount.type))
        && !isSame(missing, Objects.requireNonNullElse(spec.config.image, ""));
  }

  /** Returns the image that a message names; null if the message has an unknown form. */
  private static @Nullable String named(String reason) {
    for (List<String> around : AROUND_NAMES) {
      int begin = around.getFirst().length();
      int end = around.getLast().isEmpty() ? reason.length() : reason.indexOf(around.getLast());
      boolean begins = reason.regionMatches(true, 0, around.getFirst(), 0, begin);
      if (begins && end >= begin) {
        return reason.substring(begin, end);
      }
    }
    return null;
  }

  /** Returns whether two references are equal once registry and tag are added. */
  private static boolean isSame(String a, String b) {
    try {
      ImageRef first = ImageRef.parse(a);
      ImageRef second = ImageRef.parse(b);
      return first.name().equals(second.name()) && first.tagOrDigest().equals(second.tagOrDigest());
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
