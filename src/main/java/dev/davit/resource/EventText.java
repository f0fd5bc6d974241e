package dev.davit.resource;

import dev.davit.engine.model.EngineEvent;
import dev.davit.gotypes.LocalZone;
import java.util.Map;
import java.util.TreeMap;

/** The lines of {@code events} without a format. Mirrors cli/command/system/events.go. */
public final class EventText {
  private static final long SECOND = 1_000_000_000;

  private final LocalZone zone;

  /** Prints times in a time zone. */
  public EventText(LocalZone zone) {
    this.zone = zone;
  }

  /** Returns the line of an event, with its line feed: time, type, action, ID and attributes. */
  public CharSequence line(EngineEvent event) {
    StringBuilder line = new StringBuilder(256);
    if (event.timeNano() != 0) {
      line.append(time(Math.floorDiv(event.timeNano(), SECOND), event.timeNano())).append(' ');
    } else if (event.time() != 0) {
      line.append(time(CreationTime.limited(event.time()), 0)).append(' ');
    }
    line.append(event.type()).append(' ').append(event.action()).append(' ');
    line.append(event.actor().id());
    Map<String, String> attributes = event.actor().attributes();
    if (attributes != null && !attributes.isEmpty()) {
      String separator = " (";
      for (Map.Entry<String, String> each : new TreeMap<>(attributes).entrySet()) {
        line.append(separator).append(each.getKey()).append('=').append(each.getValue());
        separator = ", ";
      }
      line.append(')');
    }
    return line.append('\n');
  }

  private String time(long second, long nanos) {
    return zone.showRfc3339(second, (int) Math.floorMod(nanos, SECOND));
  }
}
