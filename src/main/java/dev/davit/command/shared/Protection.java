package dev.davit.command.shared;

import dev.davit.cli.CommandContext;
import dev.davit.cli.CommandException;
import dev.davit.cli.ExitCode;
import dev.davit.cli.flags.Flag;
import dev.davit.protect.ProtectionConfig;
import dev.davit.protect.ProtectionRules;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Refuses to remove or interrupt protected objects, unless {@code --unprotect} is given. */
public final class Protection {
  public static final Flag<Boolean> UNPROTECT =
      Flag.bool(
          "unprotect", "Ignore the protection rules of davit's config.json and DAVIT_PROTECT");

  private final ProtectionRules rules;

  private Protection(ProtectionRules rules) {
    this.rules = rules;
  }

  /**
   * Returns the protection of a command line.
   *
   * @throws CommandException if the context is protected, or the rules cannot be read
   */
  public static Protection of(CommandContext in) {
    if (in.get(UNPROTECT)) {
      return new Protection(ProtectionRules.NONE);
    }
    ProtectionRules rules;
    try {
      rules = ProtectionConfig.load(in.app().env());
    } catch (IllegalArgumentException e) {
      throw new CommandException(String.valueOf(e.getMessage()), ExitCode.PROTECTED, e);
    }
    if (rules.everything() || !rules.contexts().isEmpty()) {
      String context = in.contextName();
      refuse("context", context, rules.ofContext(context));
    }
    return new Protection(rules);
  }

  /** Whether names and labels of objects must be passed to {@link #require}. */
  public boolean needsObjects() {
    return rules.needObjects();
  }

  /**
   * Checks an object.
   *
   * @param kind the kind of object in the message: {@code container}
   * @param shown the object in the message
   * @throws CommandException if the object is protected
   */
  public void require(
      String kind, String shown, List<String> names, @Nullable Map<String, String> labels) {
    refuse(kind, shown, rules.ofObject(names, labels));
  }

  private static void refuse(String kind, String shown, Optional<String> rule) {
    if (rule.isPresent()) {
      throw new CommandException(
          kind + " \"" + shown + "\" is protected by " + rule.get() + " (override: --unprotect)",
          ExitCode.PROTECTED);
    }
  }
}
