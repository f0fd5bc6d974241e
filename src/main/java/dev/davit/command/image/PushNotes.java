package dev.davit.command.image;

import dev.davit.text.ControlBytes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads notes on a push from the data that the engine sends (moby's api/types/auxprogress). */
final class PushNotes {
  private static final String OFF = "\u001b[0m";

  private static final String ONE_OF_MANY =
      "Not all multiplatform-content is present and only the available single-platform image was"
          + " pushed\n";

  private static final String INDENT = "\t".repeat(4);

  private static final String MISSING =
      String.join(
          "\n",
          "You're trying to push a manifest list/index which ",
          INDENT
              + "references multiple platform specific manifests, but not all of them are available"
              + " locally",
          INDENT + "or available to the remote repository.",
          "",
          INDENT + "Make sure you have all the referenced content and try again.",
          "",
          INDENT
              + "You can also push only a single platform specific manifest directly by specifying"
              + " the platform you want to push with the --platform flag.");

  private PushNotes() {}

  /** Returns the notes for the data of a message, in docker's words; none for the digest. */
  static List<String> of(Object data) {
    List<String> notes = new ArrayList<>();
    if (data instanceof Map<?, ?> fields) {
      if (Boolean.TRUE.equals(fields.get("manifestPushedInsteadOfIndex"))) {
        String index = digest(fields.get("originalIndex"));
        String manifest = digest(fields.get("selectedManifest"));
        notes.add(ONE_OF_MANY + "\u001b[31m" + index + OFF + " -> \u001b[32m" + manifest + OFF);
      }
      if (Boolean.TRUE.equals(fields.get("contentMissing"))) {
        notes.add(MISSING);
      }
    }
    return notes;
  }

  private static String digest(@Nullable Object descriptor) {
    return descriptor instanceof Map<?, ?> fields && fields.get("digest") instanceof String digest
        ? ControlBytes.replaced(digest)
        : "";
  }
}
