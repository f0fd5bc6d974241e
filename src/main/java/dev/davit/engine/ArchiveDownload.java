package dev.davit.engine;

import com.fasterxml.jackson.core.JacksonException;
import dev.davit.engine.model.PathStat;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Base64;

/** A path of a container on its way out: what it is, and then a tar stream of it. */
public final class ArchiveDownload implements Closeable {
  private static final String STAT = "X-Docker-Container-Path-Stat";

  private final Answer answer;
  private final PathStat stat;

  ArchiveDownload(Answer answer) throws IOException {
    this.answer = answer;
    this.stat = stat(answer);
  }

  static PathStat stat(Answer answer) throws IOException {
    String header = answer.header(STAT);
    try {
      byte[] json = Base64.getDecoder().decode(header == null ? "" : header);
      PathStat stat = Json.MAPPER.readValue(json, PathStat.class);
      if (stat != null) {
        return stat;
      }
    } catch (IllegalArgumentException | JacksonException e) {
      throw new IOException(
          "unable to decode container path stat header: not what was promised", e);
    }
    throw new IOException("unable to decode container path stat header: EOF");
  }

  public PathStat stat() {
    return stat;
  }

  public InputStream body() {
    return answer.body();
  }

  @Override
  public void close() {
    answer.close();
  }
}
