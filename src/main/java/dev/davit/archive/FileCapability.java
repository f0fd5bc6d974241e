package dev.davit.archive;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * The capabilities of a program's file, which setcap sets; read by the C library's lgetxattr, as
 * Java reads attributes of users only. Mirrors ReadSecurityXattrToTarHeader in moby's archive.
 */
final class FileCapability {
  private static final String NAME = "security.capability";

  /** The pax record for the attribute. */
  static final String RECORD = "SCHILY.xattr." + NAME;

  /** The size of the newest form of the attribute, with the user ID of a namespace at its end. */
  private static final int SIZE = 24;

  private static final int SIZE_WITHOUT_USER = 20;
  private static final int VERSION = 3;

  private FileCapability() {}

  /** Returns the attribute, a char for each byte; empty if the file has none. */
  static String read(Path path) {
    byte[] value = new byte[SIZE];
    long length = lgetxattr(RawName.of(path) + '\0', NAME + '\0', value);
    if (length <= VERSION) {
      return "";
    }
    byte[] read = Arrays.copyOf(value, (int) length);
    if (read[VERSION] == 3) { // the user ID is of a namespace on this host
      read = Arrays.copyOf(read, SIZE_WITHOUT_USER);
      read[VERSION] = 2;
    }
    return new String(read, ISO_8859_1);
  }

  /** Calls the C library with texts that end in NUL; returns the length, negative on failure. */
  @SuppressWarnings("restricted") // the launcher allows native access
  private static long lgetxattr(String path, String name, byte[] value) {
    if (!System.getProperty("os.name").equals("Linux")) {
      return -1;
    }
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment buffer = arena.allocate(value.length);
      long length =
          (long)
              Function.LGETXATTR.invokeExact(
                  arena.allocateFrom(JAVA_BYTE, path.getBytes(ISO_8859_1)),
                  arena.allocateFrom(JAVA_BYTE, name.getBytes(ISO_8859_1)),
                  buffer,
                  buffer.byteSize());
      MemorySegment.copy(buffer, JAVA_BYTE, 0, value, 0, value.length);
      return length;
    } catch (Throwable e) {
      return -1;
    }
  }

  /** Linked at the first use. */
  private static final class Function {
    @SuppressWarnings("restricted") // the launcher allows native access
    static final MethodHandle LGETXATTR =
        Linker.nativeLinker()
            .downcallHandle(
                Linker.nativeLinker().defaultLookup().findOrThrow("lgetxattr"),
                FunctionDescriptor.of(JAVA_LONG, ADDRESS, ADDRESS, ADDRESS, JAVA_LONG));
  }
}
