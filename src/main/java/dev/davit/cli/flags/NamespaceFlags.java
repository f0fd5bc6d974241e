package dev.davit.cli.flags;

import dev.davit.cli.complete.Completer;
import dev.davit.cli.complete.Completers;
import dev.davit.engine.model.ContainerSpec;
import dev.davit.engine.model.HostConfig;
import dev.davit.opts.Sysctl;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The flags for namespaces, cgroup parent, isolation, runtime and kernel parameters. */
final class NamespaceFlags {
  static final Mapping PID =
      new Mode(
          Flag.string("pid", "PID namespace: host or container:CONTAINER (default: private)")
              .completes(Completers.PID),
          "PID",
          mode -> mode.equals("host") || mode.startsWith("container:") && mode.length() > 10,
          (host, mode) -> host.pidMode = mode,
          host -> host.pidMode);
  static final Mapping UTS =
      new Mode(
          Flag.string("uts", "UTS namespace: host (default: private)")
              .completes(Completer.words("host")),
          "UTS",
          "host"::equals,
          (host, mode) -> host.utsMode = mode,
          host -> host.utsMode);
  static final Mapping USERNS =
      new Mode(
          Flag.string(
                  "userns",
                  "User namespace: host disables user namespace remapping (default: set by the engine)")
              .completes(Completer.words("host")),
          "USER",
          "host"::equals,
          (host, mode) -> host.usernsMode = mode,
          host -> host.usernsMode);
  static final Mapping CGROUPNS =
      new Mode(
          Flag.string("cgroupns", "Cgroup namespace: host or private (default: set by the engine)")
              .completes(Completer.words("host private"))
              .since(1, 41),
          "CGROUP",
          mode -> mode.equals("host") || mode.equals("private"),
          (host, mode) -> host.cgroupnsMode = mode,
          host -> host.cgroupnsMode);

  static final FlagTable TABLE =
      FlagTable.of(
          "Namespaces",
          PID,
          UTS,
          USERNS,
          CGROUPNS,
          Field.ofHost(
              Flag.string(
                      "ipc", "IPC namespace: none, private, shareable, host or container:CONTAINER")
                  .completes(Completers.IPC),
              (host, value) -> host.ipcMode = value,
              host -> host.ipcMode),
          Field.ofHost(
              Flag.string("cgroup-parent", "Parent cgroup of the container's cgroup"),
              (host, value) -> host.cgroupParent = value,
              host -> host.cgroupParent),
          Field.ofHost(
              Flag.string(
                      "isolation",
                      "Isolation technology: default, process or hyperv (Windows only)")
                  .completes(Completers.ISOLATION),
              (host, value) -> host.isolation = value,
              host -> host.isolation),
          Field.ofHost(
              Flag.string(
                  "runtime",
                  "OCI runtime of the container, for example runc (default: set by the engine)"),
              (host, value) -> host.runtime = value,
              host -> host.runtime),
          new MapField(
              Flag.list(
                  "sysctl",
                  (char) 0,
                  "map",
                  Sysctl::parse,
                  "Set a kernel parameter (sysctl): NAME=VALUE"),
              (host, value) -> host.sysctls = value,
              host -> host.sysctls));

  private NamespaceFlags() {}

  /** Maps a namespace flag whose value the client checks. */
  private record Mode(
      Flag<String> flag,
      String title,
      Predicate<String> valid,
      BiConsumer<HostConfig, String> setter,
      Function<HostConfig, @Nullable String> getter)
      implements Mapping {

    @Override
    public List<Flag<?>> flags() {
      return List.of(flag);
    }

    @Override
    public void toSpec(FlagValues given, ContainerSpec spec, SpecContext context) {
      String mode = given.get(flag);
      if (mode.isEmpty()) {
        return;
      }
      if (!valid.test(mode)) {
        throw new IllegalArgumentException("--" + flag.name() + ": invalid " + title + " mode");
      }
      setter.accept(spec.hostConfig, mode);
    }

    @Override
    public void fromSpec(ContainerSpec spec, FlagWriter out) {
      String mode = getter.apply(spec.hostConfig);
      if (mode != null && !mode.isEmpty()) {
        out.write(flag, mode);
      }
    }
  }
}
