package dev.davit.output.schema;

import dev.davit.engine.model.NetworkSummary;
import dev.davit.output.OutputField;
import dev.davit.output.OutputSchema;
import dev.davit.output.OutputTime;
import dev.davit.output.OutputType;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The output of {@code network ls} for programs. */
public final class NetworkOutput {
  private NetworkOutput() {}

  /**
   * Returns the fields of a network.
   *
   * @param containers returns the names of a network's containers; null if not requested
   */
  public static OutputSchema<NetworkSummary> schema(
      Function<NetworkSummary, @Nullable List<String>> containers) {
    return OutputSchema.list(
        "network ls",
        "The networks of davit network ls.",
        List.of(
            new OutputField<>("id", OutputType.TEXT, "full network ID", NetworkSummary::id),
            new OutputField<>("name", OutputType.TEXT, "name", NetworkSummary::name),
            new OutputField<>("driver", OutputType.TEXT, "driver", NetworkSummary::driver),
            new OutputField<>("scope", OutputType.TEXT, "local or swarm", NetworkSummary::scope),
            new OutputField<>(
                "created",
                OutputType.TIME.orNull(),
                "time of creation",
                network -> OutputTime.of(network.created())),
            new OutputField<>(
                "ipv4", OutputType.BOOLEAN, "whether IPv4 is enabled", NetworkSummary::enableIpv4),
            new OutputField<>(
                "ipv6", OutputType.BOOLEAN, "whether IPv6 is enabled", NetworkSummary::enableIpv6),
            new OutputField<>(
                "internal",
                OutputType.BOOLEAN,
                "whether the network is isolated from others",
                NetworkSummary::internal),
            new OutputField<>(
                "ingress",
                OutputType.BOOLEAN,
                "whether the network is the routing mesh of a swarm",
                NetworkSummary::ingress),
            new OutputField<>(
                "configOnly",
                OutputType.BOOLEAN,
                "whether the network is only a configuration for others",
                NetworkSummary::configOnly),
            new OutputField<>(
                "labels",
                OutputType.map(OutputType.TEXT),
                "labels",
                network -> Values.map(network.labels())),
            new OutputField<>(
                "containers",
                OutputType.list(OutputType.TEXT).orNull(),
                "names of the containers; null unless requested by --usage",
                containers::apply)));
  }
}
