package dev.davit.output.schema;

import dev.davit.engine.model.ContainerStats;
import dev.davit.output.OutputField;
import dev.davit.output.OutputSchema;
import dev.davit.output.OutputTime;
import dev.davit.output.OutputType;
import dev.davit.resource.StatsColumns;
import dev.davit.resource.StatsColumns.Sampled;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The output of {@code stats} for programs; values are null before the first sample. */
public final class StatsOutput {
  /** The fields of a sample. */
  public static final OutputSchema<Sampled> SCHEMA =
      OutputSchema.list(
          "stats",
          "The samples of davit stats. Values are null for a container that is not running.",
          List.of(
              new OutputField<>(
                  "time",
                  OutputType.TIME.orNull(),
                  "time of the sample",
                  of(sample -> OutputTime.of(sample.read()))),
              new OutputField<>(
                  "container", OutputType.TEXT, "container as given", Sampled::container),
              new OutputField<>(
                  "id",
                  OutputType.TEXT.orNull(),
                  "full container ID",
                  of(sample -> Values.orNull(sample.id()))),
              new OutputField<>("name", OutputType.TEXT.orNull(), "name", of(StatsOutput::name)),
              new OutputField<>(
                  "cpuPercent",
                  OutputType.NUMBER.orNull(),
                  "CPU usage in percent of one CPU",
                  row -> row.measured() ? of(StatsColumns::cpuPercent).apply(row) : null),
              integer(
                  "memoryUsage", "bytes of used memory, without page cache", StatsColumns::used),
              integer("memoryLimit", "limit of memory in bytes", StatsColumns::limit),
              new OutputField<>(
                  "memoryPercent",
                  OutputType.NUMBER.orNull(),
                  "used memory in percent of the limit",
                  of(StatsColumns::memoryPercent)),
              integer(
                  "networkReceived", "bytes received over networks", StatsColumns::networkReceived),
              integer("networkSent", "bytes sent over networks", StatsColumns::networkSent),
              integer("blockRead", "bytes read from block devices", StatsColumns::blockRead),
              integer("blockWritten", "bytes written to block devices", StatsColumns::blockWritten),
              integer("pids", "number of processes", StatsColumns::processes)));

  private StatsOutput() {}

  private static OutputField<Sampled> integer(
      String name, String description, Function<ContainerStats, Long> value) {
    return new OutputField<>(name, OutputType.INTEGER.orNull(), description, of(value::apply));
  }

  private static Function<Sampled, @Nullable Object> of(
      Function<ContainerStats, @Nullable Object> value) {
    return row -> row.sample() == null ? null : value.apply(row.sample());
  }

  private static @Nullable String name(ContainerStats sample) {
    String name = sample.name() == null ? "" : sample.name();
    return Values.orNull(name.startsWith("/") ? name.substring(1) : name);
  }
}
