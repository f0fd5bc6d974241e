package dev.davit.engine;

import dev.davit.engine.http.ApiRequest;
import dev.davit.engine.http.JsonStream;
import dev.davit.engine.model.ProgressMessage;
import dev.davit.engine.model.Ulimit;
import dev.davit.io.BodyWriter;
import dev.davit.json.JsonText;
import dev.davit.text.GoCase;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The endpoint that builds images. */
public final class ImageBuilds {
  private final Engine engine;

  ImageBuilds(Engine engine) {
    this.engine = engine;
  }

  /**
   * {@code POST /build}: builds an image with the classic builder. The stream must be read to its
   * end; a step that fails is a message within the stream. The engine cancels the build when the
   * connection is closed.
   *
   * @param context a tar archive, which may be compressed
   * @param logins the credentials for all registries, JSON in base64: the value of
   *     X-Registry-Config
   */
  public JsonStream<ProgressMessage> build(BodyWriter context, BuildOptions options, String logins)
      throws IOException {
    ApiRequest request =
        ApiRequest.post("build")
            .each("t", options.tags)
            .each("securityopt", options.securityOpt)
            .each("extrahosts", options.extraHosts)
            .flag("q", options.quiet)
            .flag("nocache", options.noCache)
            .query("rm", options.remove ? null : "0")
            .flag("forcerm", options.forceRemove)
            .flag("pull", options.pull)
            .flag("squash", options.squash)
            .query(
                "isolation",
                GoCase.lower(options.isolation).equals("default") ? "" : options.isolation)
            .query("cpusetcpus", options.cpusetCpus)
            .query("networkmode", options.networkMode.equals("default") ? "" : options.networkMode)
            .query("cpusetmems", options.cpusetMems)
            .query("cpushares", given(options.cpuShares))
            .query("cpuquota", given(options.cpuQuota))
            .query("cpuperiod", given(options.cpuPeriod))
            .query("memory", given(options.memory))
            .query("memswap", given(options.memorySwap))
            .query("cgroupparent", options.cgroupParent)
            .query("shmsize", given(options.shmSize))
            .query("dockerfile", options.dockerfile)
            .query("target", options.target)
            .query("ulimits", json(options.ulimits, ImageBuilds::ulimit))
            .query("buildargs", json(options.buildArgs))
            .query("labels", json(options.labels))
            .query("cachefrom", json(options.cacheFrom, JsonText::quoteHtmlSafe))
            .query("platform", GoCase.lower(options.platform))
            .query("version", "1")
            .header("X-Registry-Config", logins)
            .content(context);
    return engine.send(request).jsonStream(ProgressMessage.class);
  }

  private static @Nullable Long given(long number) {
    return number == 0 ? null : number;
  }

  /** Returns a JSON array; empty text for an empty list. */
  private static <T> String json(List<T> list, Function<T, String> element) {
    StringJoiner elements = new StringJoiner(",", "[", "]").setEmptyValue("");
    list.forEach(each -> elements.add(element.apply(each)));
    return elements.toString();
  }

  private static String ulimit(Ulimit limit) {
    return "{\"Name\":"
        + JsonText.quoteHtmlSafe(String.valueOf(limit.name()))
        + ",\"Hard\":"
        + limit.hard()
        + ",\"Soft\":"
        + limit.soft()
        + '}';
  }

  /** Returns a JSON object with its keys sorted; empty text for an empty map. */
  private static String json(Map<String, ? extends @Nullable String> map) {
    StringJoiner fields = new StringJoiner(",", "{", "}").setEmptyValue("");
    new TreeMap<>(map)
        .forEach(
            (key, value) ->
                fields.add(
                    JsonText.quoteHtmlSafe(key)
                        + ':'
                        + (value == null ? "null" : JsonText.quoteHtmlSafe(value))));
    return fields.toString();
  }
}
