package dev.davit.cli.flags;

import dev.davit.engine.model.ContainerSpec;
import dev.davit.engine.model.DeviceMapping;
import dev.davit.engine.model.DeviceRequest;
import dev.davit.engine.model.ThrottleDevice;
import dev.davit.engine.model.WeightDevice;
import dev.davit.value.BlockDevice;
import dev.davit.value.DeviceSpec;
import dev.davit.value.GoInt;
import dev.davit.value.GpuRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Devices of the host, and how fast it may use them. */
final class DeviceFlags {
  private static final Flag<List<String>> DEVICE =
      Flag.list("device", "Device to give it: PATH[:PATH][:rwm] or VENDOR/CLASS=NAME");
  private static final Flag<List<DeviceRequest>> GPUS =
      Flag.list(
              "gpus",
              (char) 0,
              "gpu-request",
              GpuRequest::parse,
              "GPUs to give it: all, or a number")
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
                  "Rule for the devices it may use: TYPE MAJOR:MINOR rwm"),
              (host, value) -> host.deviceCgroupRules = value,
              host -> host.deviceCgroupRules),
          Field.<@Nullable Integer>ofHost(
              Flag.value(
                  "blkio-weight",
                  "uint16",
                  GoInt::parseUint16,
                  "Share of block input and output: 10 to 1000, 0 for none"),
              (host, value) -> host.blkioWeight = value,
              host -> host.blkioWeight),
          Field.ofHost(
                  perDevice("blkio-weight-device", BlockDevice::weight, "The same of one device"),
                  (host, value) -> host.blkioWeightDevice = value,
                  host -> host.blkioWeightDevice)
              .typedAs(WeightDevice.class, BlockDevice::format),
          Field.ofHost(
                  perDevice("device-read-bps", BlockDevice::bytes, "Bytes it may read a second"),
                  (host, value) -> host.blkioDeviceReadBps = value,
                  host -> host.blkioDeviceReadBps)
              .typedAs(ThrottleDevice.class, BlockDevice::format),
          Field.ofHost(
                  perDevice("device-write-bps", BlockDevice::bytes, "Bytes it may write a second"),
                  (host, value) -> host.blkioDeviceWriteBps = value,
                  host -> host.blkioDeviceWriteBps)
              .typedAs(ThrottleDevice.class, BlockDevice::format),
          Field.ofHost(
                  perDevice(
                      "device-read-iops", BlockDevice::operations, "Reads it may do a second"),
                  (host, value) -> host.blkioDeviceReadIOps = value,
                  host -> host.blkioDeviceReadIOps)
              .typedAs(ThrottleDevice.class, BlockDevice::format),
          Field.ofHost(
                  perDevice(
                      "device-write-iops", BlockDevice::operations, "Writes it may do a second"),
                  (host, value) -> host.blkioDeviceWriteIOps = value,
                  host -> host.blkioDeviceWriteIOps)
              .typedAs(ThrottleDevice.class, BlockDevice::format));

  private DeviceFlags() {}

  private static <E> Flag<List<E>> perDevice(String name, Function<String, E> parser, String help) {
    return Flag.list(name, (char) 0, "list", parser, help + ": PATH:NUMBER");
  }

  /** {@code --device} and {@code --gpus}: a device by its CDI name is a request, as GPUs are. */
  private static final class Devices implements Mapping {
    private static final String CDI = "cdi";

    @Override
    public List<Flag<?>> flags() {
      return List.of(DEVICE, GPUS);
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
      List<DeviceRequest> requests = new ArrayList<>(given.get(GPUS));
      if (!names.isEmpty()) {
        requests.add(new DeviceRequest(CDI, 0, names, null, null));
      }
      spec.hostConfig.devices = devices.isEmpty() ? null : devices;
      spec.hostConfig.deviceRequests = requests.isEmpty() ? null : requests;
    }

    @Override
    public void fromSpec(ContainerSpec spec, FlagWriter out) {
      out.writeAll(DEVICE, spec.hostConfig.devices, DeviceSpec::format);
      if (spec.hostConfig.deviceRequests == null) {
        return;
      }
      for (DeviceRequest request : spec.hostConfig.deviceRequests) {
        if (CDI.equals(request.driver())) {
          out.writeAll(DEVICE, request.deviceIds(), name -> name);
        } else {
          out.write(GPUS, GpuRequest.format(request));
        }
      }
    }
  }
}
