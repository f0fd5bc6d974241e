package dev.davit.logs;

import dev.davit.engine.model.ContainerDetails;
import dev.davit.logs.line.LineFilter;
import dev.davit.logs.line.LineRules;
import dev.davit.logs.view.LogOrigin;

/** A container whose log is shown: how far it was read, and which of its lines are shown. */
public final class LogContainer implements LogOrigin {
  private final String name;
  private final LineFilter filter;
  private final ContainerDetails inspected;
  private String id;
  private boolean tty;
  private LogPosition position = new LogPosition();
  private LogPeriod period = LogPeriod.ALL;

  public LogContainer(ContainerDetails details, LineRules rules) {
    this.name = nameOf(details);
    this.filter = new LineFilter(rules);
    this.inspected = details;
    this.id = details.id();
    this.tty = details.config().tty();
  }

  /** Returns a container's name without the slash of the API; its ID if it has no name. */
  static String nameOf(ContainerDetails details) {
    String name = details.plainName();
    return name.isEmpty() ? details.id() : name;
  }

  /** Limits what is shown to a period. */
  public void limit(LogPeriod limits) {
    period = limits;
  }

  @Override
  public String name() {
    return name;
  }

  /** The container as it was when its log was first requested. */
  ContainerDetails inspected() {
    return inspected;
  }

  @Override
  public String id() {
    return id;
  }

  boolean isTty() {
    return tty;
  }

  /** The number of lines that matched. */
  public long matches() {
    return filter.matches();
  }

  LineFilter filter() {
    return filter;
  }

  LogPosition position() {
    return position;
  }

  LogPeriod period() {
    return period;
  }

  /**
   * Continues with another container of the same name.
   *
   * @param limits the period that is shown of its log
   */
  void replace(ContainerDetails details, LogPeriod limits) {
    id = details.id();
    tty = details.config().tty();
    position = new LogPosition();
    period = limits;
  }
}
