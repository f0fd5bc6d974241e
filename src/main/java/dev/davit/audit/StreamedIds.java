package dev.davit.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.davit.json.Json;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds the IDs and names of images in the messages of {@code build}, {@code load} and {@code
 * import}, one JSON object in each line. Passes all that were found on when the stream is closed.
 */
final class StreamedIds extends OutputStream {
  /** Messages with an ID or a name are short. */
  private static final int LONGEST_LINE = 64 * 1024;

  private static final List<String> LOADED = List.of("Loaded image ID: ", "Loaded image: ");
  private static final String DIGEST = "sha256:";

  private final Consumer<List<String>> found;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private final Set<String> ids = new LinkedHashSet<>();

  StreamedIds(Consumer<List<String>> found) {
    this.found = found;
  }

  @Override
  public void write(int b) {
    if (b == '\n') {
      endLine();
    } else if (line.size() <= LONGEST_LINE) {
      line.write(b);
    }
  }

  private void endLine() {
    byte[] text = line.toByteArray();
    line.reset();
    if (text.length <= LONGEST_LINE) {
      try {
        read(Json.first(text));
      } catch (Json.SyntaxException e) {
        loaded(new String(text, UTF_8)); // some engines answer in plain text
      }
    }
  }

  private void read(@Nullable Object message) {
    if (message instanceof Map<?, ?> fields) {
      if (fields.get("stream") instanceof String text) {
        loaded(text);
      }
      if (fields.get("status") instanceof String text && text.startsWith(DIGEST)) {
        ids.add(text.strip());
      }
      if (fields.get("aux") instanceof Map<?, ?> aux && aux.get("ID") instanceof String id) {
        ids.add(id);
      }
    }
  }

  private void loaded(String text) {
    for (String prefix : LOADED) {
      if (text.startsWith(prefix)) {
        ids.add(text.substring(prefix.length()).strip());
        return;
      }
    }
  }

  @Override
  public void close() {
    endLine();
    if (!ids.isEmpty()) {
      List<String> all = List.copyOf(ids);
      ids.clear();
      found.accept(all);
    }
  }
}
