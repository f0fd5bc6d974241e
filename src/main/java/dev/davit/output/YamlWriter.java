package dev.davit.output;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes {@code yaml}: a block sequence of objects. */
final class YamlWriter implements OutputWriter {
  private boolean empty = true;

  @Override
  public String begin(List<String> names) {
    return "";
  }

  @Override
  public String next(Map<String, @Nullable Object> object) {
    empty = false;
    return Yaml.text(List.of(object));
  }

  @Override
  public String end() {
    return empty ? "[]\n" : "";
  }
}
