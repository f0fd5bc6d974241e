package dev.davit.command.system;

import dev.davit.cli.Command;
import dev.davit.cli.CommandContext;
import dev.davit.cli.CommandException;
import dev.davit.cli.ExitCode;
import dev.davit.cli.Usage;
import dev.davit.cli.complete.Completer;
import dev.davit.cli.flags.CommonFlags;
import dev.davit.cli.flags.Flag;
import dev.davit.command.shared.ObjectFormat;
import dev.davit.command.shared.OutputFlags;
import dev.davit.engine.http.ApiVersion;
import dev.davit.engine.model.VersionInfo;
import dev.davit.engine.model.VersionInfo.Component;
import dev.davit.output.OutputFormat;
import dev.davit.output.OutputSchema;
import dev.davit.output.schema.ObjectOutput;
import dev.davit.template.TemplateException;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * {@code davit version}: prints the versions of client and engine. Mirrors
 * cli/command/system/version.go.
 */
public final class VersionCommand implements Command {
  private static final int LABEL_WIDTH = 19;

  private static final Flag<String> FORMAT =
      CommonFlags.OBJECT_FORMAT
          .variant()
          .completes(
              Completer.objectFormat(
                  """
                  Client.APIVersion Client.Version Server.APIVersion Server.Arch
                  Server.KernelVersion Server.Os Server.Version
                  """));

  @Override
  public Usage usage() {
    return Usage.exactly(0, "[OPTIONS]");
  }

  @Override
  public List<Flag<?>> flags() {
    return List.of(FORMAT, OutputFlags.OBJECT_OUTPUT);
  }

  /**
   * Prints the client's version, and the engine's if it responds; otherwise fails after printing.
   */
  @Override
  public OutputSchema<?> output() {
    return ObjectOutput.single("version");
  }

  @Override
  public int run(CommandContext in) throws IOException {
    String format = in.get(CommonFlags.OBJECT_FORMAT);
    OutputFormat output = OutputFlags.ofObjects(in);
    ObjectFormat parsed = format.isEmpty() && output == null ? null : parsed(format, output);
    VersionInfo server = null;
    IOException failure = null;
    try {
      server = in.engine().system().version().withEngine();
    } catch (IOException e) {
      failure = e;
    }
    Map<String, @Nullable Object> client = client(in);
    TemplateException mistake = null;
    if (parsed == null) {
      in.streams().printSent(text(in.app().name(), client, server));
    } else {
      mistake = parsed.print(in.streams(), struct(client, server));
    }
    if (failure != null) {
      throw failure;
    }
    if (mistake != null) {
      throw CommandException.refused(message(mistake));
    }
    return ExitCode.SUCCESS;
  }

  private static Map<String, @Nullable Object> client(CommandContext in) {
    Map<String, @Nullable Object> platform = new LinkedHashMap<>();
    platform.put("Name", ClientVersion.platform());
    Map<String, @Nullable Object> client = new LinkedHashMap<>();
    client.put("Platform", VersionStruct.of("*struct { Name string }", platform));
    client.putAll(ClientVersion.fields(in, agreed(in).toString()));
    return client;
  }

  private static ApiVersion agreed(CommandContext in) {
    try {
      return in.engine().apiVersion();
    } catch (IOException e) {
      return ApiVersion.NEWEST;
    }
  }

  private static String text(
      String programName, Map<String, @Nullable Object> client, @Nullable VersionInfo server) {
    StringBuilder out = new StringBuilder("Client: " + ClientVersion.platform() + '\n');
    Object newest = client.get("DefaultAPIVersion");
    Object api = client.get("APIVersion");
    String downgraded = Objects.equals(api, newest) ? "" : " (downgraded from " + newest + ")";
    line(out, "Version", client.get("Version"));
    line(out, "API version", api + downgraded);
    if (programName.equals("docker")) {
      line(out, "Go version", client.get("GoVersion"));
    } else {
      line(out, "Java version", System.getProperty("java.version"));
    }
    line(out, "Git commit", client.get("GitCommit"));
    line(out, "Built", client.get("BuildTime"));
    line(out, "OS/Arch", client.get("Os") + "/" + client.get("Arch"));
    line(out, "Context", client.get("Context"));
    if (server != null) {
      server(out, server);
    }
    return out.toString();
  }

  private static void server(StringBuilder out, VersionInfo server) {
    String platform = server.platform() == null ? null : server.platform().name();
    out.append("\nServer:");
    if (platform != null && !platform.isEmpty()) {
      out.append(' ').append(platform);
    }
    out.append('\n');
    for (Component component : Objects.requireNonNull(server.components())) {
      out.append(' ').append(component.name()).append(":\n");
      line(out, " Version", component.version());
      Map<String, String> details = component.details();
      if (component.name().equals(VersionInfo.ENGINE)) {
        engine(out, details);
      } else {
        new TreeMap<>(details).forEach((name, value) -> line(out, ' ' + name, value));
      }
    }
  }

  private static void engine(StringBuilder out, Map<String, String> details) {
    String newest = details.getOrDefault("ApiVersion", "");
    String oldest = details.getOrDefault("MinAPIVersion", "");
    line(out, " API version", newest + " (minimum version " + oldest + ")");
    line(out, " Go version", details.get("GoVersion"));
    line(out, " Git commit", details.get("GitCommit"));
    line(out, " Built", VersionStruct.readable(details.getOrDefault("BuildTime", "")));
    line(out, " OS/Arch", details.getOrDefault("Os", "") + "/" + details.getOrDefault("Arch", ""));
    line(out, " Experimental", details.get("Experimental"));
  }

  private static void line(StringBuilder out, String label, @Nullable Object value) {
    out.append(' ').append(label).append(':');
    out.repeat(' ', Math.max(LABEL_WIDTH - label.length() - 1, 1));
    out.append(value == null ? "" : value).append('\n');
  }

  private static ObjectFormat parsed(String format, @Nullable OutputFormat output) {
    try {
      return output == null ? ObjectFormat.parse(format) : ObjectFormat.of(output);
    } catch (TemplateException e) {
      throw new CommandException("template parsing error: " + message(e), ExitCode.BAD_TEMPLATE, e);
    }
  }

  private static VersionStruct struct(
      Map<String, @Nullable Object> client, @Nullable VersionInfo server) {
    Map<String, @Nullable Object> all = new LinkedHashMap<>();
    all.put("Client", VersionStruct.of("system.clientVersion", client));
    all.put("Server", VersionStruct.server(server));
    return VersionStruct.of("system.versionInfo", all);
  }

  /** The template's error with the name of docker's template, {@code version}. */
  private static String message(TemplateException e) {
    return String.valueOf(e.getMessage())
        .replaceFirst("^template: :", "template: version:")
        .replaceFirst(" executing \"\" at ", " executing \"version\" at ");
  }
}
