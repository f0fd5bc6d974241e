package dev.davit.cli.flags;

import dev.davit.cli.complete.Completer;
import dev.davit.cli.complete.Completers;
import java.util.List;

/** The flags of run and create that are about making the container, not about what it is. */
public final class CreationFlags {
  public static final Flag<String> CIDFILE =
      Flag.string("cidfile", "File to write the container's ID to; it must not exist")
          .completes(Completers.FILE);
  public static final Flag<Boolean> DISABLE_CONTENT_TRUST =
      Flag.boolOn("disable-content-trust", (char) 0, "Take images unsigned (default true)");
  public static final Flag<Boolean> DRY_RUN =
      Flag.bool("dry-run", "Only print the requests that would make the container");
  public static final Flag<String> FROM_JSON =
      Flag.string(
              "from-json",
              "File with the body of a create request, or -; flags change what it says")
          .completes(Completers.FILE);
  public static final Flag<String> PULL =
      Flag.string(
              "pull",
              (char) 0,
              "missing",
              "Pull the image first: \"always\", \"missing\" or \"never\"")
          .completes(Completer.words("always missing never"));
  public static final Flag<Boolean> QUIET = Flag.bool("quiet", 'q', "Show nothing while pulling");
  public static final Flag<Boolean> SHOW_SECRETS =
      Flag.bool("show-secrets", "With --dry-run, print what looks like a secret, too");
  public static final Flag<Boolean> USE_API_SOCKET =
      Flag.bool("use-api-socket", "Give it the engine's socket, and our registry logins");

  /** The engine notes the file, too. */
  static final FlagTable TABLE =
      FlagTable.of(
          "Creation",
          Field.ofHost(
              CIDFILE,
              (host, value) -> host.containerIdFile = value,
              host -> host.containerIdFile));

  /** Those that leave no trace in the container. */
  static final List<Flag<?>> OTHERS =
      List.of(DISABLE_CONTENT_TRUST, DRY_RUN, FROM_JSON, PULL, QUIET, SHOW_SECRETS, USE_API_SOCKET);

  private CreationFlags() {}
}
