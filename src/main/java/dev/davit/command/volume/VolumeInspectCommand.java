package dev.davit.command.volume;

import dev.davit.cli.Command;
import dev.davit.cli.CommandContext;
import dev.davit.cli.Usage;
import dev.davit.cli.complete.Completer;
import dev.davit.cli.flags.CommonFlags;
import dev.davit.cli.flags.Flag;
import dev.davit.cli.flags.FlagValues;
import dev.davit.command.shared.InspectRunner;
import dev.davit.command.shared.OutputFlags;
import dev.davit.output.OutputSchema;
import dev.davit.output.schema.ObjectOutput;
import dev.davit.resource.ObjectKind;
import java.io.IOException;
import java.util.List;

/** {@code davit volume inspect}: shows volumes as JSON. Mirrors cli/command/volume/inspect.go. */
public final class VolumeInspectCommand implements Command {
  private static final Flag<String> FORMAT =
      CommonFlags.OBJECT_FORMAT
          .variant()
          .completes(
              Completer.objectFormat(
                  "CreatedAt Driver Labels Mountpoint Name Options Scope Status"));

  @Override
  public Usage usage() {
    return Usage.atLeast(1, "[OPTIONS] VOLUME [VOLUME...]");
  }

  @Override
  public List<Flag<?>> flags() {
    return List.of(FORMAT, OutputFlags.OBJECT_OUTPUT);
  }

  @Override
  public Completer argument(int place, FlagValues given) {
    return Completer.names(ObjectKind.VOLUME);
  }

  @Override
  public OutputSchema<?> output() {
    return ObjectOutput.list("volume inspect", "volumes");
  }

  @Override
  public int run(CommandContext in) throws IOException {
    return InspectRunner.inspect(
        in,
        (inspection, name) ->
            inspection.addDecoded(
                ObjectKind.VOLUME.inspectRaw(in.engine(), name, false), ObjectKind.VOLUME));
  }
}
