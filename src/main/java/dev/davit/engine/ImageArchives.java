package dev.davit.engine;

import dev.davit.engine.http.ApiRequest;
import dev.davit.engine.http.ApiResponse;
import dev.davit.engine.http.ApiVersion;
import dev.davit.engine.http.JsonStream;
import dev.davit.engine.model.ProgressMessage;
import dev.davit.io.BodyWriter;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The endpoints that read and write images as tar archives. */
public final class ImageArchives {
  /** The API version since which several platforms can be saved and loaded. */
  public static final ApiVersion SEVERAL_PLATFORMS = new ApiVersion(1, 52);

  private final Engine engine;

  ImageArchives(Engine engine) {
    this.engine = engine;
  }

  /**
   * {@code GET /images/get}: images with all their layers, as a tar stream.
   *
   * @param platforms the only platforms to save, each as a JSON object; empty for all. More than
   *     one need API {@link #SEVERAL_PLATFORMS}
   */
  public ApiResponse save(List<String> names, List<String> platforms) throws IOException {
    ApiRequest request = ApiRequest.get("images", "get").each("names", names);
    return engine.send(withPlatforms(request, platforms));
  }

  private static ApiRequest withPlatforms(ApiRequest request, List<String> platforms) {
    if (platforms.size() > 1) {
      request.version(SEVERAL_PLATFORMS);
    }
    return request.each("platform", platforms);
  }

  /**
   * {@code POST /images/load}: loads the images of a tar archive, which may be compressed. The
   * response is a stream of messages if it is JSON, otherwise text.
   *
   * @param quiet whether the engine reports no progress
   * @param platforms the only platforms to load, as for {@link #save}
   */
  public ApiResponse load(BodyWriter archive, boolean quiet, List<String> platforms)
      throws IOException {
    ApiRequest request = ApiRequest.post("images", "load").query("quiet", quiet ? "1" : "0");
    return engine.send(withPlatforms(request, platforms).file(archive));
  }

  /**
   * {@code POST /images/create}: creates an image from the files of a tar archive, which may be
   * compressed.
   *
   * @param source the URL from which the engine reads the archive; {@code -} for {@code archive}
   * @param archive the archive; null with a URL
   */
  public JsonStream<ProgressMessage> importFrom(
      String source, @Nullable BodyWriter archive, ImportOptions options) throws IOException {
    ApiRequest request =
        ApiRequest.post("images", "create")
            .query("fromSrc", source)
            .query("repo", options.reference())
            .query("message", options.message())
            .query("platform", options.platform())
            .each("changes", options.changes());
    if (archive != null) {
      request.file(archive).contentType("text/plain"); // as docker
    }
    return engine.send(request).jsonStream(ProgressMessage.class);
  }

  /**
   * The query parameters of {@link #importFrom}.
   *
   * @param reference the image's name with its tag; empty for an image without a name
   * @param changes Dockerfile instructions to apply
   * @param platform the platform of the image; empty for the engine's own
   */
  public record ImportOptions(
      String reference, String message, List<String> changes, String platform) {}
}
