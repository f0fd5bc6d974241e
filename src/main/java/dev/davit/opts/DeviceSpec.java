package dev.davit.opts;

import dev.davit.engine.model.DeviceMapping;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * Parses {@code --device}: {@code PATH[:PATH][:rwm]}, or the name of a CDI device. Mirrors
 * parseDevice in cli/command/container/opts.go.
 */
public final class DeviceSpec {
  private static final String ALL = "rwm";
  private static final Pattern PERMISSIONS = Pattern.compile("(?!.*(.).*\\1)[rwm]+");

  private static final String VENDOR = "[A-Za-z](?:[A-Za-z0-9_.-]*[A-Za-z0-9])?";
  private static final Pattern CDI_NAME =
      Pattern.compile(VENDOR + "/" + VENDOR + "=[A-Za-z0-9](?:[A-Za-z0-9_.:-]*[A-Za-z0-9])?");

  private static final Pattern CGROUP_RULE =
      Pattern.compile("[acb] ([0-9]+|\\*):([0-9]+|\\*) [rwm]{1,3}");

  private DeviceSpec() {}

  /** Validates {@code --device-cgroup-rule} and returns it unchanged. */
  public static String cgroupRule(String text) {
    if (!CGROUP_RULE.matcher(text).matches()) {
      throw new IllegalArgumentException("invalid device cgroup format '" + text + "'");
    }
    return text;
  }

  /** Whether a device is {@code VENDOR/CLASS=NAME}, a CDI device that the engine resolves. */
  public static boolean isCdiName(String text) {
    return CDI_NAME.matcher(text).matches();
  }

  /**
   * Parses a device for an engine's operating system; an engine on Windows gets the text unchanged.
   *
   * @throws IllegalArgumentException with docker's message
   */
  public static DeviceMapping parse(String text, String os) {
    return switch (os) {
      case "linux" -> parseLinux(text);
      case "windows" -> new DeviceMapping(text, "", "");
      default -> throw new IllegalArgumentException("unknown server OS: " + os);
    };
  }

  private static DeviceMapping parseLinux(String text) {
    String[] parts = text.split(":", -1);
    if (parts.length > 3 || parts[0].isEmpty()) {
      throw new IllegalArgumentException("bad format for path: " + text);
    }
    if (parts.length == 1) {
      String path = absolute(parts[0], true);
      return new DeviceMapping(path, path, ALL);
    }
    if (parts.length == 2) {
      return arePermissions(parts[1])
          ? samePath(absolute(parts[0], true), parts[1])
          : new DeviceMapping(parts[0], absolute(parts[1], true), ALL);
    }
    if (!arePermissions(parts[2])) {
      throw new IllegalArgumentException("bad mode specified: " + parts[2]);
    }
    return new DeviceMapping(parts[0], absolute(parts[1], false), parts[2]);
  }

  private static DeviceMapping samePath(String path, String permissions) {
    return new DeviceMapping(path, path, permissions);
  }

  private static boolean arePermissions(String text) {
    return PERMISSIONS.matcher(text).matches();
  }

  private static String absolute(String path, boolean clean) {
    if (!path.startsWith("/")) {
      throw new IllegalArgumentException(path + " is not an absolute path");
    }
    return clean ? Path.of(path).normalize().toString() : path;
  }

  /** Formats a value in the syntax that {@link #parse} reads. */
  public static String format(DeviceMapping device) {
    return device.pathOnHost() + ":" + device.pathInContainer() + ":" + device.cgroupPermissions();
  }
}
