package dev.davit.logs.view;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;

/** Bytes that grow. */
final class Bytes extends ByteArrayOutputStream {
  Bytes add(byte[] bytes) {
    write(bytes, 0, bytes.length);
    return this;
  }

  Bytes add(byte[] bytes, int begin, int end) {
    write(bytes, begin, end - begin);
    return this;
  }

  Bytes add(String text) {
    return add(text.getBytes(UTF_8));
  }

  Bytes add(char ascii) {
    write(ascii);
    return this;
  }

  void addTo(Bytes other) {
    other.write(buf, 0, count);
  }
}
