package dev.davit.command.replace;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.davit.cli.CommandContext;
import dev.davit.cli.ExitCode;
import dev.davit.cli.flags.ContainerFlags;
import dev.davit.command.shared.CreateOptions;
import dev.davit.command.shared.ReadyWait;
import dev.davit.create.AnonymousVolumes;
import dev.davit.create.ContainerDescriptions;
import dev.davit.create.DescribedContainer;
import dev.davit.create.LaterNetworks;
import dev.davit.engine.Engine;
import dev.davit.engine.model.ContainerDetails;
import dev.davit.json.JsonBinding;
import dev.davit.readiness.ReadyCondition;
import dev.davit.readiness.Wanted;
import dev.davit.readiness.Watch;
import dev.davit.replace.Plan;
import dev.davit.replace.Replacement;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Replaces containers by new ones of the same name, with the flags of one command line. */
final class Recreation {
  private static final String COMPOSE = "com.docker.compose.";
  private static final String SWARM_SERVICE = "com.docker.swarm.service.name";

  private final CommandContext in;
  private final RecreateFlags flags;
  private final Engine engine;
  private final ContainerDescriptions descriptions;
  private final Interrupted interrupted;
  private volatile boolean timedOut;

  Recreation(CommandContext in, RecreateFlags flags) throws IOException {
    this.in = in;
    this.flags = flags;
    this.engine = in.engine();
    this.descriptions = new ContainerDescriptions(engine);
    this.interrupted = new Interrupted(in, flags.limit());
  }

  /**
   * A container to replace.
   *
   * @param described what its successor is, which a caller may change
   * @param imageId the ID of its image
   * @param image its image as inspected; empty if that does not exist any more
   */
  record Existing(
      ContainerDetails details, DescribedContainer described, String imageId, Map<?, ?> image) {
    /** The names of the environment variables that the image sets. */
    Set<String> imageEnv() {
      return image.get("Config") instanceof Map<?, ?> config
              && config.get("Env") instanceof List<?> env
          ? env.stream()
              .map(each -> String.valueOf(each).split("=", 2)[0])
              .collect(Collectors.toSet())
          : Set.of();
    }

    /** The image's configuration as JSON; null if the image does not exist any more. */
    @Nullable String imageConfig() throws IOException {
      return image.get("Config") instanceof Map<?, ?> config
          ? new String(JsonBinding.write(config), UTF_8)
          : null;
    }
  }

  /**
   * Describes a container, after an interrupted replacement of it was finished or undone.
   *
   * @throws IOException also if it must not be replaced
   */
  Existing find(String container) throws IOException {
    return describe(interrupted.recover(container));
  }

  /**
   * Describes a container, and changes nothing.
   *
   * @throws IOException also if it must not be replaced
   */
  Existing describe(String container) throws IOException {
    byte[] json = engine.containers().inspectRaw(container, false);
    ContainerDetails details = JsonBinding.read(json, ContainerDetails.class);
    if (details == null) {
      throw new IOException("the engine describes container " + container + " as null");
    }
    refuse(details);
    Map<?, ?> inspected = ContainerDescriptions.object(json);
    DescribedContainer described = descriptions.of(inspected);
    AnonymousVolumes.keep(described.spec(), inspected);
    ContainerFlags.setEmpty(described.spec().hostConfig);
    return new Existing(
        details, described, String.valueOf(inspected.get("Image")), descriptions.image(inspected));
  }

  /** Replaces a container by the one that a request creates. */
  void replace(Existing existing, CreateOptions request) throws IOException {
    ContainerDetails old = existing.details();
    Plan plan = plan(old, Objects.requireNonNullElse(request.spec().name, old.plainName()));
    LaterNetworks later = LaterNetworks.takenFrom(existing.described());
    Replacement replacement = new Replacement(engine, plan, flags.undoes());
    try (replacement) {
      String id = replacement.create(request.spec(), request::create);
      later.connect(engine, id);
      replacement.exchange();
      start(id, plan, replacement);
      replacement.finish();
    } catch (IOException e) {
      throw new IOException(e.getMessage() + outcome(old, replacement, e), e);
    }
  }

  /** Returns what became of the old container after a failure, as a further line. */
  private static String outcome(
      ContainerDetails old, Replacement replacement, IOException failure) {
    if (failure.getSuppressed().length > 0) {
      return "\ncontainer "
          + old.plainName()
          + " was not put back: "
          + failure.getSuppressed()[0].getMessage();
    }
    return replacement.isUndone() ? "\ncontainer " + old.plainName() + " was put back" : "";
  }

  private void start(String id, Plan plan, Replacement replacement) throws IOException {
    Wanted wanted = flags.wanted();
    if (wanted == null || !plan.starts()) {
      replacement.start();
      return;
    }
    Watch watch = Watch.begin(engine, id, wanted, true);
    try {
      replacement.start();
    } catch (IOException e) {
      watch.close();
      throw e;
    }
    await(id, wanted, watch);
  }

  private void await(String id, Wanted wanted, Watch watch) throws IOException {
    ReadyWait.Result result =
        new ReadyWait(List.of(id), wanted, name -> watch).await(flags.limit());
    if (result.exitCode() == ExitCode.TIMED_OUT) {
      timedOut = true;
    }
    if (result.exitCode() != ExitCode.SUCCESS) {
      throw new IOException(String.join("\n", result.failures()));
    }
  }

  private Plan plan(ContainerDetails old, String name) {
    Wanted wanted = flags.wanted();
    String condition =
        wanted == null
            ? null
            : wanted.all().stream().map(ReadyCondition::text).findFirst().orElse("");
    boolean runs = old.isAlive();
    String limit = flags.limit() == null ? null : flags.limit().toString();
    return new Plan(
        old.id(), old.plainName(), name, runs, runs, condition, limit, flags.keepsOld());
  }

  /** Returns the exit code: 124 if a wait took too long. */
  int exitCode(int exitCode) {
    return timedOut ? ExitCode.TIMED_OUT : exitCode;
  }

  private void refuse(ContainerDetails old) throws IOException {
    String name = old.plainName();
    if (Boolean.TRUE.equals(old.hostConfig().autoRemove) && flags.undoes()) {
      throw new IOException(
          "container "
              + name
              + " is removed when it stops (--rm), so that it could not be put back: use"
              + " --rollback=never");
    }
    String command = managing(Objects.requireNonNullElse(old.config().labels(), Map.of()));
    if (!command.isEmpty() && !flags.forced()) {
      throw new IOException(
          "container "
              + name
              + " belongs to a service: use '"
              + in.app().name()
              + ' '
              + command
              + "', or --force");
    }
  }

  /** Returns the command that recreates a container of a service; empty for others. */
  private static String managing(Map<String, String> labels) {
    String service = labels.get(COMPOSE + "service");
    if (service != null) {
      return "compose -p "
          + labels.getOrDefault(COMPOSE + "project", "PROJECT")
          + " up -d --force-recreate "
          + service;
    }
    String ofSwarm = labels.get(SWARM_SERVICE);
    return ofSwarm == null ? "" : "service update --force " + ofSwarm;
  }
}
