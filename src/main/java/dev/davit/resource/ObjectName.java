package dev.davit.resource;

/**
 * A name or short ID of one object, as completion offers it.
 *
 * @param about a short description of the object
 */
public record ObjectName(String name, String about, boolean isId) {
  ObjectName(String name, String about) {
    this(name, about, false);
  }
}
