package dev.davit.engine;

import com.fasterxml.jackson.core.JacksonException;
import dev.davit.engine.http.ApiResponse;
import dev.davit.engine.model.PathStat;
import dev.davit.json.JsonBinding;
import dev.davit.text.GoCase;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Base64;
import java.util.Objects;
import java.util.zip.GZIPInputStream;

/**
 * A download from {@code GET /containers/{id}/archive}: the stat of a path, and a tar stream of its
 * files.
 */
public final class ArchiveDownload implements Closeable {
  private static final String STAT = "X-Docker-Container-Path-Stat";

  private static final int GZIP_BUFFER = 64 * 1024;

  private final ApiResponse answer;
  private final PathStat stat;

  ArchiveDownload(ApiResponse answer) throws IOException {
    this.answer = answer;
    this.stat = stat(answer);
  }

  static PathStat stat(ApiResponse answer) throws IOException {
    byte[] json = statRaw(answer);
    try {
      PathStat stat = JsonBinding.read(json, PathStat.class);
      if (stat != null) {
        return stat;
      }
    } catch (JacksonException e) {
      throw undecodable(e);
    }
    throw new IOException("unable to decode container path stat header: EOF");
  }

  /** Returns the JSON of the response's stat header. */
  static byte[] statRaw(ApiResponse answer) throws IOException {
    String header = answer.header(STAT);
    try {
      return Base64.getDecoder().decode(header == null ? "" : header);
    } catch (IllegalArgumentException e) {
      throw undecodable(e);
    }
  }

  private static IOException undecodable(Exception e) {
    return new IOException(
        "unable to decode container path stat header: invalid base64 or JSON", e);
  }

  public PathStat stat() {
    return stat;
  }

  /** The tar stream, uncompressed. */
  public InputStream body() throws IOException {
    return GoCase.equalFold(
            "gzip", Objects.requireNonNullElse(answer.header("Content-Encoding"), ""))
        ? new GZIPInputStream(answer.body(), GZIP_BUFFER)
        : answer.body();
  }

  @Override
  public void close() {
    answer.close();
  }
}
