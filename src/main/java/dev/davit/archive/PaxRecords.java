package dev.davit.archive;

import java.io.IOException;
import java.util.Map;

/** Reads the records of a pax header: {@code LENGTH KEY=VALUE\n}, LENGTH being the record's. */
final class PaxRecords {
  private final String text;
  private final StringBuilder parts = new StringBuilder();
  private int partNumbers;

  private PaxRecords(String text) {
    this.text = text;
  }

  /** Adds records to those of previous headers of the same entry. */
  static void read(String text, Map<String, String> extended) throws IOException {
    new PaxRecords(text).addTo(extended);
  }

  private void addTo(Map<String, String> extended) throws IOException {
    int at = 0;
    while (at < text.length()) {
      int blank = text.indexOf(' ', at);
      int end = at + length(at, blank);
      int equals = text.indexOf('=', blank);
      if (end > text.length() || equals < 0 || equals >= end - 1 || text.charAt(end - 1) != '\n') {
        throw TarHeader.invalid();
      }
      String key = text.substring(blank + 1, equals);
      String value = text.substring(equals + 1, end - 1);
      if (SparseMap.PAIR.contains(key)) {
        addPart(key, value);
      } else {
        extended.put(key, value);
      }
      at = end;
    }
    if (partNumbers > 0) {
      extended.put(SparseMap.MAP, parts.toString());
    }
  }

  private int length(int at, int blank) throws IOException {
    try {
      int length = blank < 0 ? 0 : Integer.parseInt(text.substring(at, blank));
      if (length > blank - at && length <= text.length()) {
        return length;
      }
    } catch (NumberFormatException e) {
      // reported below
    }
    throw TarHeader.invalid();
  }

  /** Adds a number to the map of a sparse file, which the formats after 0.0 have in one record. */
  private void addPart(String key, String value) throws IOException {
    if (!SparseMap.PAIR.get(partNumbers % 2).equals(key) || value.indexOf(',') >= 0) {
      throw TarHeader.invalid();
    }
    parts.append(partNumbers == 0 ? "" : ",").append(value);
    partNumbers++;
  }
}
