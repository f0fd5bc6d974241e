package dev.davit.cli.flags;

import dev.davit.cli.complete.Completer;
import dev.davit.cli.complete.Completers;

/** Flags that several commands share. */
public final class CommonFlags {
  public static final Flag<Boolean> SIG_PROXY =
      Flag.boolOn("sig-proxy", (char) 0, "Pass signals on to the container (default true)");

  public static final Flag<String> DETACH_KEYS =
      Flag.string("detach-keys", "Keys that detach, such as \"ctrl-p,ctrl-q\", or \"none\"")
          .completes(Completer.words("ctrl- none"));

  public static final Flag<String> FORMAT =
      Flag.string("format", "Show it by 'table', 'table TEMPLATE', 'json' or a Go template");

  /** Of a command that shows one thing, where there is no table. */
  public static final Flag<String> OBJECT_FORMAT =
      Flag.string("format", 'f', "Show it by 'json' or a Go template")
          .completes(Completer.objectFormat(""));

  private CommonFlags() {}

  public static Flag<String> signal(String help) {
    return Flag.string("signal", 's', help).completes(Completers.SIGNAL);
  }
}
