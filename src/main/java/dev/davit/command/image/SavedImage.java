package dev.davit.command.image;

import dev.davit.archive.TarEntry;
import dev.davit.archive.TarInput;
import dev.davit.archive.TarOutput;
import dev.davit.engine.Engine;
import dev.davit.engine.http.ApiResponse;
import dev.davit.io.SingleByte;
import dev.davit.json.Json;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * An image as the archive that {@code GET /images/get} returns, in a temporary file that several
 * threads can read. The file has no name any more, so nothing is left if the process is killed.
 */
final class SavedImage implements Closeable {
  private static final int BUFFER = 64 * 1024;

  private final FileChannel file;
  private final List<String> layers;

  private SavedImage(FileChannel file) throws IOException {
    this.file = file;
    this.layers = layers();
  }

  /**
   * Saves an image.
   *
   * @param name the name to save, or an ID for an archive without names
   * @param directory of the temporary file
   * @param counted counts what is written
   */
  static SavedImage of(
      Engine engine, String name, Path directory, UnaryOperator<OutputStream> counted)
      throws IOException {
    Path path = Files.createTempFile(directory, "davit-image", ".tar");
    FileChannel file = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
    try {
      Files.delete(path);
      try (ApiResponse archive = engine.imageArchives().save(List.of(name), List.of())) {
        archive.body().transferTo(counted.apply(Channels.newOutputStream(file)));
      }
      return new SavedImage(file);
    } catch (IOException | RuntimeException e) {
      file.close();
      throw e;
    }
  }

  /** The number of layers; 0 if the archive does not list them. */
  int count() {
    return layers.size();
  }

  /**
   * Writes the archive.
   *
   * @param without the number of layers to leave out, from the lowest one
   * @return the size of the layers in bytes
   */
  long writeTo(OutputStream out, int without) throws IOException {
    Set<String> left = Set.copyOf(layers.subList(0, without));
    TarInput in = new TarInput(stream());
    TarOutput tar = new TarOutput(out);
    byte[] buffer = new byte[BUFFER];
    long size = 0;
    for (TarEntry entry = in.next(); entry != null; entry = in.next()) {
      if (left.contains(entry.name())) {
        continue;
      }
      size += layers.contains(entry.name()) ? entry.size() : 0;
      tar.put(entry);
      for (int length = in.read(buffer); length > 0; length = in.read(buffer)) {
        tar.write(buffer, length);
      }
      tar.endContent(entry);
    }
    tar.finish();
    return size;
  }

  /** Reads the names of the layers' files, the lowest first, in manifest.json. */
  private List<String> layers() throws IOException {
    TarInput in = new TarInput(stream());
    for (TarEntry entry = in.next(); entry != null; entry = in.next()) {
      if (entry.name().equals("manifest.json")) {
        return layers(content(in));
      }
    }
    return List.of();
  }

  private static List<String> layers(byte[] manifest) {
    try {
      if (Json.only(manifest) instanceof List<?> images
          && images.size() == 1
          && images.getFirst() instanceof Map<?, ?> image
          && image.get("Layers") instanceof List<?> names) {
        return names.stream().map(String::valueOf).toList();
      }
      return List.of();
    } catch (Json.SyntaxException e) {
      return List.of(); // the engine that loads the archive reports it
    }
  }

  private static byte[] content(TarInput in) throws IOException {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    byte[] buffer = new byte[BUFFER];
    for (int length = in.read(buffer); length > 0; length = in.read(buffer)) {
      content.write(buffer, 0, length);
    }
    return content.toByteArray();
  }

  private InputStream stream() {
    return new BufferedInputStream(new FileStream(file), BUFFER);
  }

  /** The bytes of a file from its begin; several streams of one file do not affect each other. */
  private static final class FileStream extends InputStream {
    private final FileChannel file;
    private long position;

    FileStream(FileChannel file) {
      this.file = file;
    }

    @Override
    public int read() throws IOException {
      return SingleByte.read(this);
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      int read = file.read(ByteBuffer.wrap(bytes, from, length), position);
      position += Math.max(read, 0);
      return read;
    }

    @Override
    public long skip(long bytes) {
      position += bytes;
      return bytes;
    }
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
