package dev.davit.engine;

import dev.davit.engine.model.ImagePullMessage;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The image endpoints that running a container needs. */
public final class Images {
  private final Engine engine;

  Images(Engine engine) {
    this.engine = engine;
  }

  /**
   * {@code POST /images/create}: pulls from a registry, without credentials. The stream must be
   * read to its end; an error of the registry comes as a message within it.
   *
   * @param tag a tag or a digest
   */
  public JsonStream<ImagePullMessage> pull(String repository, String tag, @Nullable String platform)
      throws IOException {
    ApiRequest request =
        ApiRequest.post("images", "create")
            .query("fromImage", repository)
            .query("tag", tag)
            .query("platform", platform);
    return engine.send(request).jsonStream(ImagePullMessage.class);
  }

  /** {@code GET /images/{name}/json}, byte for byte. */
  public byte[] inspectRaw(String name) throws IOException {
    try (Answer answer = engine.send(ApiRequest.get("images", name, "json"))) {
      return answer.jsonBytes();
    }
  }
}
