package dev.davit.command.shared;

import dev.davit.cli.flags.Flag;
import java.math.BigInteger;

/**
 * The flag {@code --parallel} of commands that, as in docker, process one container after the
 * other.
 */
public final class ParallelFlag {
  /** The number of containers to process at the same time; 1 by default. */
  public static final Flag<Integer> PARALLEL =
      Flag.optional(
          "parallel",
          "N",
          ParallelFlag::parse,
          String.valueOf(InParallel.LIMIT),
          1,
          "Process up to N containers at the same time (default 1; 50 if N is omitted)");

  private static final BigInteger LARGEST = BigInteger.valueOf(Integer.MAX_VALUE);

  private ParallelFlag() {}

  private static Integer parse(String text) {
    boolean number = !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    BigInteger value = number ? new BigInteger(text) : BigInteger.ZERO;
    if (value.signum() == 0) {
      throw new IllegalArgumentException("must be a positive integer");
    }
    return value.min(LARGEST).intValue();
  }
}
