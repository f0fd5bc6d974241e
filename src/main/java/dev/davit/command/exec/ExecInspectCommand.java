package dev.davit.command.exec;

import dev.davit.cli.Command;
import dev.davit.cli.CommandContext;
import dev.davit.cli.Usage;
import dev.davit.cli.flags.CommonFlags;
import dev.davit.cli.flags.Flag;
import dev.davit.command.shared.InspectRunner;
import dev.davit.command.shared.OutputFlags;
import dev.davit.engine.Execs;
import dev.davit.output.OutputSchema;
import dev.davit.output.schema.ObjectOutput;
import java.io.IOException;
import java.util.List;

/** {@code davit exec-inspect}: shows exec instances as JSON ({@code GET /exec/{id}/json}). */
public final class ExecInspectCommand implements Command {
  @Override
  public Usage usage() {
    return Usage.atLeast(1, "[OPTIONS] EXEC [EXEC...]");
  }

  @Override
  public List<Flag<?>> flags() {
    return List.of(CommonFlags.OBJECT_FORMAT, OutputFlags.OBJECT_OUTPUT);
  }

  @Override
  public OutputSchema<?> output() {
    return ObjectOutput.list("exec-inspect", "execs");
  }

  @Override
  public int run(CommandContext in) throws IOException {
    Execs execs = in.engine().execs();
    return InspectRunner.inspect(in, (inspection, id) -> inspection.add(execs.inspectRaw(id)));
  }
}
