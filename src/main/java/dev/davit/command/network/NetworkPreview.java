package dev.davit.command.network;

import dev.davit.command.shared.Preview;
import dev.davit.engine.model.NetworkSummary;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Networks in previews of removals. */
final class NetworkPreview {
  private NetworkPreview() {}

  /** Returns the entry of a network, which uses no disk space. */
  static Preview.Candidate entry(NetworkSummary network) {
    return new Preview.Candidate(network.id(), network.name(), null, created(network));
  }

  /** Returns the time of creation; null if the engine does not report a time. */
  static @Nullable Instant created(NetworkSummary network) {
    try {
      return OffsetDateTime.parse(network.created()).toInstant();
    } catch (DateTimeException e) {
      return null;
    }
  }
}
