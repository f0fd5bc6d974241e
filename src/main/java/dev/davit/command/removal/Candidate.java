package dev.davit.command.removal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An object that would be removed or changed.
 *
 * @param argument the argument by which a command can remove just this object
 * @param id the ID; the name of an object without an ID
 * @param name the name; empty without one
 * @param size the disk space in bytes; null if it is unknown
 * @param created the time of creation; null if it is unknown
 * @param names all names; those of an image as the engine sends them
 * @param labels null without labels
 * @param state the state of a container; null of all other objects
 */
public record Candidate(
    String argument,
    String id,
    String name,
    @Nullable Long size,
    @Nullable Instant created,
    List<String> names,
    @Nullable Map<String, String> labels,
    @Nullable String state) {
  /** Creates an object that can be removed by its ID. */
  public Candidate(String id, String name, @Nullable Long size, @Nullable Instant created) {
    this(id, id, name, size, created, List.of(name), null, null);
  }

  /** Returns this object, to be removed by another argument. */
  public Candidate by(String otherArgument) {
    return new Candidate(otherArgument, id, name, size, created, names, labels, state);
  }

  /** Returns this object with several names. */
  public Candidate named(List<String> allNames) {
    return new Candidate(argument, id, name, size, created, allNames, labels, state);
  }

  /** Returns this object with labels. */
  public Candidate with(@Nullable Map<String, String> has) {
    return new Candidate(argument, id, name, size, created, names, has, state);
  }

  /** Returns this container with its state. */
  public Candidate in(@Nullable String itsState) {
    return new Candidate(argument, id, name, size, created, names, labels, itsState);
  }
}
