package dev.davit.opts;

import java.util.Set;

/** Validates {@code --sysctl NAME=VALUE}: allows only namespaced kernel parameters. */
public final class Sysctl {
  private static final Set<String> NAMES =
      Set.of(
          "kernel.msgmax",
          "kernel.msgmnb",
          "kernel.msgmni",
          "kernel.sem",
          "kernel.shmall",
          "kernel.shmmax",
          "kernel.shmmni",
          "kernel.shm_rmid_forced");

  private Sysctl() {}

  public static String parse(String text) {
    String name = KeyValue.name(text);
    boolean namespaced =
        NAMES.contains(name) || name.startsWith("net.") || name.startsWith("fs.mqueue.");
    if (KeyValue.value(text) == null || !namespaced) {
      throw new IllegalArgumentException("sysctl '" + text + "' is not allowed");
    }
    return text;
  }
}
