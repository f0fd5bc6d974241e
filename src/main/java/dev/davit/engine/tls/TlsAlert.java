package dev.davit.engine.tls;

import java.security.cert.CertificateException;
import java.util.Locale;
import java.util.Map;
import javax.net.ssl.SSLException;

/** The messages of TLS failures, as in Go's crypto/tls. */
public final class TlsAlert {
  private static final String RECEIVED = "Received fatal alert: ";

  /** Names of alerts in Go that differ from the standard's. */
  private static final Map<String, String> WORDS =
      Map.ofEntries(
          Map.entry("bad_record_mac", "bad record MAC"),
          Map.entry("certificate_revoked", "revoked certificate"),
          Map.entry("certificate_expired", "expired certificate"),
          Map.entry("certificate_unknown", "unknown certificate"),
          Map.entry("unknown_ca", "unknown certificate authority"),
          Map.entry("decode_error", "error decoding message"),
          Map.entry("decrypt_error", "error decrypting message"),
          Map.entry("protocol_version", "protocol version not supported"),
          Map.entry("insufficient_security", "insufficient security level"));

  private TlsAlert() {}

  /** Returns Go's message for a failure of the handshake or the connection. */
  public static String reason(SSLException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof CertificateException refusal) {
        return "tls: failed to verify certificate: x509: " + refusal.getMessage();
      }
    }
    String message = String.valueOf(e.getMessage());
    int alert = message.indexOf(RECEIVED);
    if (alert >= 0) {
      String name = message.substring(alert + RECEIVED.length()).toLowerCase(Locale.ROOT);
      return "remote error: tls: " + WORDS.getOrDefault(name, name.replace('_', ' '));
    }
    if (message.startsWith("Unsupported or unrecognized SSL message")) {
      return "tls: first record does not look like a TLS handshake";
    }
    return "tls: " + message;
  }
}
