package dev.davit;

import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;
import java.util.Random;

/**
 * Replaces the random numbers of the JDK's Unix sockets in the native binary: only names of sockets
 * that are bound need them, and their secure source needs a device in {@code /dev}.
 */
@TargetClass(className = "sun.nio.ch.UnixDomainSockets")
final class NativeUnixDomainSockets {
  private NativeUnixDomainSockets() {}

  @Substitute
  static Random getRandom() {
    return new Random();
  }
}
