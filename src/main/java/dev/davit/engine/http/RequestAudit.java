package dev.davit.engine.http;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Receives the requests to an engine, to record the ones that change its state. */
public interface RequestAudit {
  /**
   * Prepares for a request that is about to be sent.
   *
   * @param path the segments below the API version
   * @throws IOException if the request must not be sent, as it could not be recorded
   */
  void before(String method, List<String> path) throws IOException;

  /** Whether {@link #ended} needs the body of the response, which is short JSON. */
  boolean needsBody(String method, List<String> path);

  /**
   * Receives the end of a request.
   *
   * @param name the query parameter {@code name}; null without one
   * @param status null if there was no response
   * @param body at most the first MiB of the response; empty unless it is needed
   */
  void ended(
      String method,
      List<String> path,
      @Nullable String name,
      @Nullable Integer status,
      byte[] body);
}
