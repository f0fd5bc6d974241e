package dev.davit.output;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes {@code jsonl}: an object on each line. */
final class JsonLinesWriter implements OutputWriter {
  @Override
  public String begin(List<String> names) {
    return "";
  }

  @Override
  public String next(Map<String, @Nullable Object> object) {
    return JsonValues.compact(object) + '\n';
  }

  @Override
  public String end() {
    return "";
  }
}
