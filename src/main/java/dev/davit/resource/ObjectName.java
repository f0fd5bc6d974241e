package dev.davit.resource;

/**
 * The name of one object, as completion offers it.
 *
 * @param about a short description of the object
 */
public record ObjectName(String name, String about) {}
