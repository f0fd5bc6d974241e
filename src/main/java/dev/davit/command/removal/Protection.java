package dev.davit.command.removal;

import dev.davit.cli.CommandContext;
import dev.davit.cli.CommandException;
import dev.davit.cli.ExitCode;
import dev.davit.cli.flags.Flag;
import dev.davit.opts.ImageRef;
import dev.davit.protect.ProtectionConfig;
import dev.davit.protect.ProtectionRules;
import dev.davit.resource.ShortId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Refuses to remove or interrupt protected objects, unless {@code --unprotect} is given. With
 * {@code --dry-run} the refusals are printed after the preview, one line for each object.
 */
public final class Protection {
  public static final Flag<Boolean> UNPROTECT =
      Flag.bool(
          "unprotect", "Ignore the protection rules of davit's config.json and DAVIT_PROTECT");

  private final ProtectionRules rules;
  private final boolean preview;
  private final Set<String> refusals = new LinkedHashSet<>();
  private boolean allRefused;

  private Protection(ProtectionRules rules, boolean preview) {
    this.rules = rules;
    this.preview = preview;
  }

  /**
   * Returns the protection of a command line for the context in use.
   *
   * @throws CommandException if the context is protected, or the rules cannot be read
   */
  public static Protection of(CommandContext in) {
    Protection protection = read(in);
    if (protection.rules.everything() || !protection.rules.contexts().isEmpty()) {
      protection.allRefused = !protection.allowsContext(in.contextName());
    }
    return protection;
  }

  /**
   * Returns the protection of a command line that acts on contexts, not on objects of one.
   *
   * @throws CommandException if the rules cannot be read
   */
  public static Protection ofContexts(CommandContext in) {
    return read(in);
  }

  private static Protection read(CommandContext in) {
    boolean preview = in.get(Preview.DRY_RUN);
    if (in.get(UNPROTECT)) {
      return new Protection(ProtectionRules.NONE, preview);
    }
    try {
      return new Protection(ProtectionConfig.load(in.app().env()), preview);
    } catch (IllegalArgumentException e) {
      throw new CommandException(String.valueOf(e.getMessage()), ExitCode.NOT_RUN, e);
    }
  }

  /** Whether names and labels of objects must be passed to {@link #check} or {@link #allows}. */
  public boolean needsObjects() {
    return rules.needObjects();
  }

  /**
   * Checks a context.
   *
   * @return false if it is protected and {@code --dry-run} is given
   * @throws CommandException if the context is protected
   */
  public boolean allowsContext(String name) {
    return isAllowed("context", name, rules.ofContext(name));
  }

  /**
   * Checks an object.
   *
   * @param kind the kind of object in the message: {@code container}
   * @param shown the object in the message
   * @return false if it is protected and {@code --dry-run} is given
   * @throws CommandException if the object is protected
   */
  public boolean allows(
      String kind, String shown, List<String> names, @Nullable Map<String, String> labels) {
    List<String> all = kind.equals("image") ? spellings(names) : names;
    return isAllowed(kind, shown, rules.ofObject(all, labels)) && !allRefused;
  }

  /** Returns names of an image with and without registry, and with and without tag or digest. */
  private static List<String> spellings(List<String> names) {
    Set<String> all = new LinkedHashSet<>(names);
    for (String name : names) {
      try {
        ImageRef ref = ImageRef.parse(name);
        all.addAll(List.of(ref.familiar(), ref.familiarName(), ref.full(), ref.name()));
      } catch (IllegalArgumentException _) {
        // an ID
      }
    }
    return List.copyOf(all);
  }

  /**
   * Checks all objects that a command would remove.
   *
   * @return the objects that are not protected
   * @throws CommandException if one is protected, unless {@code --dry-run} is given
   */
  public List<Candidate> check(String kind, List<Candidate> candidates) {
    List<Candidate> allowed = new ArrayList<>();
    for (Candidate each : candidates) {
      String name = each.name().isEmpty() ? ShortId.of(each.id()) : each.name();
      if (allows(kind, name, each.names(), each.labels())) {
        allowed.add(each);
      }
    }
    return allowed;
  }

  /**
   * Prints a preview: all objects in a table, or with {@code --quiet} all that are not protected.
   *
   * @param sizes whether the table has sizes
   * @return the exit code, of which {@link #end} reports the reasons
   */
  public int preview(CommandContext in, String kind, List<Candidate> candidates, boolean sizes)
      throws IOException {
    List<Candidate> allowed = check(kind, candidates);
    return Preview.print(in, in.get(Preview.QUIET) ? allowed : candidates, sizes);
  }

  /** Prints the refusals of a preview; returns its exit code. */
  public int end(CommandContext in, int exitCode) {
    refusals.forEach(in.streams()::error);
    return refusals.isEmpty() ? exitCode : ExitCode.PROTECTED;
  }

  private boolean isAllowed(String kind, String shown, Optional<String> rule) {
    if (rule.isEmpty()) {
      return true;
    }
    String refusal =
        kind + " \"" + shown + "\" is protected by " + rule.get() + " (override: --unprotect)";
    if (!preview) {
      throw new CommandException(refusal, ExitCode.PROTECTED);
    }
    refusals.add(refusal);
    return false;
  }
}
