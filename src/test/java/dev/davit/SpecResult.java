package dev.davit;

import java.util.ArrayList;
import java.util.List;

/**
 * The result of creating a container again.
 *
 * @param line the words of its command line, or its compose file
 * @param refusal why it was not created; empty if it was
 * @param changes what differs from the first container
 */
record SpecResult(List<String> line, String refusal, List<String> changes) {
  boolean isAccepted() {
    return refusal.isEmpty();
  }

  /** The refusal or changes, with the line if there are any. */
  List<String> problems() {
    List<String> all = new ArrayList<>(changes);
    if (!isAccepted()) {
      all.add(refusal);
    }
    if (!all.isEmpty()) {
      all.addAll(line);
    }
    return all;
  }
}
