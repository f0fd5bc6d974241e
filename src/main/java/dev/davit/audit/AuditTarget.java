package dev.davit.audit;

import java.io.IOException;

/** The destination of an audit log. */
interface AuditTarget {
  /**
   * Checks that lines can be written.
   *
   * @throws IOException with the reason if not
   */
  void open() throws IOException;

  /** Writes complete lines. */
  void write(String lines) throws IOException;
}
