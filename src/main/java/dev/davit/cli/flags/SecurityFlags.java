package dev.davit.cli.flags;

/** Privileges and namespaces. */
final class SecurityFlags {
  static final FlagTable TABLE =
      FlagTable.of(
          "Security",
          Field.of(
              Flag.list("cap-add", "Capability to give"),
              (spec, value) -> spec.hostConfig.capAdd = value,
              spec -> spec.hostConfig.capAdd),
          Field.of(
              Flag.list("cap-drop", "Capability to take away"),
              (spec, value) -> spec.hostConfig.capDrop = value,
              spec -> spec.hostConfig.capDrop),
          Field.of(
              Flag.bool("privileged", "Give the container every privilege"),
              (spec, value) -> spec.hostConfig.privileged = value,
              spec -> spec.hostConfig.privileged),
          Field.of(
              Flag.string("ipc", "IPC namespace to use"),
              (spec, value) -> spec.hostConfig.ipcMode = value,
              spec -> spec.hostConfig.ipcMode));

  private SecurityFlags() {}
}
