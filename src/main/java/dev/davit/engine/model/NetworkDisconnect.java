package dev.davit.engine.model;

/**
 * The body of {@code POST /networks/{id}/disconnect}.
 *
 * @param container the name or ID of the container
 */
public record NetworkDisconnect(String container, boolean force) {}
