package dev.davit;

import java.util.ArrayList;
import java.util.List;

/** The messages of an image pull, as an engine streams them. */
final class PullMessages {
  private static final int STEP = 1_000_000;

  private PullMessages() {}

  /** Returns a pull of a number of layers, with status lines between them. */
  static List<String> of(int layers) {
    List<String> messages = new ArrayList<>();
    messages.add("{\"status\":\"Pulling from library/x\",\"id\":\"latest\"}");
    for (int i = 0; i < layers; i++) {
      messages.add(state(i, "Pulling fs layer"));
    }
    for (int round = 1; round <= 3; round++) {
      for (int i = 0; i < layers; i++) {
        messages.add(
            i % 3 == 2 && round < 3
                ? state(i, "Waiting")
                : progress(i, "Downloading", round * STEP * (i + 1), 3 * STEP * (i + 1)));
      }
    }
    for (int i = 0; i < layers; i++) {
      messages.add(state(i, "Verifying Checksum"));
      messages.add(state(i, "Download complete"));
    }
    for (int i = 0; i < layers; i++) {
      messages.add(progress(i, "Extracting", STEP / 2, STEP));
      messages.add(state(i, "Pull complete"));
    }
    messages.add("{\"status\":\"Digest: sha256:0123\"}");
    // messages for a layer between others
    messages.add(progress(0, "Downloading", 5, 0));
    messages.add(state(0, "Pull complete"));
    messages.add("{\"status\":\"Status: Downloaded newer image for x:latest\"}");
    return messages;
  }

  private static String state(int layer, String status) {
    return "{\"status\":\"%s\",\"progressDetail\":{},\"id\":\"layer%07d\"}"
        .formatted(status, layer);
  }

  private static String progress(int layer, String status, int current, int total) {
    return "{\"status\":\"%s\",\"progressDetail\":{\"current\":%d,\"total\":%d},\"id\":\"layer%07d\"}"
        .formatted(status, current, total, layer);
  }
}
