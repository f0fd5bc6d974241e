package dev.davit.engine.model;

/** An answer that only names what was made: exec create, commit. */
public record IdAnswer(String id) {}
