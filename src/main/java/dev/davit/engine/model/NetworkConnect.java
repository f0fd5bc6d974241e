package dev.davit.engine.model;

/**
 * The body of {@code POST /networks/{id}/connect}.
 *
 * @param container the name or ID of the container
 */
public record NetworkConnect(String container, EndpointSettings endpointConfig) {}
