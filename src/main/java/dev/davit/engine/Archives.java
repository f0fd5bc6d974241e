package dev.davit.engine;

import dev.davit.engine.http.ApiRequest;
import dev.davit.engine.http.ApiResponse;
import dev.davit.engine.model.PathStat;
import dev.davit.io.BodyWriter;
import java.io.IOException;

/** The archive endpoint of a container: its files as tar streams, out and in. */
public final class Archives {
  private final Engine engine;

  Archives(Engine engine) {
    this.engine = engine;
  }

  /** {@code HEAD /containers/{id}/archive}: what a path is; a last link is not followed. */
  public PathStat statPath(String id, String path) throws IOException {
    try (ApiResponse answer = engine.send(ApiRequest.head(endpoint(id)).query("path", path))) {
      return ArchiveDownload.stat(answer);
    }
  }

  /** The same, byte for byte. */
  public byte[] statRaw(String id, String path) throws IOException {
    try (ApiResponse answer = engine.send(ApiRequest.head(endpoint(id)).query("path", path))) {
      return ArchiveDownload.statRaw(answer);
    }
  }

  /**
   * {@code GET /containers/{id}/archive}: a path, and all below it, as a tar stream.
   *
   * @param compressed whether it may come compressed, which {@link ArchiveDownload} undoes
   */
  public ArchiveDownload download(String id, String path, boolean compressed) throws IOException {
    ApiRequest request = ApiRequest.get(endpoint(id)).query("path", path);
    return new ArchiveDownload(
        engine.send(compressed ? request.header("Accept-Encoding", "gzip") : request));
  }

  /**
   * {@code PUT /containers/{id}/archive}: unpacks a tar stream in a folder of the container. A
   * folder never replaces what is none there, nor the other way round.
   *
   * @param copyOwner gives the files to the owners that the archive names
   */
  public void upload(String id, String folder, boolean copyOwner, BodyWriter tar)
      throws IOException {
    ApiRequest request =
        ApiRequest.put(endpoint(id))
            .query("path", folder)
            .query("noOverwriteDirNonDir", "true")
            .query("copyUIDGID", copyOwner ? "true" : null)
            .content(tar);
    engine.send(request).close();
  }

  private static String[] endpoint(String id) throws IOException {
    return new String[] {"containers", ContainerName.inUrl(id), "archive"};
  }
}
