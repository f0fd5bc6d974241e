package dev.davit.progress;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.davit.terminal.Printer;
import dev.davit.terminal.Streams;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Checks when the progress of a transfer is printed, with a clock that the test sets. */
final class TransferProgressTest {
  private static final int STEP = 512 * 1024;

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final ByteArrayOutputStream sent = new ByteArrayOutputStream();
  private Instant now = Instant.ofEpochSecond(1000);

  private TransferProgress progress(long size, boolean lastOnly) {
    Printer printer =
        Printer.ofOutput(Streams.of(new byte[0], printed, new ByteArrayOutputStream()));
    return new TransferProgress(printer, () -> now, "Sending", size, lastOnly);
  }

  private String text() {
    return printed.toString(UTF_8).replace("\r", "<r>");
  }

  @Test
  void isPrintedAfterAStepAndAPause() throws IOException {
    TransferProgress progress = progress(0, false);
    OutputStream out = progress.counting(sent);
    out.write(new byte[STEP]);
    assertEquals("", text());
    out.write(1);
    assertEquals("Sending  524.3kB<r>", text());
    printed.reset();
    out.write(new byte[2 * STEP]);
    assertEquals("", text());
    now = now.plusMillis(100);
    out.write(new byte[STEP + 1]);
    assertEquals("Sending  2.097MB<r>", text());
    printed.reset();
    progress.end();
    assertEquals("Sending  2.097MB<r><r>\n", text());
    assertEquals(4 * STEP + 2, sent.size());
  }

  @Test
  void onlyTheEndIsPrintedWithoutATerminal() throws IOException {
    TransferProgress progress = progress(0, true);
    progress.counting(sent).write(new byte[10 * STEP]);
    assertEquals("", text());
    progress.end();
    assertEquals("Sending  5.243MB<r><r>\n", text());
  }

  @Test
  void aDownloadEndsOnce() throws IOException {
    InputStream in = progress(1000, false).counting(new ByteArrayInputStream(new byte[1000]));
    assertEquals(1000, in.readNBytes(2000).length);
    assertEquals(-1, in.read());
    String bar = "Sending [" + "=".repeat(50) + ">]      1kB/1kB<r>";
    assertEquals(bar + bar + "<r>\n", text());
  }
}
