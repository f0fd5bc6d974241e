package dev.davit.command.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.davit.engine.Engine;
import dev.davit.engine.http.EngineException;
import dev.davit.engine.socket.EngineAddress;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PullRetryTest {
  private final IOException temporary = new IOException("unexpected EOF");

  private final List<Integer> pauses = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private int attempts;

  /** Fails a number of times, then succeeds. */
  private void run(int more, int failures, IOException failure) throws IOException {
    new PullRetry(more, pauses::add, notes::add)
        .run(
            () -> {
              if (++attempts <= failures) {
                throw failure;
              }
            });
  }

  @Test
  void successIsNotRepeated() throws IOException {
    run(9, 0, temporary);
    assertEquals(1, attempts);
    assertEquals(List.of(), notes);
  }

  @Test
  void pausesDoubleUpTo30Seconds() throws IOException {
    run(8, 8, temporary);
    assertEquals(9, attempts);
    assertEquals(List.of(1, 2, 4, 8, 16, 30, 30, 30), pauses);
    assertEquals("Retrying in 1s: unexpected EOF", notes.getFirst());
    assertEquals("Retrying in 30s: unexpected EOF", notes.getLast());
  }

  @Test
  void theLastFailureIsReportedOnce() {
    assertThrows(IOException.class, () -> run(2, 9, temporary));
    assertEquals(3, attempts);
    assertEquals(List.of(1, 2), pauses);
    assertEquals(2, notes.size());
  }

  @Test
  void withoutRetriesNothingIsRepeated() {
    assertThrows(IOException.class, () -> run(0, 9, temporary));
    assertEquals(1, attempts);
    assertEquals(List.of(), notes);
  }

  @Test
  void finalFailuresAreNotRepeated() {
    assertThrows(IOException.class, () -> run(9, 9, new IOException("manifest unknown")));
    assertEquals(1, attempts);
    assertEquals(List.of(), pauses);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "net/http: TLS handshake timeout",
        "Get \"https://h/v2/\": dial tcp 1.2.3.4:443: connect: connection refused",
        "dial tcp: lookup h on 1.2.3.4:53: no such host",
        "dial tcp: lookup h: Temporary failure in name resolution",
        "read tcp 1.2.3.4:5->6.7.8.9:443: read: connection reset by peer",
        "dial tcp 1.2.3.4:443: i/o timeout",
        "context deadline exceeded",
        "unexpected EOF",
        "toomanyrequests: You have reached your pull rate limit",
        "received unexpected HTTP status: 503 Service Unavailable"
      })
  void failuresOfTheNetworkAreTemporary(String message) {
    assertEquals(true, PullRetry.isTemporary(new IOException(message)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "unauthorized: authentication required",
        "denied: requested access to the resource is denied",
        "manifest for a:1 not found: manifest unknown",
        "no matching manifest for linux/s390x in the manifest list entries",
        "write /var/lib/docker/tmp/x: no space left on device",
        "filesystem layer verification failed for digest sha256:1"
      })
  void otherFailuresAreFinal(String message) {
    assertEquals(false, PullRetry.isTemporary(new IOException(message)));
  }

  @ParameterizedTest
  @CsvSource({
    "429, slow down, true",
    "500, 'Get \"https://h/v2/\": EOF', true",
    "500, 'Get \"https://h/v2/\": unauthorized', false",
    "500, Head: no basic auth credentials, false",
    "503, service unavailable, true",
    "404, manifest unknown, false",
    "403, denied, false",
    "400, connection refused, false"
  })
  void statusOfTheEngine(int status, String reason, boolean temporary) {
    assertEquals(temporary, PullRetry.isTemporary(new EngineException(status, reason)));
  }

  @Test
  void anEngineThatCannotBeReachedMayBeRestarting() {
    Engine engine = Engine.at(EngineAddress.parse("unix:///nowhere/docker.sock", false));
    IOException failure = assertThrows(IOException.class, () -> engine.system().info());
    assertEquals(true, PullRetry.isTemporary(failure));
  }
}
