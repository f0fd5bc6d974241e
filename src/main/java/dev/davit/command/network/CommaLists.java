package dev.davit.command.network;

import dev.davit.cli.flags.Flag;
import dev.davit.opts.CommaList;
import java.util.List;

/** Flags that can be repeated and whose values are lists, separated by commas. */
final class CommaLists {
  private CommaLists() {}

  static Flag<List<CommaList>> flag(String name, String help) {
    return Flag.list(name, (char) 0, "strings", CommaList::parse, help);
  }

  /** Returns the elements of all lists. */
  static List<String> elements(List<CommaList> lists) {
    return lists.stream().flatMap(list -> list.elements().stream()).toList();
  }
}
