package dev.davit.command.system;

import dev.davit.cli.Command;
import dev.davit.cli.CommandContext;
import dev.davit.cli.CommandException;
import dev.davit.cli.Usage;
import dev.davit.cli.complete.Candidates;
import dev.davit.cli.complete.Completer;
import dev.davit.cli.complete.Completers;
import dev.davit.cli.flags.CommonFlags;
import dev.davit.cli.flags.Flag;
import dev.davit.cli.flags.FlagValues;
import dev.davit.command.selection.ContainerSelection;
import dev.davit.command.selection.Selected;
import dev.davit.command.selection.SelectionFlags;
import dev.davit.command.shared.InspectRunner;
import dev.davit.command.shared.OutputFlags;
import dev.davit.engine.http.EngineException;
import dev.davit.engine.model.EngineInfo;
import dev.davit.output.OutputSchema;
import dev.davit.output.schema.ObjectOutput;
import dev.davit.resource.Inspection;
import dev.davit.resource.ObjectKind;
import dev.davit.select.ContainerIndex;
import dev.davit.template.TemplateException;
import dev.davit.text.GoQuote;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code davit inspect} and {@code davit container inspect}: show objects as JSON. Mirrors
 * cli/command/inspect.
 */
public final class InspectCommand implements Command {
  private static final Flag<Boolean> SIZE =
      Flag.bool("size", 's', "Include disk usage of containers (slow)");
  private static final Flag<String> TYPE =
      Flag.string(
              "type",
              "Type to inspect: config, container, image, network, node, plugin, secret, service, task or volume")
          .completes(typing -> Candidates.of(ObjectKind.names()));
  private static final Flag<String> FORMAT =
      CommonFlags.OBJECT_FORMAT
          .variant()
          .completes(
              Completer.objectFormat(
                  """
                  Args Config.Cmd Config.Entrypoint Config.Env Config.Image Config.Labels Created
                  HostConfig.Binds HostConfig.NetworkMode HostConfig.RestartPolicy.Name Id Image
                  LogPath Mounts Name NetworkSettings.Networks NetworkSettings.Ports Path
                  RestartCount State.Error State.ExitCode State.FinishedAt State.Health.Status
                  State.OOMKilled State.Pid State.Running State.StartedAt State.Status
                  """));

  private final boolean containersOnly;

  private InspectCommand(boolean containersOnly) {
    this.containersOnly = containersOnly;
  }

  /** Creates {@code davit inspect}, for objects of any kind. */
  public static InspectCommand ofAnything() {
    return new InspectCommand(false);
  }

  /** Creates {@code davit container inspect}. */
  public static InspectCommand ofContainers() {
    return new InspectCommand(true);
  }

  @Override
  public Usage usage() {
    return containersOnly
        ? Usage.atLeast(1, "[OPTIONS] CONTAINER [CONTAINER...]")
        : Usage.atLeast(1, "[OPTIONS] NAME|ID [NAME|ID...]");
  }

  @Override
  public String selectable() {
    return containersOnly ? "[CONTAINER...]" : "";
  }

  @Override
  public boolean accepts(int arguments, FlagValues given) {
    return containersOnly && arguments == 0 && SelectionFlags.select(given)
        || Command.super.accepts(arguments, given);
  }

  @Override
  public List<Flag<?>> flags() {
    return containersOnly
        ? SelectionFlags.severalWith(List.of(FORMAT, OutputFlags.OBJECT_OUTPUT, SIZE))
        : List.of(FORMAT, OutputFlags.OBJECT_OUTPUT, SIZE, TYPE);
  }

  @Override
  public Completer argument(int place, FlagValues given) {
    return containersOnly ? Completers.CONTAINER : completer(given.get(TYPE));
  }

  private static Completer completer(String type) {
    return type.isEmpty()
        ? Completers.ANY_OBJECT
        : ObjectKind.of(type).map(Completer::names).orElse(Completers.NOTHING);
  }

  @Override
  public OutputSchema<?> output() {
    return containersOnly
        ? ObjectOutput.list("container inspect", "containers")
        : ObjectOutput.list("inspect", "objects");
  }

  @Override
  public int run(CommandContext in) throws IOException {
    List<ObjectKind> kinds =
        containersOnly
            ? List.of(ObjectKind.CONTAINER)
            : in.flags().given(TYPE) ? List.of(kind(in.get(TYPE))) : List.of(ObjectKind.values());
    CommandContext selected = containersOnly ? selected(in) : withSelectors(in, kinds);
    return InspectRunner.inspect(selected, (inspection, name) -> add(inspection, in, kinds, name));
  }

  /** Replaces patterns and {@code @last}, which name no object, by the containers they select. */
  private static CommandContext withSelectors(CommandContext in, List<ObjectKind> kinds)
      throws IOException {
    List<String> args = new ArrayList<>();
    for (String each : in.args()) {
      if (kinds.contains(ObjectKind.CONTAINER) && ContainerIndex.isSelector(each)) {
        args.addAll(ContainerSelection.names(in, each));
      } else {
        args.add(each);
      }
    }
    return in.withArgs(args);
  }

  private static CommandContext selected(CommandContext in) throws IOException {
    return in.withArgs(ContainerSelection.of(in).stream().map(Selected::argument).toList());
  }

  /**
   * Adds the first object of this name; the kinds are searched in their order. With a single kind,
   * any error fails.
   */
  private static void add(
      Inspection inspection, CommandContext in, List<ObjectKind> kinds, String name)
      throws IOException, TemplateException {
    @Nullable Boolean manager = null;
    for (ObjectKind kind : kinds) {
      if (kinds.size() > 1 && kind.isOfSwarm()) {
        manager = manager == null ? isManager(in) : manager;
        if (!manager) {
          continue;
        }
      }
      try {
        add(inspection, in, kind, name);
        return;
      } catch (IOException e) {
        if (kinds.size() == 1 || !isSkipped(e)) {
          throw e;
        }
      }
    }
    throw new IOException("Error: No such object: " + name);
  }

  /** Whether the engine is a Swarm manager, as only managers serve objects of the Swarm. */
  private static boolean isManager(CommandContext in) {
    try {
      EngineInfo.Swarm swarm = in.engine().system().info().swarm();
      return swarm != null && swarm.controlAvailable();
    } catch (IOException e) {
      in.streams().error(String.valueOf(e.getMessage()));
      return false;
    }
  }

  /** Whether an error means to try the next kind. */
  private static boolean isSkipped(IOException e) {
    String message = String.valueOf(e.getMessage());
    return e instanceof EngineException refusal && refusal.isNotFound()
        || message.contains("not supported")
        || message.contains("invalid reference format");
  }

  private static void add(Inspection inspection, CommandContext in, ObjectKind kind, String name)
      throws IOException, TemplateException {
    byte[] found = kind.inspectRaw(in.engine(), name, in.get(SIZE));
    if (in.get(SIZE) && kind != ObjectKind.CONTAINER) {
      in.streams().error("WARNING: --size ignored for " + kind);
    }
    inspection.add(found, kind.type());
  }

  private static ObjectKind kind(String type) {
    return ObjectKind.of(type).orElseThrow(() -> unknown(type));
  }

  private static CommandException unknown(String type) {
    String what = type.isEmpty() ? "type is empty" : "unknown type: " + GoQuote.quote(type);
    return CommandException.refused(
        what + ": must be one of \"" + String.join("\", \"", ObjectKind.names()) + '"');
  }
}
