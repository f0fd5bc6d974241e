package dev.davit.terminal;

import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;
import org.graalvm.nativeimage.PinnedObject;
import org.graalvm.nativeimage.c.function.CFunction;
import org.graalvm.word.PointerBase;

/**
 * Replaces {@link CFunctions} in the native binary by plain calls: java.lang.foreign needs a part
 * of GraalVM that only its distributions have.
 */
@TargetClass(CFunctions.class)
final class NativeCFunctions {
  private NativeCFunctions() {}

  @Substitute
  static int tcgetattr(int descriptor, byte[] termios) {
    try (PinnedObject pinned = PinnedObject.create(termios)) {
      return Called.tcgetattr(descriptor, pinned.addressOfArrayElement(0));
    }
  }

  @Substitute
  static int tcsetattr(int descriptor, int when, byte[] termios) {
    try (PinnedObject pinned = PinnedObject.create(termios)) {
      return Called.tcsetattr(descriptor, when, pinned.addressOfArrayElement(0));
    }
  }

  @Substitute
  static int isatty(int descriptor) {
    return Called.isatty(descriptor);
  }

  @Substitute
  static int ioctl(int descriptor, long request, byte[] argument) {
    try (PinnedObject pinned = PinnedObject.create(argument)) {
      return Called.ioctl(descriptor, request, pinned.addressOfArrayElement(0));
    }
  }

  @Substitute
  static int raise(int signal) {
    return Called.raise(signal);
  }

  @Substitute
  static long signal(int signal, long handler) {
    return Called.signal(signal, handler);
  }

  @Substitute
  static int fchdir(int descriptor) {
    return Called.fchdir(descriptor);
  }

  private static final class Called {
    @CFunction
    static native int fchdir(int descriptor);

    @CFunction
    static native long signal(int signal, long handler);

    @CFunction
    static native int raise(int signal);

    @CFunction
    static native int tcgetattr(int descriptor, PointerBase termios);

    @CFunction
    static native int tcsetattr(int descriptor, int when, PointerBase termios);

    @CFunction
    static native int isatty(int descriptor);

    @CFunction
    static native int ioctl(int descriptor, long request, PointerBase argument);
  }
}
