package dev.davit.engine;

import dev.davit.engine.model.ImagePullMessage;
import dev.davit.engine.model.ImageSummary;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The image endpoints that a container tool needs. */
public final class Images {
  private final Engine engine;

  Images(Engine engine) {
    this.engine = engine;
  }

  /** {@code GET /images/json}. */
  public List<ImageSummary> list() throws IOException {
    try (Answer answer = engine.send(ApiRequest.get("images", "json"))) {
      return answer.jsonList(ImageSummary.class);
    }
  }

  /**
   * {@code POST /images/create}: pulls from a registry, without credentials. The stream must be
   * read to its end; an error of the registry comes as a message within it.
   *
   * @param tag a tag or a digest
   */
  public JsonStream<ImagePullMessage> pull(String repository, String tag, @Nullable String platform)
      throws IOException {
    return engine.send(pullRequest(repository, tag, platform)).jsonStream(ImagePullMessage.class);
  }

  /** What {@link #pull} would send. */
  public PlannedRequest planPull(String repository, String tag, @Nullable String platform)
      throws IOException {
    return engine.plan(pullRequest(repository, tag, platform));
  }

  private static ApiRequest pullRequest(String repository, String tag, @Nullable String platform) {
    return ApiRequest.post("images", "create")
        .query("fromImage", repository)
        .query("tag", tag)
        .query("platform", platform);
  }

  /** {@code GET /images/{name}/json}, byte for byte. */
  public byte[] inspectRaw(String name) throws IOException {
    try (Answer answer = engine.send(ApiRequest.get("images", name, "json"))) {
      return answer.jsonBytes();
    }
  }
}
