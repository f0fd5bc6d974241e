package dev.davit.command.volume;

import dev.davit.cli.CommandContext;
import dev.davit.cli.complete.Completer;
import dev.davit.cli.flags.Flag;
import dev.davit.engine.model.ClusterVolumeSpec;
import dev.davit.engine.model.ClusterVolumeSpec.AccessMode;
import dev.davit.engine.model.ClusterVolumeSpec.CapacityRange;
import dev.davit.engine.model.ClusterVolumeSpec.Secret;
import dev.davit.engine.model.ClusterVolumeSpec.Topology;
import dev.davit.engine.model.ClusterVolumeSpec.TopologyRequirement;
import dev.davit.engine.model.EmptyObject;
import dev.davit.opts.ByteSize;
import dev.davit.opts.KeyValue;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The flags for cluster volumes, and the spec that they describe. */
final class ClusterFlags {
  static final Flag<String> AVAILABILITY =
      Flag.string(
              "availability",
              (char) 0,
              "active",
              "Availability of a cluster volume: active, pause or drain (default active)")
          .completes(Completer.words("active drain pause"))
          .since(1, 42);
  private static final Flag<String> GROUP =
      Flag.string("group", "Set the group of a cluster volume").since(1, 42);
  private static final Flag<@Nullable Long> LIMIT_BYTES =
      Flag.value(
              "limit-bytes", "bytes", ByteSize::parse, "Maximum size of a cluster volume, in bytes")
          .since(1, 42);
  private static final Flag<@Nullable Long> REQUIRED_BYTES =
      Flag.value(
              "required-bytes",
              "bytes",
              ByteSize::parse,
              "Minimum size of a cluster volume, in bytes")
          .since(1, 42);
  private static final Flag<String> SCOPE =
      Flag.string(
              "scope",
              (char) 0,
              "single",
              "Nodes that can use a cluster volume at a time: single or multi (default single)")
          .completes(Completer.words("multi single"))
          .since(1, 42);
  private static final Flag<List<String>> SECRET =
      Flag.list(
              "secret",
              (char) 0,
              "map",
              text -> text,
              "Set a secret of a cluster volume: KEY=SECRET")
          .since(1, 42);
  private static final Flag<String> SHARING =
      Flag.string(
              "sharing",
              (char) 0,
              "none",
              "Sharing of a cluster volume: none, readonly, onewriter or all (default none)")
          .completes(Completer.words("all none onewriter readonly"))
          .since(1, 42);
  private static final Flag<List<String>> TOPOLOGY_PREFERRED =
      Flag.list(
              "topology-preferred",
              "Prefer a topology for a cluster volume: KEY=VALUE[,KEY=VALUE...]")
          .since(1, 42);
  private static final Flag<List<String>> TOPOLOGY_REQUIRED =
      Flag.list(
              "topology-required",
              "Require access to a cluster volume from a topology: KEY=VALUE[,KEY=VALUE...]")
          .since(1, 42);
  private static final Flag<String> TYPE =
      Flag.string(
              "type",
              (char) 0,
              "block",
              "Access type of a cluster volume: mount or block (default block)")
          .completes(Completer.words("block mount"))
          .since(1, 42);

  /** The flags of {@code volume create}. */
  static final List<Flag<?>> OF_CREATE =
      List.of(
          AVAILABILITY,
          GROUP,
          LIMIT_BYTES,
          REQUIRED_BYTES,
          SCOPE,
          SECRET,
          SHARING,
          TOPOLOGY_PREFERRED,
          TOPOLOGY_REQUIRED,
          TYPE);

  private ClusterFlags() {}

  /**
   * Returns the spec of a cluster volume; null without a flag for one. As by docker, secrets and
   * topologies alone do not count.
   */
  static @Nullable ClusterVolumeSpec spec(CommandContext in) {
    if (Stream.of(GROUP, SCOPE, SHARING, AVAILABILITY, TYPE, LIMIT_BYTES, REQUIRED_BYTES)
        .noneMatch(flag -> in.flags().given(flag))) {
      return null;
    }
    ClusterVolumeSpec spec = new ClusterVolumeSpec();
    spec.group = emptyToNull(in.get(GROUP));
    String type = in.get(TYPE);
    spec.accessMode =
        new AccessMode(
            emptyToNull(in.get(SCOPE)),
            emptyToNull(in.get(SHARING)),
            type.equals("mount") ? new EmptyObject() : null,
            type.equals("block") ? new EmptyObject() : null);
    spec.accessibilityRequirements =
        new TopologyRequirement(
            topologies(in.get(TOPOLOGY_REQUIRED)), topologies(in.get(TOPOLOGY_PREFERRED)));
    spec.capacityRange = new CapacityRange(bytes(in, REQUIRED_BYTES), bytes(in, LIMIT_BYTES));
    spec.secrets = secrets(in.get(SECRET));
    spec.availability = emptyToNull(in.get(AVAILABILITY));
    return spec;
  }

  private static @Nullable String emptyToNull(String text) {
    return text.isEmpty() ? null : text;
  }

  private static long bytes(CommandContext in, Flag<@Nullable Long> flag) {
    return Math.max(0, Objects.requireNonNullElse(in.get(flag), 0L));
  }

  private static @Nullable List<Topology> topologies(List<String> given) {
    return given.isEmpty()
        ? null
        : given.stream()
            .map(each -> new Topology(new TreeMap<>(KeyValue.toMap(List.of(each.split(",", -1))))))
            .toList();
  }

  private static @Nullable List<Secret> secrets(List<String> given) {
    return given.isEmpty()
        ? null
        : new TreeMap<>(KeyValue.toMap(given))
            .entrySet().stream().map(each -> new Secret(each.getKey(), each.getValue())).toList();
  }
}
