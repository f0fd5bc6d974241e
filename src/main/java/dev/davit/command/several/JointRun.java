package dev.davit.command.several;

import dev.davit.cli.Command;
import dev.davit.cli.CommandContext;
import dev.davit.cli.CommandException;
import dev.davit.cli.ExitCode;
import dev.davit.cli.flags.FlagValues;
import dev.davit.command.shared.OutputFlags;
import dev.davit.engine.http.Timeouts;
import dev.davit.output.OutputFormat;
import dev.davit.output.OutputSchema;
import dev.davit.terminal.Confirmation;
import dev.davit.terminal.LiveText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The runs of a command on several engines at the same time. The failure of one leaves the others
 * as they are; the exit code is the highest of all.
 */
final class JointRun {
  private final CommandContext in;
  private final Command command;
  private final Manner manner;
  private final JointPrinter printer;
  private final LiveText screen;
  private final List<EngineRun> runs = new ArrayList<>();
  private final Set<EngineRun> running = new LinkedHashSet<>();
  private String question = "";
  private int asking;
  private @Nullable IOException outputFailure;
  private @Nullable Boolean answer;

  JointRun(CommandContext in, Command command, Manner manner) {
    this.in = in;
    this.command = command;
    this.manner = manner;
    this.printer = new JointPrinter(in.streams(), in.get(OutputFlags.OUTPUT));
    this.screen = new LiveText(in.streams());
  }

  /**
   * Runs the command; returns the exit code.
   *
   * @param arguments the arguments for each context
   */
  int run(Map<String, List<String>> arguments) throws IOException {
    Timeouts limits = ContextsFlags.limits(in, manner.answersInTime());
    CommandContext each = withLines();
    boolean terminal = manner.answersInTime() && in.streams().outIsTerminal();
    for (String context : arguments.keySet()) {
      String name = context.isEmpty() ? in.contextName() : context;
      boolean asTyped = context.isEmpty() && manner == Manner.NAME;
      String mark = asTyped ? "" : name + manner.separator();
      EngineRun run = new EngineRun(this, name, mark, manner, terminal, printer);
      runs.add(run);
      running.add(run);
    }
    int place = 0;
    for (Map.Entry<String, List<String>> one : arguments.entrySet()) {
      EngineRun run = runs.get(place++);
      CommandContext there = each.withArgs(one.getValue());
      Thread.ofPlatform()
          .daemon()
          .name("engine")
          .start(() -> run(run, there, one.getKey(), limits));
    }
    int exitCode = ExitCode.SUCCESS;
    for (EngineRun run : runs) {
      await(run);
      run.release();
      exitCode = Math.max(exitCode, run.exitCode());
    }
    printTogether();
    printer.end();
    if (Boolean.FALSE.equals(answer) && exitCode != ExitCode.SUCCESS) {
      throw new CommandException("canceled", exitCode);
    }
    return exitCode;
  }

  /** The command with objects as lines, which are converted to the format of all. */
  private CommandContext withLines() {
    if (in.get(OutputFlags.OUTPUT) == null) {
      return in;
    }
    OutputSchema<?> schema = command.output();
    if (schema != null && schema.fields().isEmpty()) {
      OutputFlags.ofObjects(in); // refuses csv and tsv
    }
    FlagValues flags = in.flags().copy();
    flags.set(OutputFlags.OUTPUT, OutputFormat.JSONL);
    return in.withFlags(flags);
  }

  private void run(EngineRun run, CommandContext there, String context, Timeouts limits) {
    try {
      run.end(there.runOn(context, command, run.markedStreams(), limits, run));
    } catch (IOException e) {
      failOutput(e);
    } finally {
      synchronized (this) {
        running.remove(run);
        notifyAll();
      }
    }
  }

  /** Waits for the end of a run; asks the question of all that still run when they wait for it. */
  private synchronized void await(EngineRun run) throws IOException {
    try {
      while (running.contains(run) && outputFailure == null) {
        if (answer == null && asking == running.size()) {
          answer = ask();
          notifyAll();
        } else {
          wait();
        }
      }
      if (outputFailure != null) {
        throw outputFailure;
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Waits until all runs before this one have ended. */
  synchronized void awaitTurn(EngineRun run) {
    try {
      while (outputFailure == null
          && runs.subList(0, runs.indexOf(run)).stream().anyMatch(running::contains)) {
        wait();
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Ends all runs, as their output cannot be written. */
  synchronized void failOutput(IOException failure) {
    outputFailure = failure;
    notifyAll();
  }

  synchronized boolean hasFailedOutput() {
    return outputFailure != null;
  }

  boolean canAsk() {
    return in.streams().areTerminals();
  }

  private boolean ask() throws IOException {
    printTable();
    runs.forEach(EngineRun::clear);
    return Confirmation.isGiven(in.streams(), question, in.streams().out());
  }

  /** Waits for the answer to the question of all; see {@link EngineRun#isConfirmed}. */
  synchronized boolean isConfirmed(String asked) {
    question = question.isEmpty() ? asked : question;
    asking++;
    notifyAll();
    try {
      while (answer == null) {
        wait();
      }
      return answer;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Shows the rows of all engines again. */
  synchronized void show() throws IOException {
    String table = JointTable.of(runs.stream().flatMap(EngineRun::liveParts).toList());
    String errors = runs.stream().map(EngineRun::lastErrors).collect(Collectors.joining());
    screen.show(in.streams().outIsTerminal() ? table + errors : table);
  }

  private void printTable() throws IOException {
    printer.print(JointTable.of(runs.stream().flatMap(EngineRun::parts).toList()));
  }

  /** Prints the table or the array that all runs have a part of. */
  private void printTogether() throws IOException {
    printTable();
    printer.print(
        JointArray.of(runs.stream().flatMap(run -> Stream.ofNullable(run.array())).toList()));
  }
}
