package dev.davit.build;

import dev.davit.io.BodyWriter;
import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A context that is ready to be sent.
 *
 * @param archive writes the tar archive; can be called once
 * @param dockerfile the path of the Dockerfile in the archive; empty for the engine's default
 * @param source the content of the Dockerfile; null if only the archive has it
 * @param directory the directory that is sent; null if the archive comes from elsewhere
 * @param temporary what is removed at the end
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record BuildContext(
    BodyWriter archive,
    String dockerfile,
    @Nullable String source,
    @Nullable ContextDirectory directory,
    Closeable temporary)
    implements Closeable {
  @Override
  public void close() throws IOException {
    temporary.close();
  }
}
