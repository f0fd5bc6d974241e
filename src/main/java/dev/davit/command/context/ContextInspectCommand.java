package dev.davit.command.context;

import dev.davit.cli.Command;
import dev.davit.cli.CommandContext;
import dev.davit.cli.Usage;
import dev.davit.cli.complete.Completer;
import dev.davit.cli.complete.Completers;
import dev.davit.cli.flags.CommonFlags;
import dev.davit.cli.flags.Flag;
import dev.davit.cli.flags.FlagValues;
import dev.davit.command.shared.ForEachTarget;
import dev.davit.command.shared.InspectRunner;
import dev.davit.command.shared.OutputFlags;
import dev.davit.config.ConfigException;
import dev.davit.context.Contexts;
import dev.davit.output.OutputSchema;
import dev.davit.output.schema.ObjectOutput;
import dev.davit.resource.ContextTypes;
import dev.davit.resource.Inspection;
import dev.davit.template.GoStruct;
import dev.davit.template.TemplateException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * {@code davit context inspect}: shows contexts as JSON. Mirrors cli/command/context/inspect.go.
 */
public final class ContextInspectCommand implements Command {
  private static final Flag<String> FORMAT =
      CommonFlags.OBJECT_FORMAT
          .variant()
          .completes(
              Completer.objectFormat(
                  """
                  Endpoints.docker.Host Endpoints.docker.SkipTLSVerify
                  Metadata.Metadata.Description Name Storage.MetadataPath Storage.TLSPath
                  TLSMaterial
                  """));

  @Override
  public Usage usage() {
    return Usage.atLeast(0, "[OPTIONS] [CONTEXT] [CONTEXT...]");
  }

  @Override
  public List<Flag<?>> flags() {
    return List.of(FORMAT, OutputFlags.OBJECT_OUTPUT);
  }

  @Override
  public Completer argument(int place, FlagValues given) {
    return Completers.CONTEXT;
  }

  @Override
  public OutputSchema<?> output() {
    return ObjectOutput.list("context inspect", "contexts");
  }

  @Override
  public int run(CommandContext in) throws IOException {
    Contexts contexts = in.contexts();
    Inspection inspection = InspectRunner.inspection(in, in.get(CommonFlags.OBJECT_FORMAT), false);
    List<String> errors = new ArrayList<>();
    for (String name : in.args().isEmpty() ? List.of(contexts.current()) : in.args()) {
      try {
        inspection.add(inspected(contexts, name));
      } catch (IOException | ConfigException e) {
        errors.add(String.valueOf(e.getMessage()));
      } catch (TemplateException e) {
        errors.add(InspectRunner.misfit(e));
      }
    }
    InspectRunner.print(in, inspection);
    return ForEachTarget.exitCode(in.streams(), errors);
  }

  private static GoStruct inspected(Contexts contexts, String name) throws IOException {
    Map<String, List<String>> files = new TreeMap<>();
    contexts.tls(name).forEach((endpoint, each) -> files.put(endpoint, List.copyOf(each.keySet())));
    return ContextTypes.of(
        contexts.get(name), files, contexts.metaPath(name), contexts.tlsPath(name));
  }
}
