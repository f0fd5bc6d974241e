package dev.davit.command.image;

import dev.davit.cli.Command;
import dev.davit.cli.CommandContext;
import dev.davit.cli.Usage;
import dev.davit.cli.complete.Completer;
import dev.davit.cli.complete.Completers;
import dev.davit.cli.flags.CommonFlags;
import dev.davit.cli.flags.Flag;
import dev.davit.cli.flags.FlagValues;
import dev.davit.command.shared.InspectRunner;
import dev.davit.command.shared.OutputFlags;
import dev.davit.command.shared.PlatformFlag;
import dev.davit.output.OutputSchema;
import dev.davit.output.schema.ObjectOutput;
import dev.davit.resource.ObjectKind;
import java.io.IOException;
import java.util.List;

/** {@code davit image inspect}: shows images as JSON. Mirrors cli/command/image/inspect.go. */
public final class ImageInspectCommand implements Command {
  private static final Flag<String> FORMAT =
      CommonFlags.OBJECT_FORMAT
          .variant()
          .completes(
              Completer.objectFormat(
                  """
                  Architecture Author Comment Config.Cmd Config.Entrypoint Config.Env
                  Config.ExposedPorts Config.Labels Config.User Config.Volumes Config.WorkingDir
                  Created Id Os Parent RepoDigests RepoTags RootFS.Layers Size Variant
                  """));
  private static final Flag<String> PLATFORM =
      Flag.string("platform", "Show the image for a platform: OS[/ARCH[/VARIANT]]")
          .since(1, 49)
          .completes(Completers.PLATFORM);

  @Override
  public Usage usage() {
    return Usage.atLeast(1, "[OPTIONS] IMAGE [IMAGE...]");
  }

  @Override
  public List<Flag<?>> flags() {
    return List.of(FORMAT, OutputFlags.OBJECT_OUTPUT, PLATFORM);
  }

  @Override
  public Completer argument(int place, FlagValues given) {
    return Completers.IMAGE;
  }

  @Override
  public OutputSchema<?> output() {
    return ObjectOutput.list("image inspect", "images");
  }

  @Override
  public int run(CommandContext in) throws IOException {
    String given = in.get(PLATFORM);
    String platform = given.isEmpty() ? null : PlatformFlag.json(given, "");
    return InspectRunner.inspect(
        in,
        (inspection, name) ->
            inspection.add(
                in.engine().images().inspectRaw(name, platform), ObjectKind.IMAGE.type()));
  }
}
