package dev.davit.io;

import java.io.IOException;
import java.io.OutputStream;

/** Writes the body of a request while it is being sent. */
public interface BodyWriter {
  /** What fails here fails the request with the same exception. */
  void writeTo(OutputStream out) throws IOException;
}
