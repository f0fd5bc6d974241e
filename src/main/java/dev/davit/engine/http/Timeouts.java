package dev.davit.engine.http;

import java.time.Duration;

/**
 * How long an engine may take; zero is for ever.
 *
 * @param connect until a connection to it is there, TLS included; a Unix socket takes no time
 * @param request until it has answered a request; what it streams then may last
 */
public record Timeouts(Duration connect, Duration request) {
  public static final Timeouts USUAL = new Timeouts(Duration.ofSeconds(30), Duration.ZERO);
}
