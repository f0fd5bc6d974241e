package dev.davit.engine.model;

/**
 * The object {@code {}} that the API has for a member of a set, as in {@code {"80/tcp":{}}}; also
 * replaces objects whose properties are not read.
 */
public record EmptyObject() {}
