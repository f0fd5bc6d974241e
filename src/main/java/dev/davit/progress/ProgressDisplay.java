package dev.davit.progress;

import dev.davit.engine.http.JsonStream;
import dev.davit.engine.model.ProgressMessage;
import dev.davit.gotypes.LocalZone;
import dev.davit.terminal.LiveLine;
import dev.davit.terminal.LiveLines;
import dev.davit.terminal.Printer;
import dev.davit.text.ControlBytes;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Shows the messages of a request with progress. On a terminal each layer has a line, which is
 * updated in place; otherwise each change of state is a line. Mirrors moby's pkg/jsonmessage.
 */
public final class ProgressDisplay {
  private final @Nullable Printer output;
  private final InstantSource clock;
  private final Consumer<Object> aux;
  private final boolean onlyLines;
  private final List<String> layers = new ArrayList<>();
  private @Nullable LiveLines lines;
  private @Nullable LiveLine single;

  private ProgressDisplay(
      @Nullable Printer output, InstantSource clock, Consumer<Object> aux, boolean onlyLines) {
    this.output = output;
    this.clock = clock;
    this.aux = aux;
    this.onlyLines = onlyLines;
  }

  /**
   * Creates a display.
   *
   * @param output the stream to print to; null to print nothing
   * @param clock the clock for the estimated rest of the time
   */
  public static ProgressDisplay on(@Nullable Printer output, InstantSource clock) {
    return new ProgressDisplay(output, clock, data -> {}, false);
  }

  /**
   * Returns a display that passes data for the client on.
   *
   * @param receiver receives the value of each {@code aux}, such as a map
   */
  public ProgressDisplay withAux(Consumer<Object> receiver) {
    return new ProgressDisplay(output, clock, receiver, onlyLines);
  }

  /**
   * Returns a display of a build, which prints lines on a terminal, too: control characters that
   * its containers write reach the terminal, and nothing is updated in place.
   */
  public ProgressDisplay ofLines() {
    return new ProgressDisplay(output, clock, aux, true);
  }

  /**
   * Shows messages until the stream ends.
   *
   * @throws IOException with the engine's message if the request fails
   */
  public void show(JsonStream<ProgressMessage> messages) throws IOException {
    try {
      for (ProgressMessage next = messages.next(); next != null; next = messages.next()) {
        take(next);
      }
    } finally {
      endSingle();
    }
  }

  private void take(ProgressMessage message) throws IOException {
    if (message.aux() != null) {
      aux.accept(message.aux());
      return;
    }
    String failure = message.failure();
    if (failure != null) {
      throw new FailedRequest(failure, message.exitCode());
    }
    if (output != null) {
      add(output, message);
    }
  }

  private void add(Printer shown, ProgressMessage message) throws IOException {
    boolean updates = message.progressDetail() != null || !orEmpty(message.progress()).isEmpty();
    if (onlyLines || !shown.isTerminal()) {
      if (ProgressBar.isEmpty(message.progressDetail())) {
        addLine(shown, message);
      }
    } else if (!orEmpty(message.stream()).isEmpty()) {
      endUpdates();
      shown.printSent(label(message) + message.stream());
    } else if (updates) {
      redraw(shown, message);
    } else {
      // lines above the new one are not updated any more
      endUpdates();
      shown.print(ControlBytes.replaced(label(message) + orEmpty(message.status())) + '\n');
    }
  }

  private static void addLine(Printer shown, ProgressMessage message) throws IOException {
    String text = label(message) + change(message);
    if (orEmpty(message.stream()).isEmpty()) {
      shown.printSent(text);
    } else {
      shown.print(text);
    }
  }

  /** Returns what the message is about, in front of the state. */
  private static String label(ProgressMessage message) {
    String id = orEmpty(message.id());
    String from = orEmpty(message.from());
    return time(message)
        + (id.isEmpty() ? "" : id + ": ")
        + (from.isEmpty() ? "" : "(from " + from + ") ");
  }

  private static String time(ProgressMessage message) {
    if (message.timeNano() == 0 && message.time() == 0) {
      return "";
    }
    Instant time =
        message.timeNano() == 0
            ? Instant.ofEpochSecond(message.time())
            : Instant.ofEpochSecond(0, message.timeNano());
    int offset = LocalZone.current().at(time.getEpochSecond()).offset();
    OffsetDateTime local = time.atOffset(ZoneOffset.ofTotalSeconds(offset));
    return DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSSSSXXX ", Locale.ROOT)
        .format(local);
  }

  /** Returns the state for a stream that is not a terminal. */
  private static String change(ProgressMessage message) {
    String status = orEmpty(message.status());
    String old = orEmpty(message.progress());
    if (!old.isEmpty() && message.progressDetail() == null) {
      return status + ' ' + old;
    }
    String stream = orEmpty(message.stream());
    return stream.isEmpty() ? status + '\n' : stream;
  }

  private void redraw(Printer shown, ProgressMessage message) throws IOException {
    String bar =
        message.progressDetail() == null
            ? orEmpty(message.progress())
            : ProgressBar.text(message.progressDetail(), shown.columns(), clock);
    String text = label(message) + orEmpty(message.status()) + (bar.isEmpty() ? "" : ' ' + bar);
    String line = ControlBytes.replaced(text);
    String id = orEmpty(message.id());
    if (id.isEmpty()) {
      endLayers();
      single = single == null ? LiveLine.on(shown) : single;
      single.show(line);
      return;
    }
    endSingle();
    if (lines == null) {
      lines = LiveLines.on(shown);
    }
    if (!layers.contains(id)) {
      layers.add(id);
    }
    lines.set(layers.indexOf(id), line);
  }

  private void endUpdates() throws IOException {
    endLayers();
    endSingle();
  }

  private void endLayers() {
    layers.clear();
    lines = null;
  }

  /** Clears the line without an ID, as the text after it is shown in its place. */
  private void endSingle() throws IOException {
    if (single != null) {
      single.show("");
      single = null;
    }
  }

  private static String orEmpty(@Nullable String text) {
    return Objects.requireNonNullElse(text, "");
  }
}
