package dev.davit.audit;

import dev.davit.engine.http.RequestAudit;
import dev.davit.io.Cleanup;
import dev.davit.io.WorkingDirectory;
import dev.davit.output.JsonValues;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Records each request of a command that changes the state of the engine. The lines are written
 * when the command ends, as they have its exit code, or when a signal ends the process, with null
 * as exit code. Queries and bodies, which may have secrets, are not recorded.
 */
public final class AuditLog implements RequestAudit {
  private final AuditTarget target;
  private final InstantSource clock;
  private final String verb;
  private final Supplier<String> context;
  private final List<Entry> entries = new ArrayList<>();
  private @Nullable Cleanup ifSignaled;

  /** A request that has ended; {@code status} is null if there was no response. */
  private record Entry(
      Instant time,
      String context,
      String verb,
      String request,
      List<String> ids,
      @Nullable Integer status) {
    private String line(@Nullable Integer exitCode) {
      Map<String, @Nullable Object> fields = new LinkedHashMap<>();
      fields.put("time", time.toString());
      fields.put("context", context);
      fields.put("verb", verb);
      fields.put("ids", ids);
      fields.put("request", request);
      fields.put("status", status);
      fields.put("exitCode", exitCode);
      return JsonValues.compact(fields) + '\n';
    }
  }

  private AuditLog(AuditTarget target, InstantSource clock, String verb, Supplier<String> context) {
    this.target = target;
    this.clock = clock;
    this.verb = verb;
    this.context = context;
  }

  /**
   * Creates the log of a command.
   *
   * @param destination {@code syslog}, or a file
   * @param verb the command: {@code container rm}
   * @param context the name of the context in use
   */
  public static AuditLog to(
      String destination,
      WorkingDirectory directory,
      Map<String, String> env,
      InstantSource clock,
      String verb,
      Supplier<String> context) {
    AuditTarget target =
        destination.equals("syslog")
            ? new Syslog(env)
            : new AuditFile(directory.physical(destination), destination);
    return new AuditLog(target, clock, verb, context);
  }

  @Override
  public synchronized void before(String method, List<String> path) throws IOException {
    if (StateChange.is(method, path) && ifSignaled == null) {
      target.open();
      ifSignaled = new Cleanup(this::writeWithoutExitCode);
    }
  }

  @Override
  public boolean needsBody(String method, List<String> path) {
    return StateChange.is(method, path) && StateChange.answersIds(method, path);
  }

  @Override
  public synchronized void ended(
      String method,
      List<String> path,
      @Nullable String name,
      @Nullable Integer status,
      byte[] body) {
    if (StateChange.is(method, path)) {
      entries.add(
          new Entry(
              clock.instant(),
              context.get(),
              verb,
              method + " /" + String.join("/", path),
              StateChange.ids(path, name, body),
              status));
    }
  }

  /**
   * Writes all lines.
   *
   * @throws IOException with the reason if that fails
   */
  public void close(int exitCode) throws IOException {
    Cleanup cleanup = ifSignaled;
    if (cleanup != null) {
      cleanup.close();
      write(exitCode);
    }
  }

  private void writeWithoutExitCode() {
    try {
      write(null);
    } catch (IOException e) {
      return; // the process ends, and nothing can be reported any more
    }
  }

  private synchronized void write(@Nullable Integer exitCode) throws IOException {
    StringBuilder lines = new StringBuilder();
    entries.forEach(each -> lines.append(each.line(exitCode)));
    entries.clear();
    if (!lines.isEmpty()) {
      target.write(lines.toString());
    }
  }
}
