package dev.davit.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.davit.engine.http.ApiRequest;
import dev.davit.engine.http.ApiResponse;
import dev.davit.engine.http.JsonStream;
import dev.davit.engine.http.PlannedRequest;
import dev.davit.engine.model.DistributionInfo;
import dev.davit.engine.model.IdAnswer;
import dev.davit.engine.model.ImageDetails;
import dev.davit.engine.model.ImageHistoryItem;
import dev.davit.engine.model.ImagePruneResult;
import dev.davit.engine.model.ImageRemoval;
import dev.davit.engine.model.ImageSearchResult;
import dev.davit.engine.model.ImageSummary;
import dev.davit.engine.model.ProgressMessage;
import dev.davit.text.GoCase;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The image endpoints. */
public final class Images {
  private final Engine engine;

  Images(Engine engine) {
    this.engine = engine;
  }

  /** {@code GET /images/json}. */
  public List<ImageSummary> list(ListOptions options) throws IOException {
    ApiRequest request =
        ApiRequest.get("images", "json")
            .flag("all", options.all())
            .query("filter", options.name())
            .query("filters", options.filters())
            .flag("manifests", options.manifests());
    try (ApiResponse answer = engine.send(request)) {
      return answer.jsonList(ImageSummary.class);
    }
  }

  /**
   * The query parameters of {@code GET /images/json}.
   *
   * @param all whether intermediate images are included
   * @param manifests whether the manifests of each image are included, since API 1.47
   * @param name a pattern of names below API 1.25, which has no filter {@code reference}; null for
   *     all
   * @param filters JSON such as {@code {"dangling":{"true":true}}}; null for no filter
   */
  public record ListOptions(
      boolean all, boolean manifests, @Nullable String name, @Nullable String filters) {
    /** All images but intermediate ones, without manifests. */
    public static final ListOptions DEFAULT = new ListOptions(false, false, null, null);
  }

  /**
   * {@code GET /images/search}: searches a registry.
   *
   * @param term the text to search for, with the name of a registry in front unless it is Docker
   *     Hub
   * @param limit the maximum number of results; 0 or less for the engine's default
   * @param filters JSON such as {@code {"stars":{"3":true}}}; null for no filter
   * @param login the credentials for the registry, JSON in base64: the value of X-Registry-Auth
   */
  public List<ImageSearchResult> search(
      String term, long limit, @Nullable String filters, String login) throws IOException {
    ApiRequest request =
        ApiRequest.get("images", "search")
            .each("term", List.of(term))
            .query("limit", limit > 0 ? limit : null)
            .query("filters", filters)
            .header("X-Registry-Auth", login);
    try (ApiResponse answer = engine.send(request)) {
      return answer.jsonList(ImageSearchResult.class);
    }
  }

  /**
   * {@code GET /images/{name}/history}: the layers of an image, the newest first.
   *
   * @param platform JSON such as {@code {"architecture":"arm64","os":"linux"}}, since API 1.48;
   *     null for the engine's own
   */
  public List<ImageHistoryItem> history(String name, @Nullable String platform) throws IOException {
    ApiRequest request = ApiRequest.get(endpoint(name, "history")).query("platform", platform);
    try (ApiResponse answer = engine.send(request)) {
      return answer.jsonList(ImageHistoryItem.class);
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

  /**
   * {@code DELETE /images/{name}}: removes the name, and with the last name the image. Returns the
   * steps, in their order.
   */
  public List<ImageRemoval> remove(String name, RemoveOptions options) throws IOException {
    ApiRequest request =
        ApiRequest.delete(endpoint(name))
            .flag("force", options.force())
            .flag("noprune", !options.prune())
            .each("platforms", options.platforms());
    try (ApiResponse answer = engine.send(request)) {
      return answer.jsonList(ImageRemoval.class);
    }
  }

  /**
   * The query parameters of {@code DELETE /images/{name}}.
   *
   * @param force whether images of stopped containers, and images with several names, are removed
   * @param prune whether parents without a name are deleted, too
   * @param platforms the only platforms to remove, each as a JSON object; empty for the image
   */
  public record RemoveOptions(boolean force, boolean prune, List<String> platforms) {}

  /** {@code POST /images/{name}/tag}: adds a name to an image. */
  public void tag(String source, String repository, String tag) throws IOException {
    engine
        .send(ApiRequest.post(endpoint(source, "tag")).query("repo", repository).query("tag", tag))
        .close();
  }

  /** {@code POST /images/prune}; filters are JSON, null for none. */
  public ImagePruneResult prune(@Nullable String filters) throws IOException {
    engine.apiVersion(); // docker also requests the version first
    ApiRequest request = ApiRequest.post("images", "prune").query("filters", filters);
    try (ApiResponse answer = engine.send(request)) {
      return answer.json(ImagePruneResult.class);
    }
  }

  /**
   * {@code GET /distribution/{name}/json}: the digest that a registry has for a reference.
   *
   * @param login the credentials for the registry, as for {@link #pull}
   */
  public String registryDigest(String name, String login) throws IOException {
    ApiRequest request =
        ApiRequest.get(("distribution/" + name + "/json").split("/"))
            .header("X-Registry-Auth", login);
    try (ApiResponse answer = engine.send(request)) {
      return answer.json(DistributionInfo.class).digest();
    }
  }

  /** Returns the path of an image's endpoint; like docker, without empty segments. */
  private static String[] endpoint(String name, String... after) {
    return Stream.of(List.of("images"), List.of(name.split("/", -1)), List.of(after))
        .flatMap(List::stream)
        .filter(part -> !part.isEmpty())
        .toArray(String[]::new);
  }

  /**
   * {@code GET /images/{name}/json}.
   *
   * @param platform as for {@link #inspectRaw}
   */
  public ImageDetails inspect(String name, @Nullable String platform) throws IOException {
    try (ApiResponse answer = sendInspect(name, platform)) {
      return answer.json(ImageDetails.class);
    }
  }

  /**
   * {@code GET /images/{name}/json}, as the engine's bytes.
   *
   * @param platform JSON such as {@code {"architecture":"arm64","os":"linux"}}, since API 1.49;
   *     null for the engine's own
   */
  public byte[] inspectRaw(String name, @Nullable String platform) throws IOException {
    if (name.isEmpty()) {
      throw new IOException("Error: No such image: ");
    }
    try (ApiResponse answer = sendInspect(name, platform)) {
      return answer.jsonBytes();
    }
  }

  private ApiResponse sendInspect(String name, @Nullable String platform) throws IOException {
    return engine.send(ApiRequest.get(endpoint(name, "json")).query("platform", platform));
  }
}
