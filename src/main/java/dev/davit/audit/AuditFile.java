package dev.davit.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.davit.io.FileError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A file to which lines are appended.
 *
 * @param shown the file as messages name it
 */
record AuditFile(Path file, String shown) implements AuditTarget {
  @Override
  public void open() throws IOException {
    write("");
  }

  @Override
  public void write(String lines) throws IOException {
    try {
      Files.write(
          file, lines.getBytes(UTF_8), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new IOException(
          "cannot write the audit log: open " + shown + ": " + FileError.reason(e), e);
    }
  }
}
