package dev.davit.command.shared;

import dev.davit.cli.CommandContext;
import dev.davit.cli.flags.CommonFlags;
import dev.davit.gotypes.GoInt;
import java.io.IOException;

/** Content trust, docker's verification of images by Notary, which davit does not support. */
public final class ContentTrust {
  private ContentTrust() {}

  /**
   * Fails if the flag or the environment requires content trust.
   *
   * @throws IOException if it is required
   */
  public static void refuse(CommandContext in) throws IOException {
    if (isRequired(in)) {
      throw new IOException("content trust is not supported: use --disable-content-trust");
    }
  }

  /** Whether it is required. Any value of DOCKER_CONTENT_TRUST except false requires it. */
  private static boolean isRequired(CommandContext in) {
    if (in.flags().given(CommonFlags.DISABLE_CONTENT_TRUST)) {
      return !in.get(CommonFlags.DISABLE_CONTENT_TRUST);
    }
    String variable = in.app().env().getOrDefault("DOCKER_CONTENT_TRUST", "");
    return !variable.isEmpty() && GoInt.boolOr(variable, true);
  }
}
