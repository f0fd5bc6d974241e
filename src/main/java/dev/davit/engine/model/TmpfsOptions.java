package dev.davit.engine.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The fields of a {@link Mount} of type tmpfs only. */
public final class TmpfsOptions {
  public @Nullable Long sizeBytes;

  /** Permission bits, such as octal 1777. */
  public @Nullable Long mode;

  /** Pairs of key and value, or lists of one key; since API 1.46. */
  public @Nullable List<List<String>> options;
}
