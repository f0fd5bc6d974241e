package dev.davit.archive;

import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;
import java.nio.charset.StandardCharsets;
import org.graalvm.nativeimage.PinnedObject;
import org.graalvm.nativeimage.c.function.CFunction;
import org.graalvm.word.PointerBase;

/** Replaces {@link SpecialFile}'s call of the C library by a plain one in the native binary. */
@TargetClass(SpecialFile.class)
final class NativeSpecialFile {
  private NativeSpecialFile() {}

  @Substitute
  private static int mknod(String path, int mode, long device) {
    byte[] bytes = (path + '\0').getBytes(StandardCharsets.ISO_8859_1);
    try (PinnedObject pinned = PinnedObject.create(bytes)) {
      return Called.mknod(pinned.addressOfArrayElement(0), mode, device);
    }
  }

  private static final class Called {
    @CFunction
    static native int mknod(PointerBase path, int mode, long device);
  }
}
