package dev.davit.cli.flags;

import dev.davit.cli.complete.Completer;
import dev.davit.cli.complete.Completers;
import java.util.List;

/** The flags of run and create that configure the creation of the container, not the container. */
public final class CreationFlags {
  public static final Flag<String> CIDFILE =
      Flag.string("cidfile", "Write the container ID to this file, which must not exist yet")
          .completes(Completers.FILE);
  public static final Flag<Boolean> DRY_RUN =
      Flag.bool(
          "dry-run", "Print the API requests that would create the container, and create nothing");
  public static final Flag<String> FROM_JSON =
      Flag.string(
              "from-json",
              "Read a create request body (JSON) from this file, or - for STDIN; flags override it")
          .completes(Completers.FILE);
  public static final Flag<String> PULL =
      Flag.string(
              "pull",
              (char) 0,
              "missing",
              "When to pull the image: \"always\", \"missing\" or \"never\" (default \"missing\")")
          .completes(Completer.words("always missing never"));
  public static final Flag<Boolean> QUIET =
      Flag.bool("quiet", 'q', "Suppress the progress output of image pulls");
  public static final Flag<Boolean> SHOW_SECRETS =
      Flag.bool("show-secrets", "Print the values of probable secrets in the output of --dry-run");
  public static final Flag<Boolean> USE_API_SOCKET =
      Flag.bool(
          "use-api-socket",
          "Mount the engine's API socket and the client's registry credentials into the container");

  /** The flag {@code --cidfile}, which is also stored in the spec ({@code ContainerIDFile}). */
  static final FlagTable TABLE =
      FlagTable.of(
          "Creation",
          Field.ofHost(
              CIDFILE,
              (host, value) -> host.containerIdFile = value,
              host -> host.containerIdFile));

  /** The flags that do not change the spec. */
  static final List<Flag<?>> OTHERS =
      List.of(
          CommonFlags.DISABLE_CONTENT_TRUST,
          DRY_RUN,
          FROM_JSON,
          PULL,
          QUIET,
          SHOW_SECRETS,
          USE_API_SOCKET);

  private CreationFlags() {}
}
