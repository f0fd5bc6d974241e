package dev.davit.command.system;

import dev.davit.cli.Command;
import dev.davit.cli.CommandContext;
import dev.davit.cli.CommandException;
import dev.davit.cli.ExitCode;
import dev.davit.cli.Usage;
import dev.davit.cli.complete.Completer;
import dev.davit.cli.flags.CommonFlags;
import dev.davit.cli.flags.Flag;
import dev.davit.command.shared.InspectRunner;
import dev.davit.command.shared.ObjectFormat;
import dev.davit.command.shared.OutputFlags;
import dev.davit.config.Credentials;
import dev.davit.credentials.CredentialStore;
import dev.davit.engine.http.UnreachableException;
import dev.davit.json.Json;
import dev.davit.output.OutputFormat;
import dev.davit.output.OutputSchema;
import dev.davit.output.schema.ObjectOutput;
import dev.davit.plugin.Plugin;
import dev.davit.resource.InfoType;
import dev.davit.template.Template;
import dev.davit.template.TemplateException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * {@code davit info}: prints the client and the state and settings of the engine. Mirrors
 * cli/command/system/info.go.
 */
public final class InfoCommand implements Command {
  /** A field in a template, as docker looks for it. */
  private static final Pattern FIELD = Pattern.compile("\\.[a-zA-Z]");

  private static final Flag<String> FORMAT =
      CommonFlags.OBJECT_FORMAT
          .variant()
          .completes(
              Completer.objectFormat(
                  """
                  Architecture CgroupVersion ClientInfo.Context ClientInfo.Version Containers
                  ContainersRunning DockerRootDir Driver ID Images KernelVersion LoggingDriver
                  MemTotal NCPU Name OSType OperatingSystem SecurityOptions ServerErrors
                  ServerVersion Swarm.LocalNodeState
                  """));

  @Override
  public Usage usage() {
    return Usage.exactly(0, "[OPTIONS]");
  }

  @Override
  public List<Flag<?>> flags() {
    return List.of(FORMAT, OutputFlags.OBJECT_OUTPUT);
  }

  @Override
  public OutputSchema<?> output() {
    return ObjectOutput.single("info");
  }

  @Override
  public int run(CommandContext in) throws IOException {
    String format = in.get(CommonFlags.OBJECT_FORMAT);
    OutputFormat output = OutputFlags.ofObjects(in);
    return format.isEmpty() && output == null
        ? text(in)
        : formatted(in, output == null ? format : "json", output);
  }

  /** Prints the client's part before the engine is asked, which may fail. */
  private static int text(CommandContext in) throws IOException {
    Map<String, @Nullable Object> client = ClientVersion.fields(in, "");
    StringBuilder out = new StringBuilder("Client: " + ClientVersion.platform());
    out.append("\n Version:    ").append(client.get("Version"));
    out.append("\n Context:    ").append(client.get("Context"));
    out.append("\n Debug Mode: ").append(in.isDebug()).append('\n');
    List<Plugin> plugins = in.plugins().list();
    out.append(ClientPlugins.text(plugins));
    List<String> invalid = ClientPlugins.warnings(plugins);
    if (!invalid.isEmpty()) {
      in.streams().printSent(out);
      invalid.forEach(in.streams()::error);
      out.setLength(0);
    }
    out.append("\nServer:\n");
    List<String> errors = new ArrayList<>();
    List<String> warnings = List.of();
    IOException failure = null;
    try {
      Map<String, @Nullable Object> info = infoOfEngine(in);
      String username =
          in.config().credentials().getOrDefault(CredentialStore.HUB, Credentials.NONE).username();
      out.append(
          new InfoText(info, errors)
              .format(value(in, InfoType.ALL, info, plugins), username, in.isDebug()));
      warnings = warnings(info);
    } catch (IOException e) {
      failure = e;
    }
    in.streams().printSent(out);
    warnings.forEach(in.streams()::error);
    if (failure instanceof UnreachableException) {
      throw failure;
    }
    if (failure != null) {
      errors.add(String.valueOf(failure.getMessage()));
    }
    errors.forEach(error -> in.streams().error("ERROR: " + error));
    if (!errors.isEmpty()) {
      throw CommandException.refused("errors pretty printing info");
    }
    return ExitCode.SUCCESS;
  }

  private static List<String> warnings(Map<?, ?> info) {
    return info.get("Warnings") instanceof List<?> list
        ? list.stream().map(String::valueOf).toList()
        : List.of();
  }

  private static int formatted(CommandContext in, String format, @Nullable OutputFormat output)
      throws IOException {
    ObjectFormat parsed;
    try {
      parsed = output == null ? ObjectFormat.parse(format) : ObjectFormat.of(output);
    } catch (TemplateException e) {
      throw new CommandException(InspectRunner.misfit(e), ExitCode.BAD_TEMPLATE, e);
    }
    List<Plugin> plugins = in.plugins().list();
    Map<String, @Nullable Object> info = new LinkedHashMap<>();
    IOException failure = null;
    if (!isOfClient(in, format, parsed.template(), plugins)) {
      try {
        info.putAll(infoOfEngine(in));
      } catch (UnreachableException e) {
        failure = e;
      } catch (IOException e) {
        info.put("ServerErrors", List.of(String.valueOf(e.getMessage())));
        in.streams().error(String.valueOf(e.getMessage()));
      }
    }
    TemplateException mistake = parsed.print(in.streams(), value(in, InfoType.ALL, info, plugins));
    if (failure != null) {
      throw failure;
    }
    if (mistake != null) {
      throw CommandException.refused(String.valueOf(mistake.getMessage()));
    }
    return ExitCode.SUCCESS;
  }

  /** Whether a template needs no data of the engine: then no request is sent. */
  private static boolean isOfClient(
      CommandContext in, String format, Template template, List<Plugin> plugins) {
    if (!FIELD.matcher(format).find()) {
      return false;
    }
    try {
      template.execute(value(in, InfoType.CLIENT, Map.of(), plugins), new StringBuilder());
      return true;
    } catch (TemplateException e) {
      return false;
    }
  }

  /**
   * Returns the response to {@code GET /info}.
   *
   * @throws IOException if it does not fit docker's type, too
   */
  private static Map<String, @Nullable Object> infoOfEngine(CommandContext in) throws IOException {
    Map<String, @Nullable Object> info = new LinkedHashMap<>();
    try {
      if (Json.only(in.engine().system().infoRaw()) instanceof Map<?, ?> members) {
        members.forEach((name, value) -> info.put(String.valueOf(name), value));
      }
      InfoType.ALL.value(info);
      return info;
    } catch (Json.SyntaxException | RuntimeException e) {
      throw new IOException(
          "invalid response from the engine to GET /info: a value has the wrong type", e);
    }
  }

  /** Returns the response of the engine and the client's fields as Go's struct. */
  private static Object value(
      CommandContext in, InfoType type, Map<String, @Nullable Object> info, List<Plugin> plugins) {
    Map<String, @Nullable Object> client = new LinkedHashMap<>(ClientVersion.fields(in, ""));
    client.put("Platform", Map.of("Name", ClientVersion.platform()));
    client.put("Debug", in.isDebug());
    client.put("Plugins", ClientPlugins.fields(plugins));
    Map<String, @Nullable Object> all = new LinkedHashMap<>(info);
    all.put("ClientInfo", client);
    return type.value(all);
  }
}
