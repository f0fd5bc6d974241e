package dev.davit.cli.flags;

import java.util.List;

/** The flags of run and create that are about making the container, not about what it is. */
public final class CreationFlags {
  public static final Flag<String> CIDFILE =
      Flag.string("cidfile", "File to write the container's ID to; it must not exist");
  public static final Flag<String> PULL =
      Flag.string(
          "pull",
          (char) 0,
          "missing",
          "Pull the image first: \"always\", \"missing\" or \"never\"");
  public static final Flag<Boolean> QUIET = Flag.bool("quiet", 'q', "Show nothing while pulling");

  static final List<Flag<?>> ALL = List.of(CIDFILE, PULL, QUIET);

  private CreationFlags() {}
}
