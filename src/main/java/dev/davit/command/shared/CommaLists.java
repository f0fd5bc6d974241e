package dev.davit.command.shared;

import dev.davit.cli.flags.Flag;
import dev.davit.opts.CommaList;
import java.util.List;

/** Flags that can be repeated and whose values are lists, separated by commas. */
public final class CommaLists {
  private CommaLists() {}

  /** Creates such a flag. */
  public static Flag<List<CommaList>> flag(String name, String help) {
    return Flag.list(name, (char) 0, "strings", CommaList::parse, help);
  }

  /** Returns the elements of all lists. */
  public static List<String> elements(List<CommaList> lists) {
    return lists.stream().flatMap(list -> list.elements().stream()).toList();
  }
}
