package dev.davit.engine.http;

/**
 * A request as it would be sent.
 *
 * @param target path and query, as they stand in its first line
 * @param body JSON; empty for none
 */
public record PlannedRequest(String method, String target, String body) {}
