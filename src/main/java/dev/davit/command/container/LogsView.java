package dev.davit.command.container;

import dev.davit.cli.CommandContext;
import dev.davit.logs.line.LinePattern;
import dev.davit.logs.view.LogView;
import dev.davit.logs.view.Prefix;
import dev.davit.terminal.Coloring;
import dev.davit.terminal.Streams;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The appearance of lines that the flags of {@code logs} request. */
public final class LogsView {
  private LogsView() {}

  /**
   * How lines are shown.
   *
   * @param host the engine's context; empty for one engine
   * @param several whether the lines can be of several containers
   */
  public static LogView of(CommandContext in, Streams streams, String host, boolean several) {
    Coloring color = Objects.requireNonNullElse(in.get(LogsFlags.COLOR), Coloring.AUTO);
    Prefix prefix = Objects.requireNonNullElse(in.get(LogsFlags.PREFIX), Prefix.AUTO);
    List<LinePattern> highlighted = new ArrayList<>(in.get(LogsFlags.HIGHLIGHT));
    highlighted.addAll(in.get(LogsFlags.GREP));
    boolean out = streams.outIsTerminal();
    boolean err = streams.errIsTerminal();
    return new LogView(
        host,
        prefix != Prefix.AUTO ? prefix : several ? Prefix.NAME : Prefix.NONE,
        new LogView.Device(out, color.on(out, in.app().env())),
        new LogView.Device(err, color.on(err, in.app().env())),
        in.get(LogsFlags.TIMESTAMPS),
        LogsFlags.zoneOfLines(in),
        in.app().clock(),
        in.get(LogsFlags.JSON),
        highlighted);
  }
}
