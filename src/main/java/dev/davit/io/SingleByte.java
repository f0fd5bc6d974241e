package dev.davit.io;

import java.io.IOException;
import java.io.InputStream;

/** Reads one byte from streams that are made for arrays of bytes. */
public final class SingleByte {
  private SingleByte() {}

  /** Returns the next byte by {@link InputStream#read(byte[], int, int)}; -1 at the end. */
  public static int read(InputStream in) throws IOException {
    byte[] one = new byte[1];
    return in.read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }
}
