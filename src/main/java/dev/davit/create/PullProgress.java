package dev.davit.create;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.davit.engine.http.JsonStream;
import dev.davit.engine.model.ImagePullMessage;
import dev.davit.engine.model.ImagePullMessage.Progress;
import dev.davit.format.Units;
import dev.davit.terminal.LiveLines;
import dev.davit.terminal.Streams;
import dev.davit.text.ControlBytes;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Prints the progress of a pull: on a terminal a line for each layer, updated in place; otherwise a
 * line for each change of state. Mirrors moby's pkg/jsonmessage.
 */
final class PullProgress {
  private static final int BAR = 50;
  private static final int BAR_NEEDS = 110;
  private static final int NUMBER_WIDTH = 8;

  private final Streams streams;
  private final boolean terminal;
  private final int columns;
  private final List<String> layers = new ArrayList<>();
  private @Nullable LiveLines lines;

  private PullProgress(Streams streams) {
    this.streams = streams;
    this.terminal = streams.errIsTerminal();
    this.columns = streams.errSize().columns();
  }

  /**
   * Prints messages until the stream ends.
   *
   * @throws IOException with the registry's message if the pull fails
   */
  static void show(JsonStream<ImagePullMessage> messages, Streams streams) throws IOException {
    PullProgress progress = new PullProgress(streams);
    for (ImagePullMessage next = messages.next(); next != null; next = messages.next()) {
      failOn(next);
      progress.add(next);
    }
  }

  /**
   * Reads messages until the stream ends, and prints none.
   *
   * @throws IOException with the registry's message if the pull fails
   */
  static void wait(JsonStream<ImagePullMessage> messages) throws IOException {
    for (ImagePullMessage next = messages.next(); next != null; next = messages.next()) {
      failOn(next);
    }
  }

  private static void failOn(ImagePullMessage message) throws IOException {
    String failure = message.failure();
    if (failure != null) {
      throw new IOException(failure);
    }
  }

  private void add(ImagePullMessage message) throws IOException {
    String id = message.id() == null ? "" : message.id();
    String bar = bar(message.progressDetail());
    if (!terminal && !bar.isEmpty()) {
      return;
    }
    String status = message.status() == null ? "" : message.status();
    String line = (id.isEmpty() ? "" : id + ": ") + status + (bar.isEmpty() ? "" : ' ' + bar);
    // without progressDetail the line is not a layer's state: "latest: Pulling from …"
    if (terminal && !id.isEmpty() && message.progressDetail() != null) {
      redraw(id, printable(line));
    } else {
      streams.err().write((printable(line) + '\n').getBytes(UTF_8));
      // lines above the new one are not updated any more
      layers.clear();
      lines = null;
    }
  }

  private void redraw(String id, String line) throws IOException {
    if (lines == null) {
      lines = LiveLines.onError(streams);
    }
    if (!layers.contains(id)) {
      layers.add(id);
    }
    lines.set(layers.indexOf(id), line);
  }

  /** Returns the progress bar, on wide terminals only, and the sizes. */
  private String bar(@Nullable Progress progress) {
    if (progress == null || progress.current() <= 0 && progress.total() <= 0) {
      return "";
    }
    String current = Units.decimal(progress.current(), 4);
    String numbers = " ".repeat(Math.max(0, NUMBER_WIDTH - current.length())) + current;
    if (progress.total() <= 0) {
      return numbers;
    }
    StringBuilder bar = new StringBuilder();
    if (columns > BAR_NEEDS) {
      int done = (int) Math.min(BAR, progress.current() * 100 / progress.total() / 2);
      bar.append('[').repeat('=', done).append('>').repeat(' ', BAR - done).append("] ");
    }
    bar.append(numbers);
    return progress.current() > progress.total()
        ? bar.toString()
        : bar.append('/').append(Units.decimal(progress.total(), 4)).toString();
  }

  /** Replaces control characters, as text of a registry must not control the terminal. */
  private String printable(String line) {
    return terminal ? ControlBytes.replaced(line) : line;
  }
}
