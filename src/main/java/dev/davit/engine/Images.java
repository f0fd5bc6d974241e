package dev.davit.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.davit.engine.http.ApiRequest;
import dev.davit.engine.http.ApiResponse;
import dev.davit.engine.http.JsonStream;
import dev.davit.engine.http.PlannedRequest;
import dev.davit.engine.model.IdAnswer;
import dev.davit.engine.model.ImageSummary;
import dev.davit.engine.model.ProgressMessage;
import dev.davit.text.GoCase;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The image endpoints. */
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
   * {@code POST /images/create}: pulls an image from a registry. The stream must be read to its
   * end; an error of the registry is a message within the stream.
   *
   * @param tag a tag or a digest; empty for all tags of the repository
   * @param platform the platform, in the syntax of the flag; null or empty for the engine's own
   * @param login the credentials for the registry, JSON in base64: the value of X-Registry-Auth
   */
  public JsonStream<ProgressMessage> pull(
      String repository, String tag, @Nullable String platform, String login) throws IOException {
    ApiRequest request = pullRequest(repository, tag, platform).header("X-Registry-Auth", login);
    return engine.send(request).jsonStream(ProgressMessage.class);
  }

  /** The request that {@link #pull} would send, without credentials. */
  public PlannedRequest planPull(String repository, String tag, @Nullable String platform)
      throws IOException {
    return engine.plan(pullRequest(repository, tag, platform));
  }

  private static ApiRequest pullRequest(String repository, String tag, @Nullable String platform) {
    return ApiRequest.post("images", "create")
        .query("fromImage", repository)
        .query("tag", tag)
        .query("platform", platform == null ? null : GoCase.lower(platform));
  }

  /**
   * {@code POST /images/{name}/push}: pushes an image to its registry. The stream must be read to
   * its end; an error of the registry is a message within the stream.
   *
   * @param tag the tag to push; empty for all tags of the repository
   * @param platform the only platform to push, as JSON (API 1.46); empty for all
   * @param login the credentials for the registry, JSON in base64: the value of X-Registry-Auth
   */
  public JsonStream<ProgressMessage> push(
      String repository, String tag, String platform, String login) throws IOException {
    return engine
        .send(
            ApiRequest.post("images", repository, "push")
                .query("tag", tag)
                .query("platform", platform)
                .header("X-Registry-Auth", login))
        .jsonStream(ProgressMessage.class);
  }

  /**
   * {@code POST /commit}: creates an image from a container's changes and returns the image's ID.
   */
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
   * The query parameters and the body of {@code POST /commit}.
   *
   * @param repository the image's name without the tag; empty for an image without a name
   * @param tag the image's tag; empty if not given
   * @param changes Dockerfile instructions to apply
   * @param pause whether the container is paused meanwhile
   * @param config a JSON object that replaces the container's {@code Config}; null to use that
   */
  public record CommitOptions(
      String repository,
      String tag,
      String comment,
      String author,
      List<String> changes,
      boolean pause,
      @Nullable String config) {}

  /** {@code GET /images/{name}/json}, as the engine's bytes. */
  public byte[] inspectRaw(String name) throws IOException {
    try (ApiResponse answer = engine.send(ApiRequest.get("images", name, "json"))) {
      return answer.jsonBytes();
    }
  }
}
