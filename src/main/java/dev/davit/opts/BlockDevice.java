package dev.davit.opts;

import dev.davit.engine.model.ThrottleDevice;
import dev.davit.engine.model.WeightDevice;
import dev.davit.gotypes.GoInt;
import java.math.BigInteger;

/** Parses limits of block devices: {@code /dev/PATH:NUMBER}. */
public final class BlockDevice {
  private BlockDevice() {}

  /** Parses {@code --blkio-weight-device}: a weight of 10 to 1000, or 0 to disable it. */
  public static WeightDevice weight(String text) {
    String path = path(text);
    int weight;
    try {
      weight = GoInt.unsigned(number(text), 10, 16).intValue();
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("invalid weight for device: " + text, e);
    }
    if (weight > 1000 || weight > 0 && weight < 10) {
      throw new IllegalArgumentException("invalid weight for device: " + text);
    }
    return new WeightDevice(path, weight);
  }

  /** Parses {@code --device-read-bps} and {@code --device-write-bps}: a size per second. */
  public static ThrottleDevice bytes(String text) {
    String path = path(text);
    try {
      long rate = ByteSize.parse(number(text));
      if (rate >= 0) {
        return new ThrottleDevice(path, BigInteger.valueOf(rate));
      }
      throw new IllegalArgumentException("more than an int64 holds");
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "invalid rate for device: "
              + text
              + ". The correct format is <device-path>:<number>[<unit>]. Number must be a"
              + " positive integer. Unit is optional and can be kb, mb, or gb",
          e);
    }
  }

  /** Parses {@code --device-read-iops} and {@code --device-write-iops}: operations per second. */
  public static ThrottleDevice operations(String text) {
    String path = path(text);
    try {
      return new ThrottleDevice(path, GoInt.unsigned(number(text), 10, 64));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "invalid rate for device: "
              + text
              + ". The correct format is <device-path>:<number>. Number must be a positive"
              + " integer",
          e);
    }
  }

  /** Formats a weight in the syntax that {@link #weight} reads. */
  public static String format(WeightDevice device) {
    return device.path() + ":" + device.weight();
  }

  /** Formats a limit in the syntax that {@link #bytes} and {@link #operations} read. */
  public static String format(ThrottleDevice device) {
    return device.path() + ":" + device.rate();
  }

  private static String path(String text) {
    int colon = text.indexOf(':');
    if (colon <= 0) {
      throw new IllegalArgumentException("bad format: " + text);
    }
    if (!text.startsWith("/dev/")) {
      throw new IllegalArgumentException("bad format for device path: " + text);
    }
    return text.substring(0, colon);
  }

  private static String number(String text) {
    return text.substring(text.indexOf(':') + 1);
  }
}
