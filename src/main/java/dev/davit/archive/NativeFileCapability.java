package dev.davit.archive;

import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;
import java.nio.charset.StandardCharsets;
import org.graalvm.nativeimage.PinnedObject;
import org.graalvm.nativeimage.c.function.CFunction;
import org.graalvm.word.PointerBase;

/** Replaces {@link FileCapability}'s call of the C library by a plain one in the native binary. */
@TargetClass(FileCapability.class)
final class NativeFileCapability {
  private NativeFileCapability() {}

  @Substitute
  private static long lgetxattr(String path, String name, byte[] value) {
    byte[] pathBytes = path.getBytes(StandardCharsets.ISO_8859_1);
    byte[] nameBytes = name.getBytes(StandardCharsets.ISO_8859_1);
    try (PinnedObject file = PinnedObject.create(pathBytes);
        PinnedObject attribute = PinnedObject.create(nameBytes);
        PinnedObject buffer = PinnedObject.create(value)) {
      return Called.lgetxattr(
          file.addressOfArrayElement(0),
          attribute.addressOfArrayElement(0),
          buffer.addressOfArrayElement(0),
          value.length);
    }
  }

  private static final class Called {
    @CFunction
    static native long lgetxattr(PointerBase path, PointerBase name, PointerBase value, long size);
  }
}
