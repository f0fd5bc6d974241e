package dev.davit.command.spec;

import dev.davit.cli.CommandContext;
import dev.davit.command.selection.SingleContainer;
import dev.davit.command.several.ContainerArguments;
import dev.davit.command.shared.SpecLines;
import dev.davit.create.ContainerDescriptions;
import dev.davit.create.DescribedContainer;
import dev.davit.engine.ContainerBody;
import dev.davit.engine.Engine;
import dev.davit.engine.model.ContainerSpec;
import dev.davit.json.JsonBinding;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One of the two things that {@code spec-diff} compares: a container, or a service. */
final class DiffSide {
  static final String STDIN = "-";

  /** A compose file, and perhaps one of its services. */
  private static final Pattern SERVICE = Pattern.compile("(.*\\.ya?ml)(?::([^:/]*))?");

  /** The name of the service that a container becomes. */
  private static final String CONTAINER = "container";

  private static final String SERVICE_LABEL = "com.docker.compose.service";

  private final @Nullable DescribedContainer container;
  private final @Nullable ComposeConfig config;
  private final String service;

  private DiffSide(
      @Nullable DescribedContainer container, @Nullable ComposeConfig config, String service) {
    this.container = container;
    this.config = config;
    this.service = service;
  }

  /**
   * Reads what an argument names.
   *
   * @param beside the other argument; beside a container of the engine, the output of {@code
   *     inspect} is taken as of this engine
   */
  static DiffSide of(CommandContext in, String word, String beside) throws IOException {
    Matcher matcher = SERVICE.matcher(word);
    if (matcher.matches()) {
      ComposeConfig config = ComposeConfig.ofFile(in, matcher.group(1));
      String wanted = Objects.requireNonNullElse(matcher.group(2), "");
      return new DiffSide(null, config, config.service(wanted));
    }
    String context = ContainerArguments.contextOf(in, word);
    if (context.isEmpty() && isJson(word)) {
      boolean ofEngine = !isJson(beside) && !SERVICE.matcher(beside).matches();
      return new DiffSide(ofFile(in, word, ofEngine), null, "");
    }
    if (context.isEmpty()) {
      return ofContainer(in.engine(), SingleContainer.name(in, word));
    }
    try (Engine other = in.engineOf(context, in.timeouts())) {
      return ofContainer(other, word.substring(context.length() + 1));
    }
  }

  private static DiffSide ofContainer(Engine engine, String name) throws IOException {
    Map<?, ?> container = ContainerDescriptions.object(engine.containers().inspectRaw(name, false));
    return new DiffSide(new ContainerDescriptions(engine).of(container), null, "");
  }

  private static boolean isJson(String word) {
    return word.equals(STDIN) || word.contains("/") || word.endsWith(".json");
  }

  /** Whether this is a service of a compose file. */
  boolean isService() {
    return config != null;
  }

  /**
   * Returns the lines to compare, without the name, which no two containers of an engine share.
   *
   * @param asService whether the lines are keys of a service
   */
  SpecLines lines(CommandContext in, boolean asService, boolean showsSecrets) throws IOException {
    if (config != null) {
      return ServiceLines.of(config, service, Set.of(), showsSecrets);
    }
    DescribedContainer described = Objects.requireNonNull(container);
    ContainerSpec spec = described.spec();
    Set<String> aliases = new HashSet<>();
    aliases.add(String.valueOf(spec.name));
    if (spec.config.labels != null && spec.config.labels.containsKey(SERVICE_LABEL)) {
      aliases.add(spec.config.labels.get(SERVICE_LABEL));
    }
    spec.name = asService ? CONTAINER : null;
    if (!asService) {
      return SpecLines.of(described, showsSecrets);
    }
    ComposeConfig written =
        ComposeConfig.ofText(in, ComposeFile.text(List.of(described), in.app().name()));
    return ServiceLines.of(written, CONTAINER, aliases, showsSecrets);
  }

  /** Reads the body of a create request, or the output of {@code inspect}. */
  private static DescribedContainer ofFile(CommandContext in, String file, boolean ofEngine)
      throws IOException {
    try {
      byte[] json = in.read(file);
      if (isBody(json)) {
        return new DescribedContainer(ContainerBody.read(json), "linux", true, List.of(), "");
      }
      InspectedJson input = InspectedJson.read(json);
      List<Map<?, ?>> containers = input.containers(List.of());
      if (containers.size() > 1) {
        throw new IllegalArgumentException("more than one container in the input");
      }
      Map<?, ?> only = containers.getFirst();
      return ofEngine
          ? new ContainerDescriptions(in.engine()).of(only)
          : SpecSource.described(input, only);
    } catch (IllegalArgumentException e) {
      throw new IOException(file + ": " + e.getMessage(), e);
    }
  }

  private static boolean isBody(byte[] json) {
    try {
      return JsonBinding.read(json, Object.class) instanceof Map<?, ?> object
          && !object.containsKey("Id");
    } catch (IOException e) {
      return false; // InspectedJson reports the mistake
    }
  }
}
