package dev.davit.context;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.List;
import java.util.Optional;

/**
 * Reads private keys from PEM files: PKCS#8, or the older PKCS#1 (RSA) and SEC 1 (EC), which PKCS#8
 * wraps. As in Go, the format is detected by the content: some files have wrong labels.
 */
final class PrivateKeyFormat {
  private static final int INTEGER = 0x02;
  private static final int OCTET_STRING = 0x04;
  private static final int SEQUENCE = 0x30;
  private static final int EC_PARAMETERS = 0xa0;

  private static final byte[] VERSION_0 = {INTEGER, 1, 0};

  /** The object identifier 1.2.840.113549.1.1.1 and a NULL, which stands for no parameters. */
  private static final byte[] RSA = {
    6, 9, 0x2a, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xf7, 0x0d, 1, 1, 1, 5, 0
  };

  /** The object identifier 1.2.840.10045.2.1. */
  private static final byte[] EC = {6, 7, 0x2a, (byte) 0x86, 0x48, (byte) 0xce, 0x3d, 2, 1};

  private PrivateKeyFormat() {}

  /** Reads a key; empty if the content has no supported format. */
  static Optional<PrivateKey> parse(byte[] der) {
    try {
      return ofPkcs8(wrapped(der));
    } catch (RuntimeException e) {
      // the content ends too early, or is not DER
      return Optional.empty();
    }
  }

  private static Optional<PrivateKey> ofPkcs8(byte[] der) {
    for (String algorithm : List.of("RSA", "EC", "EdDSA")) {
      try {
        return Optional.of(
            KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(der)));
      } catch (InvalidKeySpecException e) {
        // a key of another algorithm
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException(e);
      }
    }
    return Optional.empty();
  }

  /** Returns the key as PKCS#8; the second element, after a version, determines its format. */
  private static byte[] wrapped(byte[] der) {
    ByteBuffer elements = content(ByteBuffer.wrap(der), SEQUENCE);
    content(elements, INTEGER);
    return switch (elements.get(elements.position())) {
      case INTEGER -> sequence(VERSION_0, sequence(RSA), element(OCTET_STRING, der));
      case OCTET_STRING -> {
        content(elements, OCTET_STRING);
        ByteBuffer curve = content(elements, EC_PARAMETERS);
        byte[] parameters = new byte[curve.remaining()];
        curve.get(parameters);
        yield sequence(VERSION_0, sequence(EC, parameters), element(OCTET_STRING, der));
      }
      default -> der;
    };
  }

  /** Returns the content of the next element, which must have the tag; moves the buffer past it. */
  private static ByteBuffer content(ByteBuffer in, int tag) {
    if ((in.get() & 0xff) != tag) {
      throw new IllegalArgumentException();
    }
    int length = in.get() & 0xff;
    if (length >= 0x80) {
      int bytes = length - 0x80;
      length = 0;
      for (int i = 0; i < bytes; i++) {
        length = length << 8 | in.get() & 0xff;
      }
    }
    ByteBuffer content = in.slice(in.position(), length);
    in.position(in.position() + length);
    return content;
  }

  private static byte[] sequence(byte[]... elements) {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    for (byte[] element : elements) {
      content.writeBytes(element);
    }
    return element(SEQUENCE, content.toByteArray());
  }

  private static byte[] element(int tag, byte[] content) {
    ByteBuffer out = ByteBuffer.allocate(content.length + 4).put((byte) tag);
    if (content.length < 0x80) {
      out.put((byte) content.length);
    } else {
      out.put((byte) 0x82).putShort((short) content.length);
    }
    byte[] bytes = new byte[out.put(content).flip().remaining()];
    out.get(bytes);
    return bytes;
  }
}
