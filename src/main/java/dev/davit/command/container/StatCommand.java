package dev.davit.command.container;

import dev.davit.cli.Command;
import dev.davit.cli.CommandContext;
import dev.davit.cli.CommandException;
import dev.davit.cli.Usage;
import dev.davit.cli.complete.Completer;
import dev.davit.cli.complete.Completers;
import dev.davit.cli.flags.CommonFlags;
import dev.davit.cli.flags.Flag;
import dev.davit.cli.flags.FlagValues;
import dev.davit.command.selection.ContainerSelection;
import dev.davit.command.selection.SelectionFlags;
import dev.davit.command.shared.ForEachTarget;
import dev.davit.command.shared.InParallel;
import dev.davit.command.shared.ListRunner;
import dev.davit.command.shared.OutputFlags;
import dev.davit.engine.Archives;
import dev.davit.engine.http.EngineException;
import dev.davit.format.Listing;
import dev.davit.json.JsonIndent;
import dev.davit.opts.CopyEndpoint;
import dev.davit.opts.CopyEndpoint.InContainer;
import dev.davit.output.OutputSchema;
import dev.davit.output.schema.PathOutput;
import dev.davit.resource.PathColumns;
import dev.davit.resource.PathColumns.Found;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code davit stat}: shows paths in containers ({@code HEAD /containers/{id}/archive}). docker
 * does not have it.
 */
public final class StatCommand implements Command {
  private static final Flag<String> FORMAT =
      CommonFlags.FORMAT.variant().completes(Completer.format("json table", PathColumns::listing));

  @Override
  public Usage usage() {
    return Usage.atLeast(1, "[OPTIONS] CONTAINER:PATH [CONTAINER:PATH...]");
  }

  @Override
  public List<Flag<?>> flags() {
    return List.of(SelectionFlags.FILTER, FORMAT, OutputFlags.OUTPUT);
  }

  @Override
  public Completer argument(int place, FlagValues given) {
    return Completers.COPY_ENDPOINT;
  }

  @Override
  public OutputSchema<?> output() {
    return PathOutput.SCHEMA;
  }

  @Override
  public int run(CommandContext typed) throws IOException {
    OutputFlags.requireNoConflict(typed);
    CommandContext in = selected(typed);
    return in.get(CommonFlags.FORMAT).equals("json") ? json(in) : listed(in);
  }

  /** Replaces patterns by the paths in the containers that they select. */
  private static CommandContext selected(CommandContext in) throws IOException {
    List<InContainer> places = in.args().stream().map(StatCommand::place).toList();
    List<String> paths = new ArrayList<>();
    for (InContainer place : places) {
      for (String container : ContainerSelection.names(in, place.container())) {
        paths.add(container + ':' + place.path());
      }
    }
    return in.withArgs(paths);
  }

  private static InContainer place(String typed) {
    if (CopyEndpoint.parse(typed) instanceof InContainer place) {
      return place;
    }
    throw CommandException.refused("invalid path: " + typed + ": must be CONTAINER:PATH");
  }

  /** A request for the attributes of a path. */
  private interface Ask<R> {
    R about(String container, String path) throws IOException;
  }

  /** Sends a request. The response has no body, so the message for a missing path is davit's. */
  private static <R> R stat(String typed, Ask<R> ask) throws IOException {
    InContainer place = place(typed);
    try {
      return ask.about(place.container(), place.path());
    } catch (EngineException e) {
      if (e.isNotFound()) {
        throw new IOException("no such container or path: " + typed, e);
      }
      throw e;
    }
  }

  /** Prints the engine's JSON, one line for each path. */
  private static int json(CommandContext in) throws IOException {
    Archives archives = in.engine().archives();
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    List<String> errors =
        ForEachTarget.collect(
            InParallel.start(in.args(), path -> stat(path, archives::statRaw)),
            (path, json) -> {
              lines.writeBytes(JsonIndent.compact(json));
              lines.write('\n');
            });
    in.streams().printSentJson(lines.toByteArray());
    return ForEachTarget.exitCode(in.streams(), errors);
  }

  private static int listed(CommandContext in) throws IOException {
    Archives archives = in.engine().archives();
    List<Found> rows = new ArrayList<>();
    List<String> errors =
        ForEachTarget.collect(
            InParallel.start(in.args(), path -> stat(path, archives::statPath)),
            (path, stat) -> rows.add(new Found(path, stat)));
    Listing<Found> listing = PathColumns.listing().on(in.streams()::outIsTerminal);
    if (in.get(OutputFlags.OUTPUT) != null) {
      in.streams().print(ListRunner.output(in, PathOutput.SCHEMA).of(rows));
    } else if (!rows.isEmpty()) {
      in.streams()
          .print(ListRunner.lines(listing, in.get(CommonFlags.FORMAT), PathColumns.SHOWN).of(rows));
    }
    return ForEachTarget.exitCode(in.streams(), errors);
  }
}
