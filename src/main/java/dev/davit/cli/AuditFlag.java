package dev.davit.cli;

import dev.davit.audit.AuditLog;
import dev.davit.cli.flags.FlagValues;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The flag {@code --audit}, or else the environment variable {@code DAVIT_AUDIT}. */
final class AuditFlag {
  private AuditFlag() {}

  /**
   * Returns the audit log of a command; null without one.
   *
   * @param path the command with the program's name
   * @param context the name of the context in use
   */
  static @Nullable AuditLog log(
      ProcessEnvironment app, FlagValues globals, String path, Supplier<String> context) {
    String destination =
        globals.given(GlobalFlags.AUDIT)
            ? globals.get(GlobalFlags.AUDIT)
            : app.env().getOrDefault("DAVIT_AUDIT", "");
    String verb = path.substring(path.indexOf(' ') + 1);
    return destination.isEmpty()
        ? null
        : AuditLog.to(destination, app.cwd(), app.env(), app.clock(), verb, context);
  }
}
