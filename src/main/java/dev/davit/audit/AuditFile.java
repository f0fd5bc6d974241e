package dev.davit.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.davit.io.FileError;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A file to which lines are appended, by one call of the system each time, so that lines of several
 * processes do not mix.
 *
 * @param shown the file as messages name it
 */
record AuditFile(Path file, String shown) implements AuditTarget {
  @Override
  public void write(String lines) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(lines.getBytes(UTF_8));
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      while (bytes.hasRemaining()) { // more than once only if the disk is full
        channel.write(bytes);
      }
    } catch (IOException e) {
      throw new IOException(
          "cannot write the audit log: open " + shown + ": " + FileError.reason(e), e);
    }
  }

  @Override
  public int longestLine() {
    return Integer.MAX_VALUE;
  }
}
