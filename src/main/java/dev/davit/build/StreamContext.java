package dev.davit.build;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.davit.archive.TarEntry;
import dev.davit.archive.TarEntry.Device;
import dev.davit.archive.TarEntry.Kind;
import dev.davit.archive.TarInput;
import dev.davit.archive.TarOutput;
import dev.davit.io.BodyWriter;
import dev.davit.io.InputFile;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.InstantSource;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * A context that is read from a stream: a tar archive, which may be compressed, or only a
 * Dockerfile. Mirrors GetContextFromReader in docker's cli/command/image/build.
 */
final class StreamContext {
  /** The size of a Dockerfile up to which it is kept in memory, in bytes. */
  private static final int MAX_DOCKERFILE = 64 * 1024 * 1024;

  /** The number of bytes that docker reads at first. */
  private static final int BUFFER = 4096;

  private static final String DOCKERFILE = "Dockerfile";
  private static final int MODE = 0644;

  private StreamContext() {}

  /**
   * Reads the beginning of a stream.
   *
   * @param dockerfile the value of {@code --file}
   * @param added the Dockerfile on standard input; null if the stream has it
   * @param connection what is closed at the end
   * @throws IOException in docker's words if stream and flag are both Dockerfiles
   */
  static BuildContext read(
      InputStream in,
      String dockerfile,
      byte @Nullable [] added,
      InstantSource clock,
      Closeable connection)
      throws IOException {
    InputStream whole = new BufferedInputStream(in, BUFFER);
    byte[] start;
    try {
      whole.mark(ArchiveDetector.LENGTH);
      start = whole.readNBytes(ArchiveDetector.LENGTH);
      whole.reset();
    } catch (IOException e) {
      throw new IOException("failed to peek context header from STDIN: " + e.getMessage(), e);
    }
    if (ArchiveDetector.isArchive(start)) {
      if (added != null) {
        AddedDockerfile file = new AddedDockerfile(added, clock);
        InputStream tar = uncompressed(whole, start);
        return new BuildContext(
            out -> add(file, tar, out), file.name(), file.text(), null, connection);
      }
      return new BuildContext(InputFile.ofStandardInput(whole), dockerfile, null, null, connection);
    }
    if (dockerfile.equals("-")) {
      throw new IOException("build context is not an archive");
    }
    if (!dockerfile.isEmpty()) {
      throw new IOException(
          "ambiguous Dockerfile source: both stdin and flag correspond to Dockerfiles");
    }
    byte[] content = whole.readNBytes(MAX_DOCKERFILE + 1);
    if (content.length > MAX_DOCKERFILE) {
      throw new IOException("a Dockerfile can have at most 64MB, and this is no tar archive");
    }
    return new BuildContext(
        alone(content, clock), DOCKERFILE, new String(content, UTF_8), null, connection);
  }

  /** Decompresses an archive to which a Dockerfile is added, which docker cannot do. */
  private static InputStream uncompressed(InputStream archive, byte[] start) throws IOException {
    if (ArchiveDetector.isGzip(start)) {
      return new GZIPInputStream(archive);
    }
    if (TarInput.startsWithHeader(start)) {
      return archive;
    }
    throw new IOException(
        "a Dockerfile can be added to a tar archive only if that is not compressed, or by gzip");
  }

  /** Copies an archive with one more Dockerfile. */
  private static void add(AddedDockerfile added, InputStream archive, OutputStream out)
      throws IOException {
    TarInput in = new TarInput(archive);
    TarOutput tar = new TarOutput(out);
    byte[] buffer = new byte[64 * 1024];
    for (TarEntry entry = in.next(); entry != null; entry = in.next()) {
      if (AddedDockerfile.isIgnoreFile(entry.name())) {
        ByteArrayOutputStream before = new ByteArrayOutputStream();
        for (int n = in.read(buffer); n > 0; n = in.read(buffer)) {
          before.write(buffer, 0, n);
        }
        added.addIgnoring(entry, before.toByteArray(), tar);
        continue;
      }
      tar.put(entry);
      for (int n = in.read(buffer); n > 0; n = in.read(buffer)) {
        tar.write(buffer, n);
      }
      tar.endContent(entry);
    }
    added.addTo(tar);
    tar.finish();
  }

  /** Returns an archive of only a Dockerfile. */
  private static BodyWriter alone(byte[] dockerfile, InstantSource clock) {
    long now = clock.instant().getEpochSecond();
    TarEntry entry = new TarEntry(DOCKERFILE, Kind.FILE, MODE, 0, 0, 0, now, "", Device.NONE);
    return out -> {
      TarOutput tar = new TarOutput(out);
      tar.putFile(entry, dockerfile);
      tar.finish();
    };
  }
}
