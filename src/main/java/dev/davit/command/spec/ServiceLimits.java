package dev.davit.command.spec;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The keys of a service that set the same as its key {@code deploy}, as compose converts it. */
final class ServiceLimits {
  private ServiceLimits() {}

  /** Converts the value of {@code deploy}; leaves out what is not of a container. */
  static Map<String, Object> of(Map<String, Object> deploy) {
    Map<String, Object> keys = new LinkedHashMap<>();
    Map<String, Object> resources = ServiceLines.copy(deploy.get("resources"));
    Map<String, Object> limits = ServiceLines.copy(resources.get("limits"));
    Map<String, Object> reserved = ServiceLines.copy(resources.get("reservations"));
    move(limits, "cpus", keys, "cpus");
    move(limits, "memory", keys, "mem_limit");
    move(limits, "pids", keys, "pids_limit");
    move(reserved, "memory", keys, "mem_reservation");
    if (reserved.get("devices") instanceof List<?> devices && !devices.isEmpty()) {
      keys.put("devices of deploy", devices);
    }
    Map<String, Object> policy = ServiceLines.copy(deploy.get("restart_policy"));
    if (!policy.isEmpty()) {
      keys.put("restart", restart(policy));
    }
    return keys;
  }

  private static void move(
      Map<String, Object> from, String name, Map<String, Object> keys, String key) {
    if (from.containsKey(name)) {
      keys.put(key, from.get(name));
    }
  }

  private static String restart(Map<String, Object> policy) {
    String condition = String.valueOf(policy.get("condition"));
    return switch (condition) {
      case "none" -> "no";
      case "any", "null" -> "always";
      case "on-failure" ->
          policy.containsKey("max_attempts")
              ? condition + ':' + policy.get("max_attempts")
              : condition;
      default -> condition;
    };
  }

  /** Writes limits with one number as a soft and a hard limit. */
  static Map<String, Object> ulimits(Map<String, Object> limits) {
    Map<String, Object> all = new LinkedHashMap<>(limits);
    all.replaceAll((_, each) -> each instanceof Number ? Map.of("soft", each, "hard", each) : each);
    return all;
  }
}
