package dev.davit.engine.model;

import org.jspecify.annotations.Nullable;

/**
 * The response of {@code POST /auth}.
 *
 * @param status a message for the user
 * @param identityToken a token that replaces the password; empty or null for no token
 */
public record LoginResult(@Nullable String status, @Nullable String identityToken) {
  /** Omits the token, as debuggers and messages may show this text. */
  @Override
  public String toString() {
    return "login: " + status;
  }
}
