package dev.davit.audit;

import java.io.IOException;

/** The destination of an audit log. */
interface AuditTarget {
  /**
   * Writes complete lines.
   *
   * @throws IOException with the reason if they are not written
   */
  void write(String lines) throws IOException;

  /** The number of bytes after which the destination truncates a line. */
  int longestLine();
}
