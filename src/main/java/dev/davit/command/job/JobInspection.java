package dev.davit.command.job;

import dev.davit.cli.CommandContext;
import dev.davit.command.shared.InspectRunner;
import dev.davit.engine.Swarm;
import dev.davit.job.Jobs;
import dev.davit.resource.ObjectKind;
import java.io.IOException;
import java.util.Set;

/** {@code inspect --on swarm}: prints the services of jobs. */
final class JobInspection implements JobCommand {
  @Override
  public Set<String> flags() {
    return Set.of("format", "output");
  }

  @Override
  public int run(CommandContext in) throws IOException {
    Swarm swarm = in.engine().swarm();
    return InspectRunner.inspect(
        in,
        (inspection, name) ->
            inspection.add(
                swarm.serviceRaw(Jobs.one(swarm, name).id()), ObjectKind.SERVICE.type()));
  }
}
