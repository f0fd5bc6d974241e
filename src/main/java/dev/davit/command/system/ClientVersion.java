package dev.davit.command.system;

import dev.davit.cli.CommandContext;
import dev.davit.cli.Version;
import dev.davit.engine.http.ApiVersion;
import dev.davit.opts.Platform;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The client's version, as {@code version} and {@code info} print it. */
final class ClientVersion {
  private ClientVersion() {}

  /** The name of the client's platform, which docker's struct has in {@code Platform.Name}. */
  static String platform() {
    return "davit " + Version.current().number();
  }

  /**
   * Returns the fields of docker's client struct except {@code Platform}; {@code GoVersion} is the
   * version of Java.
   *
   * @param apiVersion the negotiated API version; empty if no engine was asked
   */
  static Map<String, @Nullable Object> fields(CommandContext in, String apiVersion) {
    Version version = Version.current();
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("Version", Version.number(in.app().name()));
    fields.put("APIVersion", apiVersion);
    fields.put("DefaultAPIVersion", ApiVersion.NEWEST.toString());
    fields.put("GitCommit", version.commit());
    fields.put("GoVersion", "java" + System.getProperty("java.version"));
    fields.put("Os", Version.os());
    fields.put("Arch", Platform.clientArchitecture());
    fields.put("BuildTime", VersionStruct.readable(version.built()));
    fields.put("Context", in.contextName());
    return fields;
  }
}
