package dev.davit.command.shared;

import dev.davit.cli.CommandContext;
import dev.davit.cli.CommandException;
import dev.davit.cli.flags.Flag;
import dev.davit.engine.ImageArchives;
import dev.davit.opts.CommaList;
import dev.davit.opts.Platform;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The value of {@code --platform}: its default, and its JSON for endpoints that take that. */
public final class PlatformFlag {
  private PlatformFlag() {}

  /** Returns the value of a flag as typed; DOCKER_DEFAULT_PLATFORM if the flag is not given. */
  public static String orDefault(CommandContext in, Flag<String> flag) {
    return in.flags().given(flag)
        ? in.get(flag)
        : in.app().env().getOrDefault("DOCKER_DEFAULT_PLATFORM", "");
  }

  /**
   * Returns the platform of a flag as JSON; null if the flag is empty.
   *
   * @throws CommandException if the platform is invalid
   */
  public static @Nullable String json(CommandContext in, Flag<String> flag) {
    String platform = in.get(flag);
    return platform.isEmpty() ? null : json(platform, "invalid platform: ");
  }

  /**
   * Returns the platforms of a flag that takes a list on engines that can save and load several; on
   * others, the last value is one platform, as by docker 28.
   *
   * @throws CommandException if a platform is invalid
   */
  public static List<String> list(CommandContext in, Flag<List<String>> flag) throws IOException {
    List<String> given = in.get(flag);
    boolean several = given.size() > 1 || given.stream().anyMatch(each -> each.indexOf(',') >= 0);
    Stream<String> values =
        several && in.engine().supports(ImageArchives.SEVERAL_PLATFORMS)
            ? given.stream().flatMap(PlatformFlag::elements)
            : given.stream().skip(Math.max(0, given.size() - 1));
    return values
        .filter(value -> !value.isEmpty())
        .map(value -> json(value, "invalid platform: "))
        .distinct()
        .toList();
  }

  private static Stream<String> elements(String value) {
    try {
      return CommaList.parse(value).elements().stream();
    } catch (IllegalArgumentException e) {
      throw CommandException.refused("invalid platform: " + e.getMessage());
    }
  }

  /**
   * Converts a platform to JSON.
   *
   * @param prefix the beginning of the message if the platform is invalid
   * @throws CommandException if the platform is invalid
   */
  public static String json(String platform, String prefix) {
    try {
      return Platform.parse(platform).json();
    } catch (IllegalArgumentException e) {
      throw CommandException.refused(prefix + e.getMessage());
    }
  }
}
