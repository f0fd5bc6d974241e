package dev.davit.cli.flags;

import dev.davit.cli.complete.Completer;
import dev.davit.cli.complete.Completers;
import dev.davit.engine.model.ContainerSpec;
import dev.davit.engine.model.DeviceMapping;
import dev.davit.engine.model.DeviceRequest;
import dev.davit.engine.model.ThrottleDevice;
import dev.davit.engine.model.WeightDevice;
import dev.davit.gotypes.GoInt;
import dev.davit.opts.BlockDevice;
import dev.davit.opts.DeviceRequestSpec;
import dev.davit.opts.DeviceSpec;
import dev.davit.opts.GpuRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The flags for devices of the host and their I/O limits. */
final class DeviceFlags {
  private static final Flag<List<String>> DEVICE =
      Flag.list(
              "device",
              "Add a host device: PATH[:CONTAINER_PATH][:rwm], or a CDI device: VENDOR/CLASS=NAME")
          .completes(Completers.FILE);
  private static final Flag<List<GpuRequest>> GPUS =
      Flag.list(
              "gpus",
              (char) 0,
              "gpu-request",
              GpuRequest::parse,
              "Add GPUs: \"all\", a number, or fields such as device=ID,driver=NAME")
          .completes(Completer.words("all"))
          .since(1, 40);

  private static final Flag<List<DeviceRequest>> DEVICE_REQUEST =
      Flag.list(
              "device-request",
              (char) 0,
              "request",
              DeviceRequestSpec::parse,
              "Request devices from a device driver: driver=NAME,count=N,capabilities=NAME,...")
          .completes(Completers.DEVICE_REQUEST)
          .since(1, 40);

  static final Mapping DEVICES = new Devices();

  static final FlagTable TABLE =
      FlagTable.of(
          "Devices",
          DEVICES,
          Field.ofHost(
              Flag.list(
                  "device-cgroup-rule",
                  (char) 0,
                  "list",
                  DeviceSpec::cgroupRule,
                  "Add a device cgroup rule: TYPE MAJOR:MINOR PERMISSIONS"),
              (host, value) -> host.deviceCgroupRules = value,
              host -> host.deviceCgroupRules),
          Field.<@Nullable Integer>ofHost(
              Flag.value(
                  "blkio-weight",
                  "uint16",
                  GoInt::parseUint16,
                  "Relative block I/O weight, 10 to 1000 (0 disables it)"),
              (host, value) -> host.blkioWeight = value,
              host -> host.blkioWeight),
          Field.ofHost(
                  perDevice(
                      "blkio-weight-device",
                      BlockDevice::weight,
                      "Relative block I/O weight of one device: PATH:WEIGHT"),
                  (host, value) -> host.blkioWeightDevice = value,
                  host -> host.blkioWeightDevice)
              .typedAs(WeightDevice.class, BlockDevice::format),
          Field.ofHost(
                  perDevice(
                      "device-read-bps",
                      BlockDevice::bytes,
                      "Limit the read rate of a device in bytes per second: PATH:NUMBER[kb|mb|gb]"),
                  (host, value) -> host.blkioDeviceReadBps = value,
                  host -> host.blkioDeviceReadBps)
              .typedAs(ThrottleDevice.class, BlockDevice::format),
          Field.ofHost(
                  perDevice(
                      "device-write-bps",
                      BlockDevice::bytes,
                      "Limit the write rate of a device in bytes per second: PATH:NUMBER[kb|mb|gb]"),
                  (host, value) -> host.blkioDeviceWriteBps = value,
                  host -> host.blkioDeviceWriteBps)
              .typedAs(ThrottleDevice.class, BlockDevice::format),
          Field.ofHost(
                  perDevice(
                      "device-read-iops",
                      BlockDevice::operations,
                      "Limit the read rate of a device in operations per second: PATH:NUMBER"),
                  (host, value) -> host.blkioDeviceReadIOps = value,
                  host -> host.blkioDeviceReadIOps)
              .typedAs(ThrottleDevice.class, BlockDevice::format),
          Field.ofHost(
                  perDevice(
                      "device-write-iops",
                      BlockDevice::operations,
                      "Limit the write rate of a device in operations per second: PATH:NUMBER"),
                  (host, value) -> host.blkioDeviceWriteIOps = value,
                  host -> host.blkioDeviceWriteIOps)
              .typedAs(ThrottleDevice.class, BlockDevice::format));

  private DeviceFlags() {}

  /** Returns a line for each value that docker reads otherwise than most users mean. */
  static List<String> warnings(FlagValues given) {
    return given.get(GPUS).stream().map(GpuRequest::warning).filter(Objects::nonNull).toList();
  }

  private static <E> Flag<List<E>> perDevice(String name, Function<String, E> parser, String help) {
    return Flag.list(name, (char) 0, "list", parser, help);
  }

  /**
   * Maps {@code --device}, {@code --gpus} and {@code --device-request}. A device given by its CDI
   * name becomes a device request, as GPUs do.
   */
  private static final class Devices implements Mapping {
    private static final String CDI = "cdi";

    @Override
    public List<Flag<?>> flags() {
      return List.of(DEVICE, DEVICE_REQUEST, GPUS);
    }

    @Override
    public void toSpec(FlagValues given, ContainerSpec spec, SpecContext context) {
      List<DeviceMapping> devices = new ArrayList<>();
      List<String> names = new ArrayList<>();
      for (String text : given.get(DEVICE)) {
        if (DeviceSpec.isCdiName(text)) {
          names.add(text);
        } else {
          devices.add(DeviceSpec.parse(text, context.osType().get()));
        }
      }
      List<DeviceRequest> requests = new ArrayList<>();
      given.get(GPUS).forEach(gpus -> requests.add(gpus.request()));
      if (!names.isEmpty()) {
        requests.add(new DeviceRequest(CDI, 0, names, null, null));
      }
      requests.addAll(given.get(DEVICE_REQUEST));
      spec.hostConfig.devices = devices;
      spec.hostConfig.deviceRequests = requests.isEmpty() ? null : requests;
    }

    @Override
    public void fromSpec(ContainerSpec spec, FlagWriter out) {
      out.writeAll(DEVICE, spec.hostConfig.devices, DeviceSpec::format);
      if (spec.hostConfig.deviceRequests == null) {
        return;
      }
      // the order of requests matters: GPUs, CDI names, all others
      boolean gpus = true;
      boolean names = true;
      for (DeviceRequest request : spec.hostConfig.deviceRequests) {
        gpus &= GpuRequest.isOne(request);
        if (gpus) {
          out.write(GPUS, GpuRequest.format(request));
        } else if (names && isCdi(request)) {
          out.writeAll(DEVICE, request.deviceIds(), name -> name);
          names = false;
        } else {
          names = false;
          out.write(DEVICE_REQUEST, DeviceRequestSpec.format(request));
        }
      }
    }

    /** Whether {@code --device} with CDI names results in this request. */
    private static boolean isCdi(DeviceRequest request) {
      return CDI.equals(request.driver())
          && request.count() == 0
          && request.deviceIds() != null
          && request.deviceIds().stream().allMatch(DeviceSpec::isCdiName)
          && request.capabilities() == null
          && request.options() == null;
    }
  }
}
