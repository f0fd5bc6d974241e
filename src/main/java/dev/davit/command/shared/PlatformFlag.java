package dev.davit.command.shared;

import dev.davit.cli.CommandContext;
import dev.davit.cli.CommandException;
import dev.davit.cli.flags.Flag;
import dev.davit.opts.Platform;
import org.jspecify.annotations.Nullable;

/** The value of {@code --platform} for endpoints that take a platform as JSON. */
public final class PlatformFlag {
  private PlatformFlag() {}

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
