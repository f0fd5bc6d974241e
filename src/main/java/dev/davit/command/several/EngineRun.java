package dev.davit.command.several;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.davit.output.JointOutput;
import dev.davit.terminal.Streams;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The run of a command on one of several engines, with the output that is held back. */
final class EngineRun implements JointOutput {
  private final JointRun all;
  private final String context;
  private final Manner manner;
  private final JointPrinter printer;
  private final List<Held> held = new ArrayList<>();
  private final List<Held> heldErrors = new ArrayList<>();
  private final WholeLines out;
  private final WholeLines err;
  private final WholeLines ownOut = new WholeLines(lines -> take("", lines));
  private final WholeLines ownErr = new WholeLines(lines -> takeErrors("", lines));
  private final boolean terminal;
  private final List<CharSequence> tables = new CopyOnWriteArrayList<>();
  private volatile @Nullable CharSequence liveRows;
  private volatile String lastErrors = "";
  private byte @Nullable [] array;
  private int exitCode;

  /**
   * Creates a run.
   *
   * @param mark the text before each line of output
   * @param manner whether lines are printed as they come, otherwise by {@link #release}
   * @param terminal whether the run prints as for a terminal
   */
  EngineRun(
      JointRun all,
      String context,
      String mark,
      Manner manner,
      boolean terminal,
      JointPrinter printer) {
    this.all = all;
    this.context = context;
    this.manner = manner;
    this.printer = printer;
    this.terminal = terminal;
    this.out = new WholeLines(lines -> take(mark, lines));
    this.err = new WholeLines(lines -> takeErrors(context + ": ", lines));
  }

  /** Lines of output with the text before each. */
  private static final class Held {
    private final String before;
    private final byte[] lines;

    Held(String before, byte[] lines) {
      this.before = before;
      this.lines = lines;
    }
  }

  /** The streams of the run, whose lines get the context. */
  Streams markedStreams() {
    return Streams.of(out, err, terminal);
  }

  @Override
  public Streams streams() {
    return Streams.of(ownOut, ownErr, terminal);
  }

  private void take(String before, byte[] lines) throws IOException {
    if (!manner.isLive()) {
      held.add(new Held(before, lines));
      return;
    }
    awaitTurn();
    try {
      printer.print(context, before, lines);
    } catch (IOException e) {
      all.failOutput(e);
      throw e;
    }
  }

  private void takeErrors(String before, byte[] lines) throws IOException {
    if (all.hasFailedOutput()) {
      return; // the failure is reported once, for all
    }
    if (manner.isLive()) {
      awaitTurn();
      lastErrors = before + new String(lines, UTF_8);
      printer.error(before, lines);
    } else {
      heldErrors.add(new Held(before, lines));
    }
  }

  private void awaitTurn() {
    if (manner == Manner.IN_TURN) {
      all.awaitTurn(this);
    }
  }

  /** Ends the run. */
  void end(int code) throws IOException {
    exitCode = code;
    liveRows = null;
    for (WholeLines each : List.of(out, err, ownOut, ownErr)) {
      each.end();
    }
  }

  /** Prints the lines that were held back; the run has ended. */
  void release() throws IOException {
    for (Held each : held) {
      printer.print(context, each.before, each.lines);
    }
    for (Held each : heldErrors) {
      printer.error(each.before, each.lines);
    }
  }

  int exitCode() {
    return exitCode;
  }

  /** The rows of this engine in the tables of all. */
  Stream<JointTable.Part> parts() {
    return tables.stream().map(lines -> new JointTable.Part(context, lines));
  }

  /** The rows of this engine in the table that is shown repeatedly. */
  Stream<JointTable.Part> liveParts() {
    return Stream.ofNullable(liveRows).map(lines -> new JointTable.Part(context, lines));
  }

  /** The last errors, which a table that is shown repeatedly hides. */
  String lastErrors() {
    return lastErrors;
  }

  /** Removes the rows, which were shown. */
  void clear() {
    tables.clear();
  }

  /** The JSON array that the run has printed; null without one. */
  byte @Nullable [] array() {
    return array;
  }

  @Override
  public String context() {
    return context;
  }

  @Override
  public void table(CharSequence lines) {
    tables.add(lines);
  }

  @Override
  public void liveTable(CharSequence lines) throws IOException {
    liveRows = lines;
    all.show();
  }

  @Override
  public void names(CharSequence lines) throws IOException {
    take(context + '/', lines.toString().getBytes(UTF_8));
  }

  @Override
  public void array(byte[] json) {
    array = json;
  }

  @Override
  public boolean canAsk() {
    return all.canAsk();
  }

  @Override
  public boolean isConfirmed(String question, @Nullable CharSequence table) {
    if (table != null) {
      tables.add(table);
    }
    return all.isConfirmed(question);
  }
}
