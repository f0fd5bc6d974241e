package dev.davit.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.davit.engine.http.ApiRequest;
import dev.davit.engine.http.ApiResponse;
import dev.davit.engine.http.JsonStream;
import dev.davit.engine.http.PlannedRequest;
import dev.davit.engine.model.IdAnswer;
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
    try (ApiResponse answer = engine.send(ApiRequest.get("images", "json"))) {
      return answer.jsonList(ImageSummary.class);
    }
  }

  /**
   * {@code POST /images/create}: pulls from a registry. The stream must be read to its end; an
   * error of the registry comes as a message within it.
   *
   * @param tag a tag or a digest
   * @param login the credentials for the registry, base64 of JSON: the value of X-Registry-Auth
   */
  public JsonStream<ImagePullMessage> pull(
      String repository, String tag, @Nullable String platform, String login) throws IOException {
    ApiRequest request = pullRequest(repository, tag, platform).header("X-Registry-Auth", login);
    return engine.send(request).jsonStream(ImagePullMessage.class);
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

  /** {@code POST /commit}: makes an image of what a container has become; returns its id. */
  public String commit(String container, CommitOptions options) throws IOException {
    ApiRequest request =
        ApiRequest.post("commit")
            .query("container", container)
            .each("repo", List.of(options.repository()))
            .each("tag", List.of(options.tag()))
            .each("comment", List.of(options.comment()))
            .each("author", List.of(options.author()))
            .each("changes", options.changes());
    if (!options.pause()) {
      request.query("pause", "0");
    }
    String config = options.config();
    if (config == null && engine.ping().isOldPodman()) {
      config = "{}";
    }
    if (config != null) {
      request.json(config.getBytes(UTF_8));
    }
    try (ApiResponse answer = engine.send(request)) {
      return answer.json(IdAnswer.class).id();
    }
  }

  /**
   * What is made of a container.
   *
   * @param repository and {@code tag}: the image's name, both empty for none
   * @param changes lines of a Dockerfile
   * @param pause freezes the container meanwhile
   * @param config a JSON object in place of the container's own {@code Config}; null for that
   */
  public record CommitOptions(
      String repository,
      String tag,
      String comment,
      String author,
      List<String> changes,
      boolean pause,
      @Nullable String config) {}

  /** {@code GET /images/{name}/json}, byte for byte. */
  public byte[] inspectRaw(String name) throws IOException {
    try (ApiResponse answer = engine.send(ApiRequest.get("images", name, "json"))) {
      return answer.jsonBytes();
    }
  }
}
