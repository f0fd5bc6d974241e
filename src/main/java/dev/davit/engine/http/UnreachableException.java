package dev.davit.engine.http;

import dev.davit.engine.socket.EngineAddress;
import dev.davit.engine.tls.TlsAlert;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.file.AccessDeniedException;
import java.util.Locale;
import javax.net.ssl.SSLException;

/** There is no answer to a request, for a reason below HTTP; says so in docker's words. */
public final class UnreachableException extends IOException {
  private static final long serialVersionUID = 1L;

  private final transient EngineAddress address;
  private final IOException reason;

  /**
   * @param url as docker's messages write it
   */
  UnreachableException(EngineAddress address, IOException failure, String method, String url) {
    super(explain(address, said(failure), method, url), failure);
    this.address = address;
    this.reason = said(failure);
  }

  /** What the engine said before it hung up, if a request could not be sent therefore. */
  private static IOException said(IOException failure) {
    for (Throwable each : failure.getSuppressed()) {
      if (each instanceof SSLException alert) {
        return alert;
      }
    }
    return failure;
  }

  /** Whether nobody answers where the engine should be, not even badly. */
  public boolean isSilence() {
    return isSilence(reason);
  }

  private static boolean isSilence(IOException reason) {
    return reason instanceof SocketException || reason instanceof InterruptedIOException;
  }

  /** Whether there was a connection that ended without an answer: the next one may fare better. */
  public boolean wasCut() {
    return !isSilence() && words(reason).equals("EOF");
  }

  /** The same of another request, one that was to follow. */
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
      // whether there is such a machine, and a kernel that reaches it, is what one needs to know
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
    // OkHttp says in its own words that an answer ends too early
    return e instanceof EOFException || message.startsWith("unexpected end of stream")
        ? "EOF"
        : message;
  }

  /** What became of a connection that there was; empty if it was none of that. */
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
