package dev.davit.resource;

/**
 * The name of one object, as completion offers it.
 *
 * @param about what the object is, in a few words
 */
public record ObjectName(String name, String about) {}
