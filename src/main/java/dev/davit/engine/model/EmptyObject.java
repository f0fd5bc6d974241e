package dev.davit.engine.model;

/**
 * The {@code {}} the API writes for a member of a set, as in {@code {"80/tcp":{}}}; also what
 * stands for an object of which nothing is of interest.
 */
public record EmptyObject() {}
