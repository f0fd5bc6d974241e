package dev.davit.io;

import java.io.IOException;
import java.io.OutputStream;

/** Writes the body of a request while it is being sent. */
public interface BodyWriter {
  /** Writes the body; an exception fails the request. */
  void writeTo(OutputStream out) throws IOException;
}
