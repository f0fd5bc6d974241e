package dev.davit.engine.http;

/**
 * A request that is shown instead of sent.
 *
 * @param target path and query of the request line
 * @param body JSON; empty for no body
 */
public record PlannedRequest(String method, String target, String body) {}
