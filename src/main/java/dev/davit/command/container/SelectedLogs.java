package dev.davit.command.container;

import dev.davit.cli.CommandContext;
import dev.davit.cli.ExitCode;
import dev.davit.command.selection.ContainerSelection;
import dev.davit.command.selection.Selected;
import dev.davit.command.selection.SelectionFlags;
import dev.davit.command.shared.InParallel;
import dev.davit.command.shared.InParallel.Pending;
import dev.davit.engine.Containers;
import dev.davit.engine.Containers.ListOptions;
import dev.davit.engine.http.EngineException;
import dev.davit.engine.model.ContainerDetails;
import dev.davit.engine.model.ContainerSummary;
import dev.davit.logs.FollowMode;
import dev.davit.logs.LogContainer;
import dev.davit.logs.LogFollower;
import dev.davit.logs.LogQuery;
import dev.davit.logs.LogRuns;
import dev.davit.logs.LogSession;
import dev.davit.logs.line.LineRules;
import dev.davit.logs.view.LinePrinter;
import dev.davit.logs.view.LogOutput;
import dev.davit.opts.NameGlob;
import dev.davit.output.JointOutput;
import dev.davit.select.ContainerFilter;
import dev.davit.select.ContainerIndex;
import dev.davit.terminal.Streams;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The logs of the containers that a command line selects, line by line. */
final class SelectedLogs {
  private final CommandContext in;
  private final Containers containers;
  private final LogRuns runs;
  private final LineRules rules;
  private final LogQuery query;
  private final FollowMode follow;
  private final String host;
  private final Streams streams;
  private final List<String> failures = new ArrayList<>();

  SelectedLogs(CommandContext in) {
    this.in = in;
    this.containers = in.engine().containers();
    this.runs = new LogRuns(in.engine().system());
    this.rules = LogsFlags.rules(in);
    this.query = LogsFlags.query(in, rules);
    this.follow = LogsFlags.follow(in);
    JointOutput joint = in.joint();
    this.host = joint == null ? "" : joint.context();
    this.streams = joint == null ? in.streams() : joint.streams();
  }

  /** Prints the logs; returns the exit code. */
  int print() throws IOException {
    try (LogOutput output = new LogOutput(streams)) {
      LinePrinter printer = new LinePrinter(LogsView.of(in, streams, host, canBeSeveral()), output);
      LogSession session = new LogSession(containers, query, printer);
      LogFollower follower =
          new LogFollower(session, containers, runs, this::join, follow == FollowMode.NAME);
      if (follow != FollowMode.NO && othersCanJoin()) {
        follower.subscribe(in.engine().system()); // before the list, so that no start is lost
      }
      List<LogContainer> logs = containers(printer);
      for (String failure : failures) {
        printer.error(failure);
      }
      List<LogContainer> readable = session.printHistory(logs);
      if (follow != FollowMode.NO) {
        readable.forEach(follower::add);
        follower.await();
      }
      return exitCode(logs, session.hasFailed() || !failures.isEmpty());
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private int exitCode(List<LogContainer> logs, boolean failed) {
    boolean noMatch =
        follow == FollowMode.NO
            && rules.choose()
            && logs.stream().allMatch(each -> each.matches() == 0);
    return noMatch || failed ? ExitCode.FAILURE : ExitCode.SUCCESS;
  }

  private boolean canBeSeveral() {
    return !host.isEmpty()
        || in.args().size() > 1
        || in.get(SelectionFlags.ALL)
        || !in.get(SelectionFlags.FILTER).isEmpty()
        || in.args().stream().anyMatch(NameGlob::isPattern);
  }

  /** Whether containers that are started later can be selected, too. */
  private boolean othersCanJoin() {
    boolean newest = in.get(SelectionFlags.LATEST) || in.args().contains(ContainerIndex.LAST);
    return follow == FollowMode.NAME
        || !newest && (in.args().isEmpty() || in.args().stream().anyMatch(NameGlob::isPattern));
  }

  private List<LogContainer> containers(LinePrinter printer) throws IOException {
    List<String> selected =
        ContainerSelection.of(in).stream().map(Selected::argument).distinct().toList();
    Map<String, LogContainer> found = new LinkedHashMap<>();
    for (Pending<ContainerDetails> each : InParallel.start(selected, containers::inspect)) {
      try {
        LogContainer container = container(each.get());
        found.putIfAbsent(each.get().id(), container);
      } catch (IOException e) {
        if (follow == FollowMode.NAME && isMissing(e)) {
          printer.notice(each.target() + " does not exist");
        } else {
          failures.add(String.valueOf(e.getMessage()));
        }
      }
    }
    return List.copyOf(found.values());
  }

  private static boolean isMissing(IOException e) {
    return e instanceof EngineException failure && failure.isNotFound();
  }

  private LogContainer container(ContainerDetails details) throws IOException {
    LogContainer container = new LogContainer(details, rules);
    Integer run = in.get(LogsFlags.RUN);
    if (run != null) {
      container.limit(runs.of(details, run));
    }
    return container;
  }

  /** Returns a container that was started, if the command line selects it; otherwise null. */
  private @Nullable LogContainer join(String id, String name) throws IOException {
    boolean any = in.args().isEmpty() && !in.get(SelectionFlags.LATEST);
    if (!any && in.args().stream().noneMatch(word -> canSelect(word, name))) {
      return null;
    }
    List<String> filters = new ArrayList<>(in.get(SelectionFlags.FILTER));
    filters.add("id=" + id);
    ContainerFilter filter = ContainerFilter.ofSelection(filters, in.app().clock().instant());
    ListOptions options = new ListOptions(true, 0, filter.needsSize(), filter.json());
    List<ContainerSummary> matching =
        ContainerSelection.matching(in, filter, containers.list(options));
    if (matching.stream().noneMatch(each -> each.id().equals(id))) {
      return null;
    }
    return new LogContainer(containers.inspect(id), rules);
  }

  private static boolean canSelect(String word, String name) {
    return word.equals(name) || NameGlob.isPattern(word) && NameGlob.parse(word).matches(name);
  }
}
