package dev.davit;

import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;
import com.oracle.svm.core.annotate.TargetElement;
import java.security.SecureRandomParameters;
import org.graalvm.nativeimage.PinnedObject;
import org.graalvm.nativeimage.c.function.CFunction;
import org.graalvm.word.PointerBase;
import org.jspecify.annotations.Nullable;

/**
 * Replaces the source of the JDK's secure random numbers in the native binary by getrandom(2): the
 * JDK reads a device in {@code /dev}, which minimal root directories lack.
 */
@TargetClass(className = "sun.security.provider.NativePRNG")
final class NativeRandom {
  @Substitute
  @TargetElement(name = TargetElement.CONSTRUCTOR_NAME)
  NativeRandom(@Nullable SecureRandomParameters parameters) {
    if (parameters != null) {
      throw new IllegalArgumentException("Unsupported params: " + parameters.getClass());
    }
  }

  @Substitute
  static boolean isAvailable() {
    return true;
  }

  /** Does nothing: the kernel's numbers need no seed. */
  @Substitute
  void engineSetSeed(byte[] seed) {}

  @Substitute
  void engineNextBytes(byte[] bytes) {
    try (PinnedObject pinned = PinnedObject.create(bytes)) {
      for (int done = 0; done < bytes.length; done += Called.CHUNK) {
        int length = Math.min(Called.CHUNK, bytes.length - done);
        if (Called.getrandom(pinned.addressOfArrayElement(done), length, 0) != length) {
          throw new IllegalStateException("getrandom failed");
        }
      }
    }
  }

  @Substitute
  byte[] engineGenerateSeed(int length) {
    byte[] seed = new byte[length];
    engineNextBytes(seed);
    return seed;
  }

  private static final class Called {
    /** The largest request that a signal cannot interrupt. */
    static final int CHUNK = 256;

    @CFunction
    static native long getrandom(PointerBase bytes, long length, int flags);
  }
}
