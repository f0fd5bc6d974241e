package dev.davit.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.davit.engine.http.ApiRequest;
import dev.davit.engine.http.RequestAudit;
import dev.davit.io.Cleanup;
import dev.davit.io.WorkingDirectory;
import dev.davit.output.JsonValues;
import java.io.IOException;
import java.io.OutputStream;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Records each request of a command that changes the state of the engine, as lines of JSON with an
 * {@code event}: {@code request} before it is sent, so that a command that is killed loses none,
 * {@code response} with the status, {@code result} with the IDs that a stream of messages reports,
 * and, once for the command, {@code exit} with the exit code; null if a signal ends the process.
 * Queries and bodies, which may have secrets, are not recorded, except for the names of objects.
 */
public final class AuditLog implements RequestAudit {
  private final AuditTarget target;
  private final InstantSource clock;
  private final String verb;
  private final Supplier<String> context;
  private @Nullable Cleanup ifSignaled;
  private @Nullable IOException failure;

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
  public synchronized void before(ApiRequest request) throws IOException {
    if (StateChange.is(request)) {
      write(event("request", request), StateChange.ids(request, new byte[0]));
      if (ifSignaled == null) {
        ifSignaled = new Cleanup(() -> attempt(exit(null), null));
      }
    }
  }

  @Override
  public boolean needsBody(ApiRequest request) {
    return StateChange.is(request) && StateChange.answersIds(request);
  }

  @Override
  public void ended(ApiRequest request, @Nullable Integer status, byte[] body) {
    if (StateChange.is(request)) {
      Map<String, @Nullable Object> event = event("response", request);
      event.put("status", status);
      attempt(event, StateChange.ids(request, body));
    }
  }

  @Override
  public @Nullable OutputStream copyOf(ApiRequest request) {
    return StateChange.is(request) && StateChange.streamsIds(request)
        ? new StreamedIds(ids -> attempt(event("result", request), ids))
        : null;
  }

  /**
   * Ends the log.
   *
   * @throws IOException with the reason if a line could not be written
   */
  public void close(int exitCode) throws IOException {
    Cleanup cleanup = ifSignaled;
    if (cleanup != null) {
      cleanup.close();
      attempt(exit(exitCode), null);
    }
    if (failure != null) {
      throw failure;
    }
  }

  private Map<String, @Nullable Object> exit(@Nullable Integer exitCode) {
    Map<String, @Nullable Object> event = event("exit");
    event.put("exitCode", exitCode);
    return event;
  }

  private Map<String, @Nullable Object> event(String name, ApiRequest request) {
    Map<String, @Nullable Object> event = event(name);
    event.put("request", request.method() + " /" + String.join("/", request.segments()));
    return event;
  }

  private Map<String, @Nullable Object> event(String name) {
    Map<String, @Nullable Object> event = new LinkedHashMap<>();
    event.put("time", clock.instant().toString());
    event.put("context", context.get());
    event.put("verb", verb);
    event.put("pid", ProcessHandle.current().pid());
    event.put("event", name);
    return event;
  }

  /** Writes an event; the first failure is reported when the command ends. */
  private synchronized void attempt(
      Map<String, @Nullable Object> event, @Nullable List<String> ids) {
    try {
      write(event, ids);
    } catch (IOException e) {
      failure = failure == null ? e : failure;
    }
  }

  private void write(Map<String, @Nullable Object> event, @Nullable List<String> ids)
      throws IOException {
    StringBuilder lines = new StringBuilder();
    addLines(lines, event, ids);
    target.write(lines.toString());
  }

  /** Adds a line, or several with some of the IDs each if the destination would truncate it. */
  private void addLines(
      StringBuilder lines, Map<String, @Nullable Object> event, @Nullable List<String> ids) {
    if (ids != null) {
      event.put("ids", ids);
    }
    String line = JsonValues.compact(event);
    int count = ids == null ? 0 : ids.size();
    if (ids != null && count > 1 && line.getBytes(UTF_8).length > target.longestLine()) {
      addLines(lines, event, ids.subList(0, count / 2));
      addLines(lines, event, ids.subList(count / 2, count));
    } else {
      lines.append(line).append('\n');
    }
  }
}
