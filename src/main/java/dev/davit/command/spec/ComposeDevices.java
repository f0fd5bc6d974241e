package dev.davit.command.spec;

import dev.davit.engine.InspectedSpec;
import dev.davit.engine.model.DeviceRequest;
import dev.davit.engine.model.HostConfig;
import dev.davit.engine.model.ThrottleDevice;
import dev.davit.engine.model.WeightDevice;
import dev.davit.json.JsonNumber;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The keys of a compose file for I/O limits of devices, and for devices that drivers select. */
final class ComposeDevices {
  /** The properties that {@link #limits} includes. */
  static final List<String> LIMITS =
      List.of(
          "BlkioWeight",
          "BlkioWeightDevice",
          "BlkioDeviceReadBps",
          "BlkioDeviceWriteBps",
          "BlkioDeviceReadIOps",
          "BlkioDeviceWriteIOps");

  private ComposeDevices() {}

  /** Returns the value of {@code blkio_config}. */
  static Map<String, Object> limits(HostConfig host) {
    Map<String, Object> keys = new LinkedHashMap<>();
    put(keys, "weight", host.blkioWeight);
    List<Map<String, Object>> weights = new ArrayList<>();
    for (WeightDevice each : orEmpty(host.blkioWeightDevice)) {
      weights.add(device(each.path(), "weight", each.weight()));
    }
    put(keys, "weight_device", weights);
    put(keys, "device_read_bps", rates(host.blkioDeviceReadBps));
    put(keys, "device_write_bps", rates(host.blkioDeviceWriteBps));
    put(keys, "device_read_iops", rates(host.blkioDeviceReadIOps));
    put(keys, "device_write_iops", rates(host.blkioDeviceWriteIOps));
    return keys;
  }

  private static List<Map<String, Object>> rates(@Nullable List<ThrottleDevice> limits) {
    return orEmpty(limits).stream()
        .map(each -> device(each.path(), "rate", new JsonNumber(each.rate().toString())))
        .toList();
  }

  private static Map<String, Object> device(@Nullable String path, String key, Object value) {
    Map<String, Object> keys = new LinkedHashMap<>();
    put(keys, "path", path);
    keys.put(key, value);
    return keys;
  }

  /** Whether {@link #reservations} can express a request. */
  static boolean isReservation(DeviceRequest request) {
    return request.capabilities() != null && request.capabilities().size() == 1;
  }

  /** Returns the value of {@code deploy} for requests of devices; empty for none. */
  static Map<String, Object> reservations(List<DeviceRequest> requests) {
    List<Map<String, Object>> devices = new ArrayList<>();
    for (DeviceRequest each : requests) {
      Map<String, Object> keys = new LinkedHashMap<>();
      keys.put("driver", Objects.requireNonNullElse(each.driver(), ""));
      put(keys, "count", each.count());
      put(keys, "device_ids", each.deviceIds());
      keys.put("capabilities", orEmpty(each.capabilities()).getFirst());
      put(keys, "options", each.options());
      devices.add(keys);
    }
    return devices.isEmpty()
        ? Map.of()
        : Map.of("resources", Map.of("reservations", Map.of("devices", devices)));
  }

  private static <E> List<E> orEmpty(@Nullable List<E> list) {
    return list == null ? List.of() : list;
  }

  private static void put(Map<String, Object> keys, String key, @Nullable Object value) {
    if (value != null && !InspectedSpec.isNothing(value)) {
      keys.put(key, value);
    }
  }
}
