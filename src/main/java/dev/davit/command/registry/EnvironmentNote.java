package dev.davit.command.registry;

import dev.davit.cli.CommandContext;
import dev.davit.command.shared.Note;
import dev.davit.credentials.CredentialStore;
import dev.davit.terminal.Printer;
import java.io.IOException;

/** The warning that an environment variable replaces what a command changes, as in docker 28.3. */
final class EnvironmentNote {
  private EnvironmentNote() {}

  static void print(CommandContext in) throws IOException {
    if (!in.app().env().getOrDefault(CredentialStore.VARIABLE, "").isEmpty()) {
      Note.warn(
          Printer.ofError(in.streams()),
          CredentialStore.VARIABLE
              + " is set and takes precedence.\nUnset "
              + CredentialStore.VARIABLE
              + " to restore the CLI auth behaviour.\n");
    }
  }
}
