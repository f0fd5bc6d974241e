package dev.davit.logs.view;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.davit.logs.line.LogLine;
import dev.davit.terminal.TextStyle;
import dev.davit.text.ControlBytes;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Prints the lines of all containers, each whole, from any thread. */
public final class LinePrinter {
  private static final int SHORT_ID = 12;

  private final LogView view;
  private final LogOutput output;
  private final Stamps stamps;
  private final @Nullable Highlighter highlighter;
  private final Map<String, TextStyle> styles = new HashMap<>();
  private final Bytes shown = new Bytes();
  private int width;

  /** The container of which a long line is printed, in each stream. */
  private final @Nullable LogOrigin[] open = new @Nullable LogOrigin[2];

  public LinePrinter(LogView view, LogOutput output) {
    this.view = view;
    this.output = output;
    this.stamps = new Stamps(view.timestamps(), view.zone(), view.clock());
    boolean colored = view.out().colored() || view.err().colored();
    this.highlighter =
        colored && !view.highlighted().isEmpty()
            ? new Highlighter(view.highlighted(), TextStyle.ofMatch())
            : null;
  }

  /** Makes room for the names of containers, so that all lines begin in the same column. */
  public synchronized void align(List<? extends LogOrigin> containers) {
    for (LogOrigin container : containers) {
      width = Math.max(width, name(container).length());
    }
  }

  /** Prints a line, or a piece of one. */
  public synchronized void print(LogOrigin from, LogLine line) throws IOException {
    boolean stderr = line.stderr();
    boolean goesOn = !line.begins() && from.equals(open[stream(stderr)]);
    if (!goesOn) {
      endOpenLines(stderr);
    }
    shown.reset();
    if (line.afterGap()) {
      addPrefix(from, stderr);
      shown.add("--\n");
    }
    if (!goesOn) {
      addPrefix(from, stderr);
      shown.add(stamps.before(line.time()));
    }
    addText(from, line);
    if (line.ends()) {
      shown.add('\n');
    }
    open[stream(stderr)] = line.ends() ? null : from;
    output.add(stderr, shown);
  }

  /** Prints why a log cannot be read, with the container's name if lines have prefixes, too. */
  public void failure(String container, String reason) throws IOException {
    error(view.prefix() == Prefix.NONE ? reason : container + ": " + reason);
  }

  /** Prints a notice about a container to standard error. */
  public synchronized void notice(String text) throws IOException {
    error("--- " + text + " ---");
  }

  /** Prints a line of davit's own to standard error, in its order with all others. */
  public synchronized void error(String text) throws IOException {
    endOpenLines(true);
    shown.reset();
    String message = view.host().isEmpty() ? text : view.host() + ": " + text;
    String safe = view.err().terminal() ? ControlBytes.shown(message) : message;
    output.add(true, shown.add(safe).add('\n'));
  }

  /** Ends long lines of which more pieces were expected, where another line is printed next. */
  private void endOpenLines(boolean stderr) throws IOException {
    endOpenLine(stderr);
    if (view.out().terminal() && view.err().terminal()) {
      endOpenLine(!stderr);
    }
  }

  private void endOpenLine(boolean stderr) throws IOException {
    if (open[stream(stderr)] != null) {
      open[stream(stderr)] = null;
      shown.reset();
      output.add(stderr, shown.add('\n'));
    }
  }

  private static int stream(boolean stderr) {
    return stderr ? 1 : 0;
  }

  private LogView.Device device(boolean stderr) {
    return stderr ? view.err() : view.out();
  }

  private String name(LogOrigin container) {
    String id = container.id();
    String name =
        view.prefix() == Prefix.ID
            ? id.substring(0, Math.min(SHORT_ID, id.length()))
            : ControlBytes.replaced(container.name());
    return view.host().isEmpty() ? name : view.host() + '/' + name;
  }

  private void addPrefix(LogOrigin container, boolean stderr) {
    if (view.prefix() == Prefix.NONE) {
      return;
    }
    String name = name(container);
    TextStyle style =
        device(stderr).colored()
            ? styles.computeIfAbsent(container.name(), TextStyle::ofName)
            : TextStyle.PLAIN;
    shown.add(style.begin()).add(name);
    for (int i = name.length(); i < width; i++) {
      shown.add(' ');
    }
    shown.add(" |").add(style.end()).add(' ');
  }

  private void addText(LogOrigin from, LogLine line) {
    LogView.Device device = device(line.stderr());
    byte[] text = line.text();
    if (view.json() != null && line.isWhole()) {
      text = view.json().of(text);
    }
    boolean prefixed = view.prefix() != Prefix.NONE;
    boolean setsColors = prefixed && device.colored() && ControlSequences.setColors(text);
    if (prefixed && device.terminal()) {
      text = ControlSequences.shown(text);
    }
    if (highlighter != null && device.colored()) {
      text = highlighter.of(text);
    }
    if (prefixed && view.json() != null) {
      addLines(from, line.stderr(), text);
    } else {
      shown.add(text);
    }
    if (setsColors) {
      shown.add(ControlSequences.RESET);
    }
  }

  private void addLines(LogOrigin from, boolean stderr, byte[] text) {
    boolean first = true;
    for (String each : new String(text, UTF_8).split("\n", -1)) {
      if (!first) {
        shown.add('\n');
        addPrefix(from, stderr);
      }
      first = false;
      shown.add(each);
    }
  }
}
