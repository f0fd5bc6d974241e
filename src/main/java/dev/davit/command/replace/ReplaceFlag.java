package dev.davit.command.replace;

import dev.davit.cli.complete.Completer;
import dev.davit.cli.flags.Flag;

/** When {@code run} and {@code create} replace the container that has the name already. */
public enum ReplaceFlag {
  ALWAYS,
  /** If it was created by another request or has another image; else it is used as it is. */
  CHANGED,
  /** Unless it runs. */
  EXITED,
  NEVER;

  /** The flag {@code --replace}. */
  public static final Flag<ReplaceFlag> REPLACE =
      Flag.optional(
              "replace",
              "when",
              ReplaceFlag::parse,
              "always",
              NEVER,
              "Replace a container of this name: always, changed, exited or never (default never)")
          .completes(Completer.words("always changed exited never"));

  private static ReplaceFlag parse(String text) {
    return switch (text) {
      case "always" -> ALWAYS;
      case "changed" -> CHANGED;
      case "exited" -> EXITED;
      case "never" -> NEVER;
      default -> throw new IllegalArgumentException("must be always, changed, exited or never");
    };
  }
}
