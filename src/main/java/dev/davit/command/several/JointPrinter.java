package dev.davit.command.several;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.davit.command.shared.ObjectFormat;
import dev.davit.output.OutputFormat;
import dev.davit.output.OutputLines;
import dev.davit.output.OutputSchema;
import dev.davit.terminal.Streams;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Prints the lines of several engines: each with its context before it, or as objects of {@code
 * --output} with a field {@code context}.
 */
final class JointPrinter {
  private static final OutputSchema<Map<String, @Nullable Object>> OBJECTS =
      OutputSchema.objects("", "", true);

  private final Streams streams;
  private final @Nullable OutputLines<Map<String, @Nullable Object>> objects;

  /**
   * Creates a printer.
   *
   * @param format the format of {@code --output}; null without the flag
   */
  JointPrinter(Streams streams, @Nullable OutputFormat format) {
    this.streams = streams;
    this.objects =
        format == null ? null : new OutputLines<>(OBJECTS, format, streams::outIsTerminal);
  }

  /**
   * Prints whole lines of an engine's output.
   *
   * @param mark the text before each line, unless they are objects
   */
  synchronized void print(String context, String mark, byte[] lines) throws IOException {
    if (objects == null) {
      streams.out().write(marked(mark, lines));
      return;
    }
    for (String line : new String(lines, UTF_8).lines().toList()) {
      Map<String, @Nullable Object> object = new LinkedHashMap<>();
      object.put("context", context);
      object.putAll(ObjectFormat.object(line));
      objects.add(object);
    }
    streams.print(objects.taken());
  }

  /** Prints text; on a terminal, control characters are escaped. */
  synchronized void print(CharSequence text) throws IOException {
    streams.printSent(text);
  }

  /** Prints whole lines to standard error, each with a text before it. */
  synchronized void error(String mark, byte[] lines) throws IOException {
    streams.err().write(marked(mark, lines));
  }

  /** Ends the output. */
  synchronized void end() throws IOException {
    if (objects != null) {
      streams.print(objects.text());
    }
  }

  private static byte[] marked(String mark, byte[] lines) {
    ByteArrayOutputStream marked = new ByteArrayOutputStream();
    byte[] before = mark.getBytes(UTF_8);
    boolean begins = !mark.isEmpty();
    for (byte each : lines) {
      if (begins) {
        marked.writeBytes(before);
      }
      marked.write(each);
      begins = !mark.isEmpty() && each == '\n';
    }
    return marked.toByteArray();
  }
}
