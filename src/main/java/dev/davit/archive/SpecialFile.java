package dev.davit.archive;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.nio.file.FileSystemException;
import java.nio.file.Path;

/** Creates FIFOs and devices on Linux, by the C library's mknod, as Java cannot. */
final class SpecialFile {
  private SpecialFile() {}

  static void make(Path path, TarEntry entry) throws IOException {
    int kind =
        switch (entry.kind()) {
          case FIFO -> 0010000;
          case CHARACTER_DEVICE -> 0020000;
          case BLOCK_DEVICE -> 0060000;
          case FILE, FOLDER, SYMLINK, HARD_LINK -> throw new IllegalArgumentException();
        };
    if (mknod(RawName.of(path), kind | 0600, number(entry.device())) != 0) {
      throw new FileSystemException(path.toString(), null, "Operation not permitted");
    }
  }

  /** Joins major and minor to Linux's device number. */
  private static long number(TarEntry.Device device) {
    long major = Integer.toUnsignedLong(device.major());
    long minor = Integer.toUnsignedLong(device.minor());
    return minor & 0xff | (major & 0xfff) << 8 | (minor & ~0xffL) << 12 | (major & ~0xfffL) << 32;
  }

  @SuppressWarnings("restricted") // the launcher allows native access
  private static int mknod(String path, int mode, long device) throws IOException {
    if (!System.getProperty("os.name").equals("Linux")) {
      throw new IOException("creating devices and FIFOs is only supported on Linux");
    }
    Linker linker = Linker.nativeLinker();
    try (Arena arena = Arena.ofConfined()) {
      MethodHandle mknod =
          linker.downcallHandle(
              linker.defaultLookup().findOrThrow("mknod"),
              FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT, JAVA_LONG));
      byte[] bytes = (path + '\0').getBytes(ISO_8859_1);
      MemorySegment text = arena.allocateFrom(JAVA_BYTE, bytes);
      return (int) mknod.invokeExact(text, mode, device);
    } catch (Throwable e) {
      throw new IOException("mknod " + path + ": " + e.getMessage(), e);
    }
  }
}
