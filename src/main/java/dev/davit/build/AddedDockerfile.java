package dev.davit.build;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.davit.archive.TarEntry;
import dev.davit.archive.TarEntry.Device;
import dev.davit.archive.TarEntry.Kind;
import dev.davit.archive.TarOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.HexFormat;

/**
 * A Dockerfile from outside of the context: it is added under a random name, which {@code
 * .dockerignore} ignores, so that {@code COPY . .} leaves it out.
 */
final class AddedDockerfile {
  private static final int RANDOM_BYTES = 10;

  /** Only the owner can read the files. */
  private static final int MODE = 0600;

  private final byte[] content;
  private final long now;
  private final String name;
  private boolean isIgnored;

  /**
   * @param content the Dockerfile
   */
  AddedDockerfile(byte[] content, InstantSource clock) {
    byte[] random = new byte[RANDOM_BYTES];
    new SecureRandom().nextBytes(random);
    this.content = content;
    this.now = clock.instant().getEpochSecond();
    this.name = ".dockerfile." + HexFormat.of().formatHex(random);
  }

  /** The name in the context. */
  String name() {
    return name;
  }

  /** The content as text. */
  String text() {
    return new String(content, UTF_8);
  }

  /** Whether a file is {@code .dockerignore}, which gets one more line. */
  static boolean isIgnoreFile(String file) {
    return file.equals(IgnoreFile.NAME);
  }

  /** Writes {@code .dockerignore} with a line that ignores the Dockerfile. */
  void addIgnoring(TarEntry entry, byte[] before, TarOutput tar) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.write(before);
    all.write(("\n" + name + '\n').getBytes(US_ASCII));
    isIgnored = true;
    tar.putFile(entry, all.toByteArray());
  }

  /** Writes the Dockerfile, and {@code .dockerignore} if the context has none. */
  void addTo(TarOutput tar) throws IOException {
    if (!isIgnored) {
      addIgnoring(entry(IgnoreFile.NAME), IgnoreFile.NAME.getBytes(US_ASCII), tar);
    }
    tar.putFile(entry(name), content);
  }

  private TarEntry entry(String file) {
    return new TarEntry(file, Kind.FILE, MODE, 0, 0, 0, now, "", Device.NONE);
  }
}
