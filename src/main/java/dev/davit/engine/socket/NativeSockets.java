package dev.davit.engine.socket;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.newsclub.net.unix.AFUNIXSocketAddress;
import org.newsclub.net.unix.AFUNIXSocketChannel;
import org.newsclub.net.unix.AFVSOCKSocketAddress;

/**
 * The sockets that Java lacks, opened by junixsocket: abstract Unix sockets and vsock.
 *
 * <p>junixsocket's native library is loaded at the first use, from the directory that an
 * installation of davit has it in. A program that uses this package as a library names the file by
 * the system property {@value #LIBRARY_PROPERTY}; junixsocket unpacks one into the directory for
 * temporary files otherwise.
 */
public final class NativeSockets {
  private static final String LIBRARY_PROPERTY = "org.newsclub.net.unix.library.override";

  /** Set by davit's launcher: the directory of its jar. */
  private static final String DIRECTORY_PROPERTY = "davit.lib";

  private static final String LIBRARY = "libjunixsocket-native.so";

  private NativeSockets() {}

  /** A socket for the abstract address that is written {@code @name}. */
  public static UnixSocket abstractUnix(String name) throws IOException {
    requireLibrary("unix://" + name);
    return new UnixSocket(
        AFUNIXSocketChannel.open(), AFUNIXSocketAddress.inAbstractNamespace(name.substring(1)));
  }

  /** A socket for a port of a virtual machine. */
  public static UnixSocket vsock(EngineAddress.Vsock address) throws IOException {
    requireLibrary(address.toString());
    return new UnixSocket(
        VsockChannel.unconnected(),
        AFVSOCKSocketAddress.ofPortAndCID(address.port(), address.cid()));
  }

  private static void requireLibrary(String address) throws IOException {
    Path library = System.getProperty(LIBRARY_PROPERTY) == null ? installed() : null;
    if (library == null) {
      return;
    }
    if (!Files.isRegularFile(library)) {
      throw new IOException(address + ": missing library " + library + ": reinstall davit");
    }
    System.setProperty(LIBRARY_PROPERTY, library.toString());
  }

  /** Where an installation has the library, be it there or not; null if this is no installation. */
  private static @Nullable Path installed() throws IOException {
    if (System.getProperty("org.graalvm.nativeimage.imagecode") != null) {
      Path program = Path.of("/proc/self/exe").toRealPath();
      Path beside = program.resolveSibling(LIBRARY); // as it is built
      return Files.isRegularFile(beside)
          ? beside
          : program.resolveSibling("../lib/davit").resolve(LIBRARY).normalize();
    }
    String directory = System.getProperty(DIRECTORY_PROPERTY);
    return directory == null ? null : Path.of(directory).toRealPath().resolve(LIBRARY);
  }
}
