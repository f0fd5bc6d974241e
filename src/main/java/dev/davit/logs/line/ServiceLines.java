package dev.davit.logs.line;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Combines the messages of a service's log to lines; those of several tasks may be mixed. */
public final class ServiceLines {
  private final Map<String, FrameLines> streams = new HashMap<>();
  private final List<LogLine> complete = new ArrayList<>();

  /** Adds a message; returns the lines that are complete now, all of its task. */
  public List<LogLine> add(ServiceMessage message) {
    streams
        .computeIfAbsent(
            (message.stderr() ? "2" : "1") + message.task(),
            key -> new FrameLines(message.stderr(), true, complete::add))
        .add(message.bytes, message.begin, message.bytes.length, true);
    return taken();
  }

  /** Ends the lines of a task that have no newline; returns them. */
  public List<LogLine> end(String task) {
    for (String stream : List.of("1", "2")) {
      FrameLines lines = streams.remove(stream + task);
      if (lines != null) {
        lines.end();
      }
    }
    return taken();
  }

  /** The tasks with messages. */
  public List<String> tasks() {
    return streams.keySet().stream().map(key -> key.substring(1)).distinct().toList();
  }

  private List<LogLine> taken() {
    List<LogLine> lines = List.copyOf(complete);
    complete.clear();
    return lines;
  }
}
