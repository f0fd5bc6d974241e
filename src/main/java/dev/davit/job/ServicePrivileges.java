package dev.davit.job;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Converts {@code HostConfig.SecurityOpt} to {@code Privileges} of a service. */
final class ServicePrivileges {
  private static final String MODE = "Mode";
  private static final String UNCONFINED = "unconfined";

  private final Map<String, Object> out = new LinkedHashMap<>();
  private final Map<String, Object> label = new LinkedHashMap<>();

  private ServicePrivileges() {}

  /**
   * Returns the privileges.
   *
   * @throws IllegalArgumentException for an option that a service cannot have
   */
  static Map<String, Object> of(List<String> options) {
    ServicePrivileges privileges = new ServicePrivileges();
    options.forEach(privileges::add);
    ServiceBody.put(privileges.out, "SELinuxContext", privileges.label);
    return privileges.out;
  }

  private void add(String option) {
    int equals = option.indexOf('=');
    int separator = equals >= 0 ? equals : option.indexOf(':');
    String name = separator < 0 ? option : option.substring(0, separator);
    String value = separator < 0 ? "" : option.substring(separator + 1);
    switch (name) {
      case "no-new-privileges" -> out.put("NoNewPrivileges", !value.equals("false"));
      case "seccomp" -> out.put("Seccomp", seccomp(value));
      case "apparmor" -> out.put("AppArmor", apparmor(value, option));
      case "label" -> label(value, option);
      default -> throw refused(option);
    }
  }

  private static Map<String, Object> seccomp(String value) {
    return switch (value) {
      case UNCONFINED -> Map.of(MODE, UNCONFINED);
      case "builtin" -> Map.of(MODE, "default");
      default -> {
        Map<String, Object> custom = new LinkedHashMap<>();
        custom.put(MODE, "custom");
        custom.put("Profile", Base64.getEncoder().encodeToString(value.getBytes(UTF_8)));
        yield custom;
      }
    };
  }

  private static Map<String, Object> apparmor(String value, String option) {
    return switch (value) {
      case UNCONFINED -> Map.of(MODE, "disabled");
      case "docker-default" -> Map.of(MODE, "default");
      default -> throw refused(option);
    };
  }

  private void label(String value, String option) {
    int colon = value.indexOf(':');
    if (value.equals("disable")) {
      label.put("Disable", true);
    } else if (colon > 0
        && List.of("user", "role", "type", "level").contains(value.substring(0, colon))) {
      String name = value.substring(0, 1).toUpperCase(Locale.ROOT) + value.substring(1, colon);
      label.put(name, value.substring(colon + 1));
    } else {
      throw refused(option);
    }
  }

  private static IllegalArgumentException refused(String option) {
    return new IllegalArgumentException("a service cannot have --security-opt " + option);
  }
}
