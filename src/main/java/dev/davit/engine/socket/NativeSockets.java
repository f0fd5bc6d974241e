package dev.davit.engine.socket;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.newsclub.net.unix.AFUNIXSocketAddress;
import org.newsclub.net.unix.AFUNIXSocketChannel;
import org.newsclub.net.unix.AFVSOCKSocketAddress;

/**
 * Opens the sockets that the JDK lacks by junixsocket: abstract Unix sockets and vsock.
 *
 * <p>junixsocket's native library is loaded at the first use, from the directory of the installed
 * davit. A program that uses this package as a library names the file by the system property
 * {@value #LIBRARY_PROPERTY}; otherwise junixsocket unpacks it into the directory for temporary
 * files.
 */
public final class NativeSockets {
  private static final String LIBRARY_PROPERTY = "org.newsclub.net.unix.library.override";

  /** System property of the jar's directory, set by davit's launcher. */
  private static final String DIRECTORY_PROPERTY = "davit.lib";

  private static final String LIBRARY = "libjunixsocket-native.so";

  private NativeSockets() {}

  /** Opens a socket for the abstract address that is written {@code @name}. */
  public static UnixSocket abstractUnix(String name) throws IOException {
    requireLibrary("unix://" + name);
    return new UnixSocket(
        AFUNIXSocketChannel.open(), AFUNIXSocketAddress.inAbstractNamespace(name.substring(1)));
  }

  /** Opens a socket for a port of a virtual machine. */
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

  /**
   * Returns the path of the library in davit's installation, whether it exists or not; null if
   * davit is not installed.
   */
  private static @Nullable Path installed() throws IOException {
    if (System.getProperty("org.graalvm.nativeimage.imagecode") != null) {
      Path program = Path.of("/proc/self/exe").toRealPath();
      Path beside = program.resolveSibling(LIBRARY); // location in the build directory
      return Files.isRegularFile(beside)
          ? beside
          : program.resolveSibling("../lib/davit").resolve(LIBRARY).normalize();
    }
    String directory = System.getProperty(DIRECTORY_PROPERTY);
    return directory == null ? null : Path.of(directory).toRealPath().resolve(LIBRARY);
  }
}
