package dev.davit.gotypes;

import dev.davit.template.GoFunction;
import dev.davit.template.GoNamed;
import dev.davit.text.GoCase;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The named types of the API whose underlying type is a string, number, list or map, and the
 * template methods of the strings. Mirrors moby's api/types/container/hostconfig.go.
 */
final class NamedTypes {
  private static final Map<String, String> UNDERLYING =
      Map.ofEntries(
          Map.entry("container.CgroupSpec", "string"),
          Map.entry("container.CgroupnsMode", "string"),
          Map.entry("container.IpcMode", "string"),
          Map.entry("container.Isolation", "string"),
          Map.entry("container.NetworkMode", "string"),
          Map.entry("container.PidMode", "string"),
          Map.entry("container.RestartPolicyMode", "string"),
          Map.entry("container.UTSMode", "string"),
          Map.entry("container.UsernsMode", "string"),
          Map.entry("digest.Digest", "string"),
          Map.entry("events.Action", "string"),
          Map.entry("events.Type", "string"),
          Map.entry("image.ManifestKind", "string"),
          Map.entry("mount.Consistency", "string"),
          Map.entry("mount.Propagation", "string"),
          Map.entry("mount.Type", "string"),
          Map.entry("nat.Port", "string"),
          Map.entry("nat.PortMap", "map[nat.Port][]nat.PortBinding"),
          Map.entry("nat.PortSet", "map[nat.Port]struct{}"),
          Map.entry("strslice.StrSlice", "[]string"),
          Map.entry("swarm.LocalNodeState", "string"),
          Map.entry("uint", "int"),
          Map.entry("uint16", "int64"),
          Map.entry("uint32", "int64"),
          Map.entry("uint64", "int64"),
          Map.entry("volume.Availability", "string"),
          Map.entry("volume.PublishState", "string"),
          Map.entry("volume.Scope", "string"),
          Map.entry("volume.SharingMode", "string"));

  private static final Map<String, String> METHODS =
      Map.ofEntries(
          Map.entry("container.CgroupSpec", " Container IsContainer Valid "),
          Map.entry("container.CgroupnsMode", " IsEmpty IsHost IsPrivate Valid "),
          Map.entry(
              "container.IpcMode",
              " Container IsContainer IsEmpty IsHost IsNone IsPrivate IsShareable Valid "),
          Map.entry("container.Isolation", " IsDefault IsHyperV IsProcess IsValid "),
          Map.entry(
              "container.NetworkMode",
              " ConnectedContainer IsBridge IsContainer IsDefault IsHost IsNone IsPrivate"
                  + " IsUserDefined NetworkName UserDefined "),
          Map.entry("container.PidMode", " Container IsContainer IsHost IsPrivate Valid "),
          Map.entry("container.UTSMode", " IsHost IsPrivate Valid "),
          Map.entry("container.UsernsMode", " IsHost IsPrivate Valid "),
          Map.entry("nat.Port", " Int Port Proto "));

  private final String type;
  private final String value;

  private NamedTypes(String type, String value) {
    this.type = type;
    this.value = value;
  }

  /** Returns the underlying type, or the type itself if it is not a named type. */
  static String underlying(String type) {
    return UNDERLYING.getOrDefault(type, type);
  }

  /** Creates a string of a named type. */
  static GoNamed of(String type, String value) {
    if (type.equals("digest.Digest")) {
      return Digests.of(value);
    }
    String methods = METHODS.getOrDefault(type, "");
    NamedTypes named = new NamedTypes(type, value);
    return GoNamed.of(
        type,
        value,
        name ->
            methods.contains(' ' + name + ' ') ? GoFunction.of(args -> named.call(name)) : null);
  }

  private Object call(String method) {
    return switch (method) {
      case "IsBridge", "IsHost", "IsNone", "IsShareable" ->
          value.equals(method.substring(2).toLowerCase(Locale.ROOT));
      case "IsHyperV", "IsProcess" ->
          GoCase.lower(value).equals(method.substring(2).toLowerCase(Locale.ROOT));
      case "IsDefault" -> isDefault();
      case "IsEmpty" -> value.isEmpty();
      case "IsContainer" -> container() != null;
      case "Container", "ConnectedContainer" -> container() == null ? "" : container();
      case "IsPrivate" -> isPrivate();
      case "IsUserDefined" -> isUserDefined();
      case "UserDefined" -> isUserDefined() ? value : "";
      case "NetworkName" -> container() == null ? value : "container";
      case "Valid", "IsValid" -> isValid();
      case "Proto" -> port()[1];
      case "Port" -> port()[0];
      case "Int" -> number(port()[0]);
      default -> throw new IllegalArgumentException(type + " has no method " + method);
    };
  }

  private boolean isDefault() {
    return type.equals("container.Isolation")
        ? value.isEmpty() || GoCase.lower(value).equals("default")
        : value.equals("default");
  }

  private boolean isPrivate() {
    return switch (type) {
      case "container.CgroupnsMode", "container.IpcMode" -> value.equals("private");
      case "container.UTSMode", "container.UsernsMode" -> !value.equals("host");
      default -> !value.equals("host") && container() == null;
    };
  }

  private boolean isUserDefined() {
    return switch (value) {
      case "default", "bridge", "host", "none" -> false;
      default -> container() == null;
    };
  }

  private boolean isValid() {
    boolean named = container() != null;
    return switch (type) {
      case "container.CgroupSpec" -> value.isEmpty() || named;
      case "container.CgroupnsMode" ->
          value.isEmpty() || value.equals("private") || value.equals("host");
      case "container.IpcMode" ->
          switch (value) {
            case "", "none", "private", "host", "shareable" -> true;
            default -> named;
          };
      case "container.Isolation" -> isDefault(); // other technologies are valid on Windows only
      case "container.PidMode" ->
          value.isEmpty() || value.equals("host") || named && !value.equals("container:");
      default -> value.isEmpty() || value.equals("host");
    };
  }

  /** Returns the container of a mode {@code container:NAME}. */
  private @Nullable String container() {
    return value.startsWith("container:") ? value.substring("container:".length()) : null;
  }

  /** Splits {@code 80/tcp} into its two parts; the default protocol is tcp. */
  private String[] port() {
    String[] parts = value.split("/", -1);
    if (parts[0].isEmpty()) {
      return new String[] {"", ""};
    }
    return new String[] {parts[0], parts.length == 1 || parts[1].isEmpty() ? "tcp" : parts[1]};
  }

  private static int number(String port) {
    boolean digits = !port.isEmpty() && port.chars().allMatch(c -> c >= '0' && c <= '9');
    try {
      int number = digits ? Integer.parseInt(port) : 0;
      return number > 0xffff ? 0 : number;
    } catch (NumberFormatException _) {
      return 0;
    }
  }
}
