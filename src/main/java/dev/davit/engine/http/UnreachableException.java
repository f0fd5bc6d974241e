package dev.davit.engine.http;

import dev.davit.engine.socket.EngineAddress;
import dev.davit.engine.tls.TlsAlert;
import dev.davit.text.GoCase;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.file.AccessDeniedException;
import java.util.Locale;
import javax.net.ssl.SSLException;

/** A request without a response, because of a failure below HTTP; the message is docker's. */
public final class UnreachableException extends IOException {
  private static final long serialVersionUID = 1L;

  private final transient EngineAddress address;
  private final IOException reason;

  /**
   * Creates an exception.
   *
   * @param url as in docker's messages
   */
  UnreachableException(EngineAddress address, IOException failure, String method, String url) {
    super(explain(address, said(failure), method, url), failure);
    this.address = address;
    this.reason = said(failure);
  }

  /**
   * The TLS alert that the engine sent before it closed the connection, if the failure is a
   * consequence, else the failure.
   */
  private static IOException said(IOException failure) {
    for (Throwable each : failure.getSuppressed()) {
      if (each instanceof SSLException alert) {
        return alert;
      }
    }
    return failure;
  }

  private static boolean isSilence(IOException reason) {
    return reason instanceof SocketException || reason instanceof InterruptedIOException;
  }

  /** Whether the connection ended without a response, so that a new one may succeed. */
  public boolean wasCut() {
    return !isSilence(reason) && words(reason).equals("EOF");
  }

  /** The exception for another request that was to follow. */
  UnreachableException instead(String method, String url) {
    return new UnreachableException(address, reason, method, url);
  }

  private static String explain(EngineAddress address, IOException e, String method, String url) {
    String request =
        method.charAt(0) + method.substring(1).toLowerCase(Locale.ROOT) + " \"" + url + "\": ";
    if (address instanceof EngineAddress.Unix unix && isDenied(e)) {
      return "permission denied while trying to connect to the Docker daemon socket at "
          + address
          + ": "
          + request
          + "dial unix "
          + unix.path()
          + ": connect: permission denied";
    }
    if (address instanceof EngineAddress.Vsock && isSilence(e)) {
      // The reason distinguishes a missing virtual machine from a kernel without vsock.
      return "Cannot connect to the Docker daemon at " + address + ": " + e.getMessage();
    }
    if (isSilence(e) && brokenOff(e).isEmpty()) {
      return "Cannot connect to the Docker daemon at "
          + address
          + ". Is the docker daemon running?";
    }
    String words = words(e);
    if (words.equals("remote error: tls: bad certificate")) {
      return "the server probably has client authentication (--tlsverify) enabled; check your TLS"
          + " client certification settings: "
          + request
          + words;
    }
    return "error during connect: " + request + words;
  }

  /**
   * Returns why a server cannot be reached in Go's words: {@code dial unix /x: connect: no such
   * file or directory}.
   */
  public static String dialing(EngineAddress address, IOException e) {
    if (!(e instanceof SocketException)) {
      return words(e);
    }
    Throwable cause =
        e.getCause() instanceof SocketException inner ? inner : e; // OkHttp's is wordy
    String reason = "connect: " + GoCase.lower(String.valueOf(cause.getMessage()));
    // No switch over types: Java generates code at its first use, which takes 40 ms.
    if (address instanceof EngineAddress.Unix unix) {
      return "dial unix " + unix.path() + ": " + reason;
    }
    return address instanceof EngineAddress.Tcp tcp
        ? "dial tcp " + tcp.host() + ':' + tcp.port() + ": " + reason
        : String.valueOf(e.getMessage());
  }

  private static String words(IOException e) {
    String message = String.valueOf(e.getMessage());
    if (e instanceof UnknownHostException) {
      return "dial tcp: lookup " + message.split(":", 2)[0] + ": no such host";
    }
    if (!brokenOff(e).isEmpty()) {
      return brokenOff(e);
    }
    if (e.getCause() instanceof EOFException) {
      return "EOF";
    }
    if (e instanceof SSLException tls) {
      return TlsAlert.reason(tls);
    }
    // OkHttp has its own message for a response that ends too early.
    return e instanceof EOFException || message.startsWith("unexpected end of stream")
        ? "EOF"
        : message;
  }

  /** The message for an established connection that broke; empty for other failures. */
  private static String brokenOff(IOException e) {
    return switch (String.valueOf(e.getMessage())) {
      case "Connection reset", "Connection reset by peer" -> "read: connection reset by peer";
      case "Broken pipe" -> "write: broken pipe";
      default -> "";
    };
  }

  private static boolean isDenied(IOException e) {
    return e instanceof AccessDeniedException
        || String.valueOf(e.getMessage()).contains("Permission denied");
  }
}
