package dev.davit.command.context;

import dev.davit.cli.CommandContext;
import dev.davit.command.several.ContextsFlags;
import dev.davit.command.shared.InParallel;
import dev.davit.command.shared.InParallel.Pending;
import dev.davit.config.ConfigException;
import dev.davit.engine.Engine;
import dev.davit.engine.EngineSystem;
import dev.davit.engine.http.Timeouts;
import dev.davit.engine.model.EngineInfo;
import dev.davit.resource.ContextColumns.Line;
import dev.davit.resource.ContextColumns.Status;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Asks the engines of contexts which of them respond, and how fast. */
final class EngineStatus {
  private EngineStatus() {}

  /** Returns the lines with the state of each engine, all of which are asked at the same time. */
  static List<Line> of(CommandContext in, List<Line> contexts) throws IOException {
    Timeouts limits = ContextsFlags.limits(in, true);
    List<Pending<Status>> answers =
        InParallel.startAll(
            contexts.stream().map(Line::name).toList(), name -> of(in, name, limits));
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < contexts.size(); i++) {
      lines.add(contexts.get(i).with(answers.get(i).get()));
    }
    return lines;
  }

  private static Status of(CommandContext in, String context, Timeouts limits) {
    try (Engine engine = in.engineOf(context, limits)) {
      EngineSystem system = engine.system();
      EngineInfo info = system.info();
      long begin = System.nanoTime();
      system.ping(); // not the first request, whose time includes connecting
      double milliseconds = Math.round((System.nanoTime() - begin) / 1e3) / 1e3;
      return new Status("", info.serverVersion(), milliseconds, info.containersRunning());
    } catch (IOException | ConfigException e) {
      return new Status(String.valueOf(e.getMessage()), null, null, null);
    }
  }
}
