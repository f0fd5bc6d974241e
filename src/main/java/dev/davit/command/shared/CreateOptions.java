package dev.davit.command.shared;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.davit.cli.CommandContext;
import dev.davit.cli.flags.ContainerFlags;
import dev.davit.cli.flags.CreationFlags;
import dev.davit.cli.flags.FlagValues;
import dev.davit.cli.flags.SpecContext;
import dev.davit.config.ProxyEnv;
import dev.davit.create.CidFile;
import dev.davit.create.ContainerCreator;
import dev.davit.create.ContainerCreator.PullPolicy;
import dev.davit.create.EngineSocketMount;
import dev.davit.engine.ContainerBody;
import dev.davit.engine.http.ApiVersion;
import dev.davit.engine.http.PlannedRequest;
import dev.davit.engine.model.ContainerSpec;
import dev.davit.io.FileError;
import dev.davit.json.JsonIndent;
import dev.davit.json.MaskedJson;
import dev.davit.opts.ImageRef;
import dev.davit.opts.Platform;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The options of run and create, checked as far as the client can check them. */
public record CreateOptions(CommandContext in, PullPolicy policy, ContainerSpec spec) {
  private static final ApiVersion PLATFORMS = new ApiVersion(1, 41);

  /** Whether the arguments suffice: IMAGE is required unless {@code --from-json} is given. */
  public static boolean accepts(int arguments, FlagValues given) {
    return arguments > 0 || !given.get(CreationFlags.FROM_JSON).isEmpty();
  }

  /** Reads the flags, in docker's order of checks, and prints warnings; sends no request. */
  public static CreateOptions of(CommandContext in) {
    CreateOptions options = read(in);
    ContainerFlags.warnings(in.flags())
        .forEach(warning -> in.streams().error("WARNING: " + warning));
    return options;
  }

  /**
   * Changes a spec by the flags, as {@link #of} does with the one of {@code --from-json}.
   *
   * @param args image and command; empty to keep those of the spec
   */
  public static CreateOptions changing(CommandContext in, ContainerSpec spec, List<String> args) {
    try {
      ContainerFlags.change(spec, in.flags(), args, context(in));
      return new CreateOptions(in, PullPolicy.parse(in.get(CreationFlags.PULL)), spec);
    } catch (IllegalArgumentException e) {
      throw RunFailure.of(in, String.valueOf(e.getMessage()));
    }
  }

  private static SpecContext context(CommandContext in) {
    return new SpecContext(
        in.app().env(),
        in.app().cwd(),
        given -> ProxyEnv.additions(in.config(), in.address(), given),
        in::osType,
        in.streams()::areTerminals);
  }

  private static CreateOptions read(CommandContext in) {
    try {
      PullPolicy policy = PullPolicy.parse(in.get(CreationFlags.PULL));
      return new CreateOptions(in, policy, spec(in, context(in)));
    } catch (IllegalArgumentException e) {
      throw RunFailure.of(in, String.valueOf(e.getMessage()));
    }
  }

  private static ContainerSpec spec(CommandContext in, SpecContext context) {
    String file = in.get(CreationFlags.FROM_JSON);
    if (file.isEmpty()) {
      return ContainerFlags.toSpec(in.flags(), in.args(), context);
    }
    ContainerSpec spec = described(in, file);
    ContainerFlags.change(spec, in.flags(), in.args(), context);
    if (spec.config.image == null || spec.config.image.isEmpty()) {
      throw new IllegalArgumentException(
          "--from-json: no image: set Image in " + file + " or pass IMAGE");
    }
    return spec;
  }

  /** Reads the container spec from a file or, for {@code -}, from standard input. */
  private static ContainerSpec described(CommandContext in, String file) {
    try {
      return ContainerBody.read(in.read(file));
    } catch (FileError | IllegalArgumentException e) {
      throw new IllegalArgumentException("--from-json: " + e.getMessage(), e);
    }
  }

  /** Pulls the image if the policy asks for it; returns its ID, or nothing if it is missing. */
  public String provideImage() throws IOException {
    return creation().provideImage(spec);
  }

  /** Returns the options for an image that was provided, so that it is not pulled again. */
  public CreateOptions withImage() {
    return new CreateOptions(
        in, policy == PullPolicy.NEVER ? PullPolicy.NEVER : PullPolicy.MISSING, spec);
  }

  /** Pulls the image. */
  public void pull() throws IOException {
    creation().pull(spec);
  }

  /** Creates the container and returns its ID. */
  public String create() throws IOException {
    try (CidFile cidFile = CidFile.open(in.app().cwd(), in.get(CreationFlags.CIDFILE))) {
      ContainerCreator creation = creation();
      EngineSocketMount socket = complete();
      String id = creation.create(spec);
      cidFile.write(id);
      socket.fill(in.engine().archives(), id);
      return id;
    }
  }

  /**
   * Returns the requests that would create the container, as text; sends none that changes
   * anything.
   */
  public String preview() throws IOException {
    CidFile.requireAbsent(in.app().cwd(), in.get(CreationFlags.CIDFILE));
    ContainerCreator creation = creation();
    complete();
    StringBuilder text = new StringBuilder();
    for (PlannedRequest request : creation.plan(spec)) {
      text.append(text(in, request));
    }
    return text.toString();
  }

  /** Returns a request as {@code --dry-run} prints it. */
  public static String text(CommandContext in, PlannedRequest request) throws IOException {
    String line = request.method() + ' ' + request.target() + '\n';
    if (request.body().isEmpty()) {
      return line;
    }
    byte[] body = request.body().getBytes(UTF_8);
    byte[] shown = in.get(CreationFlags.SHOW_SECRETS) ? body : MaskedJson.of(body);
    return line + new String(JsonIndent.indent(shown), UTF_8) + '\n';
  }

  /** Returns the creator. A pull takes the platform as given, before it is normalized. */
  private ContainerCreator creation() {
    String platform = Objects.requireNonNullElse(spec.platform, "");
    return new ContainerCreator(
        in.engine(),
        in.streams(),
        policy,
        in.get(CreationFlags.QUIET),
        platform,
        in.credentials(),
        in.app().clock());
  }

  /** Completes the spec with data of the terminal, the engine and the credentials. */
  private EngineSocketMount complete() throws IOException {
    spec.hostConfig.consoleSize = AttachFlags.consoleSize(in);
    check();
    EngineSocketMount socket =
        in.get(CreationFlags.USE_API_SOCKET)
            ? EngineSocketMount.addTo(spec, in.engine().address(), in.credentials(), in.app().env())
            : new EngineSocketMount(Map.of());
    return socket;
  }

  /** Checks the image's name, refuses content trust, and normalizes the platform. */
  public void check() throws IOException {
    checkImage();
    spec.platform = normalized(Objects.requireNonNullElse(spec.platform, ""));
  }

  private void checkImage() throws IOException {
    String image = Objects.requireNonNullElse(spec.config.image, "");
    if (ImageRef.isIdentifier(image)) {
      return;
    }
    try {
      if (ImageRef.parse(image).digest().isEmpty()) {
        ContentTrust.refuse(in);
      }
    } catch (IllegalArgumentException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  /** The normalized platform; null if not given or if the API version is below 1.41. */
  private @Nullable String normalized(String platform) throws IOException {
    if (platform.isEmpty() || in.engine().apiVersion().isBefore(PLATFORMS)) {
      return null;
    }
    try {
      return Platform.parse(platform).toString();
    } catch (IllegalArgumentException e) {
      throw new IOException("error parsing specified platform: " + e.getMessage(), e);
    }
  }
}
