package dev.davit.engine.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What only a {@link Mount} of type tmpfs has. */
public final class TmpfsOptions {
  public @Nullable Long sizeBytes;

  /** Permission bits, such as 01777. */
  public @Nullable Long mode;

  /** Pairs of key and value, or a key alone; API 1.46. */
  public @Nullable List<List<String>> options;
}
