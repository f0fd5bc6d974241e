package dev.davit.command.selection;

import dev.davit.engine.model.ContainerSummary;
import dev.davit.select.ContainerIndex;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A container that a command acts on.
 *
 * @param argument the name or ID to send: as typed, or the full ID of a container that was looked
 *     up
 * @param name the name to print: as typed, or the name of a container that was selected
 * @param listed the container in the engine's list; null if it was not looked up
 * @param bySelector whether a pattern, a filter or {@code --all} has selected it
 */
public record Selected(
    String argument, String name, @Nullable ContainerSummary listed, boolean bySelector) {
  /** Creates a container that is named as typed and was not looked up. */
  static Selected typed(String word) {
    return new Selected(word, word, null, false);
  }

  /** Creates containers that are named as typed and were not looked up. */
  public static List<Selected> typed(List<String> words) {
    return words.stream().map(Selected::typed).toList();
  }

  /** Creates a container that was typed and looked up. */
  static Selected found(String word, ContainerSummary listed) {
    return new Selected(listed.id(), word, listed, false);
  }

  /** Creates the most recently created container, which is one as if it was typed. */
  static Selected newest(ContainerSummary listed) {
    return found(ContainerIndex.name(listed), listed);
  }

  /** Creates a container that was selected. */
  static Selected selected(ContainerSummary listed) {
    return new Selected(listed.id(), ContainerIndex.name(listed), listed, true);
  }
}
