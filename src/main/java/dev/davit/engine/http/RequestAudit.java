package dev.davit.engine.http;

import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** Receives the requests to an engine, to record the ones that change its state. */
public interface RequestAudit {
  /**
   * Records a request that is about to be sent.
   *
   * @throws IOException if the request must not be sent, as it could not be recorded
   */
  void before(ApiRequest request) throws IOException;

  /** Whether {@link #ended} needs the body of the response, which is short JSON. */
  boolean needsBody(ApiRequest request);

  /**
   * Records the response to a request, or that there was none.
   *
   * @param status null if there was no response
   * @param body at most the first MiB of the response; empty unless it is needed
   */
  void ended(ApiRequest request, @Nullable Integer status, byte[] body);

  /**
   * Returns a stream that receives a copy of the response's body while it is read, and never fails;
   * null if the body is not needed.
   */
  @Nullable OutputStream copyOf(ApiRequest request);
}
