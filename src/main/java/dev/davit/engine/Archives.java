package dev.davit.engine;

import dev.davit.engine.http.ApiRequest;
import dev.davit.engine.http.ApiResponse;
import dev.davit.engine.model.PathStat;
import dev.davit.io.BodyWriter;
import java.io.IOException;

/** The archive endpoint of a container, which downloads and uploads files as tar streams. */
public final class Archives {
  private final Engine engine;

  Archives(Engine engine) {
    this.engine = engine;
  }

  /**
   * {@code HEAD /containers/{id}/archive}: the stat of a path. A symbolic link in the last element
   * of the path is not followed.
   */
  public PathStat statPath(String id, String path) throws IOException {
    try (ApiResponse answer = engine.send(ApiRequest.head(endpoint(id)).query("path", path))) {
      return ArchiveDownload.stat(answer);
    }
  }

  /** {@code HEAD /containers/{id}/archive}: the stat of a path, as the engine's JSON. */
  public byte[] statRaw(String id, String path) throws IOException {
    try (ApiResponse answer = engine.send(ApiRequest.head(endpoint(id)).query("path", path))) {
      return ArchiveDownload.statRaw(answer);
    }
  }

  /**
   * {@code GET /containers/{id}/archive}: a path and everything below it, as a tar stream.
   *
   * @param compressed whether the engine may compress the stream, which {@link ArchiveDownload}
   *     decompresses
   */
  public ArchiveDownload download(String id, String path, boolean compressed) throws IOException {
    ApiRequest request = ApiRequest.get(endpoint(id)).query("path", path);
    return new ArchiveDownload(
        engine.send(compressed ? request.header("Accept-Encoding", "gzip") : request));
  }

  /**
   * {@code PUT /containers/{id}/archive}: unpacks a tar stream in a directory of the container. A
   * directory never replaces a file of another type, nor such a file a directory.
   *
   * @param copyOwner whether the files get the owners that the archive names
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
