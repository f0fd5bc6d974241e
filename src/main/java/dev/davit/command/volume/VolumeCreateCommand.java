package dev.davit.command.volume;

import dev.davit.cli.Command;
import dev.davit.cli.CommandContext;
import dev.davit.cli.CommandException;
import dev.davit.cli.ExitCode;
import dev.davit.cli.Usage;
import dev.davit.cli.complete.Completers;
import dev.davit.cli.flags.Flag;
import dev.davit.engine.model.VolumeConfig;
import dev.davit.opts.KeyValue;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code davit volume create}: creates a volume. Mirrors cli/command/volume/create.go. */
public final class VolumeCreateCommand implements Command {
  private static final Flag<String> DRIVER =
      Flag.string("driver", 'd', "local", "Driver of the volume (default local)")
          .completes(Completers.VOLUME_DRIVER);
  private static final Flag<List<String>> LABEL =
      Flag.list("label", (char) 0, "list", KeyValue::label, "Set a label: KEY[=VALUE]");
  private static final Flag<String> NAME =
      Flag.string("name", "Name of the volume, as the argument VOLUME").hidden();
  private static final Flag<List<String>> OPT =
      Flag.list(
          "opt",
          'o',
          "map",
          text -> text,
          "Set an option of the driver: KEY=VALUE, for example type=tmpfs");

  @Override
  public Usage usage() {
    return Usage.between(0, 1, "[OPTIONS] [VOLUME]");
  }

  @Override
  public List<Flag<?>> flags() {
    return Stream.concat(Stream.of(DRIVER, LABEL, NAME, OPT), ClusterFlags.OF_CREATE.stream())
        .toList();
  }

  @Override
  public int run(CommandContext in) throws IOException {
    VolumeConfig config = new VolumeConfig();
    config.name = name(in);
    config.driver = in.get(DRIVER).isEmpty() ? null : in.get(DRIVER);
    config.driverOpts = orNull(KeyValue.toMap(in.get(OPT)));
    config.labels = orNull(KeyValue.toMap(in.get(LABEL)));
    config.clusterVolumeSpec = ClusterFlags.spec(in);
    in.streams().println(in.engine().volumes().create(config));
    return ExitCode.SUCCESS;
  }

  private static @Nullable String name(CommandContext in) {
    String name = in.get(NAME);
    if (!in.args().isEmpty()) {
      if (!name.isEmpty()) {
        throw CommandException.refused(
            "conflicting options: cannot specify a volume-name through both --name and as a"
                + " positional arg");
      }
      name = in.args().getFirst();
    }
    return name.isEmpty() ? null : name;
  }

  private static @Nullable Map<String, String> orNull(Map<String, String> map) {
    return map.isEmpty() ? null : map;
  }
}
