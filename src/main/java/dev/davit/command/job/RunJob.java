package dev.davit.command.job;

import dev.davit.cli.CommandContext;
import dev.davit.cli.ExitCode;
import dev.davit.cli.flags.ContainerFlags;
import dev.davit.cli.flags.CreationFlags;
import dev.davit.cli.flags.Flag;
import dev.davit.command.container.RunCommand;
import dev.davit.command.shared.CreateOptions;
import dev.davit.command.shared.RunFailure;
import dev.davit.engine.Swarm;
import dev.davit.engine.http.ApiVersion;
import dev.davit.engine.model.ContainerSpec;
import dev.davit.engine.model.CreateResult;
import dev.davit.job.Job;
import dev.davit.job.JobOptions;
import dev.davit.job.ServiceBody;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** {@code run --on swarm}: creates a job, and follows it until it is over. */
final class RunJob implements JobCommand {
  /** The flags that a service has a field for, or that concern the client. */
  private static final Set<String> FLAGS =
      Set.of(
          "add-host",
          "cap-add",
          "cap-drop",
          "cpus",
          "detach",
          "dns",
          "dns-option",
          "dns-search",
          "dry-run",
          "entrypoint",
          "env",
          "env-file",
          "group-add",
          "health-cmd",
          "health-interval",
          "health-retries",
          "health-start-interval",
          "health-start-period",
          "health-timeout",
          "hostname",
          "init",
          "isolation",
          "label",
          "label-file",
          "log-driver",
          "log-opt",
          "memory",
          "memory-swap",
          "memory-swappiness",
          "mount",
          "name",
          "network",
          "network-alias",
          "no-healthcheck",
          "oom-score-adj",
          "pids-limit",
          "platform",
          "publish",
          "read-only",
          "rm",
          "security-opt",
          "show-secrets",
          "stop-signal",
          "stop-timeout",
          "sysctl",
          "tmpfs",
          "tty",
          "ulimit",
          "user",
          "volume",
          "volume-driver",
          "workdir");

  /** The API versions below which the engine ignores a flag's field of a service. */
  private static final Map<String, ApiVersion> SINCE =
      Map.of(
          "memory-swap", new ApiVersion(1, 52),
          "memory-swappiness", new ApiVersion(1, 52),
          "oom-score-adj", new ApiVersion(1, 46),
          "security-opt", new ApiVersion(1, 44));

  @Override
  public Set<String> flags() {
    return FLAGS;
  }

  @Override
  public int run(CommandContext in) throws IOException {
    CreateOptions request = CreateOptions.of(in);
    ContainerSpec spec = request.spec();
    boolean removed = Boolean.TRUE.equals(spec.hostConfig.autoRemove);
    boolean detached = in.get(RunCommand.DETACH);
    if (removed && detached) { // no process would remove it
      throw RunFailure.of(
          in, "conflicting options: --rm needs a job that is followed, not --detach");
    }
    JobFlags.requireNoTimeout(in, detached);
    requireFields(in);
    String login;
    String warning;
    Map<String, Object> body;
    try {
      request.check();
      String image = Objects.requireNonNullElse(spec.config.image, "");
      ServiceImage pinned = ServiceImage.of(in, image);
      spec.config.image = pinned.name();
      login = pinned.login();
      warning = pinned.warning();
      body = body(in, spec);
    } catch (IllegalArgumentException e) {
      throw RunFailure.of(in, String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw RunFailure.of(in, e);
    }
    if (in.get(CreationFlags.DRY_RUN)) {
      in.streams().printSent(CreateOptions.text(in, in.engine().swarm().planCreate(body)));
      return ExitCode.SUCCESS;
    }
    Job job = create(in, body, login);
    if (!warning.isEmpty()) {
      in.streams().error(warning);
    }
    if (detached) {
      in.streams().printSent(job.id() + '\n');
      return ExitCode.SUCCESS;
    }
    return new JobRun(in, job, removed, true).follow(JobFlags.pendingTimeout(in));
  }

  /** Refuses flags that the engine would ignore. */
  private static void requireFields(CommandContext in) throws IOException {
    for (Flag<?> flag : ContainerFlags.described()) {
      ApiVersion since = SINCE.get(flag.name());
      if (since != null && in.flags().given(flag) && in.engine().apiVersion().isBefore(since)) {
        throw RunFailure.of(
            in,
            "--"
                + flag.name()
                + " requires API version "
                + since
                + " with --on swarm, but the Docker daemon API version is "
                + in.engine().apiVersion());
      }
    }
  }

  private static Map<String, Object> body(CommandContext in, ContainerSpec spec)
      throws IOException {
    Swarm swarm = in.engine().swarm();
    JobOptions options = JobFlags.options(in);
    List<Map<String, Object>> secrets =
        options.secrets().isEmpty()
            ? List.of()
            : SwarmFiles.of("Secret", options.secrets(), swarm.secrets());
    List<Map<String, Object>> configs =
        options.configs().isEmpty()
            ? List.of()
            : SwarmFiles.of("Config", options.configs(), swarm.configs());
    return ServiceBody.of(spec, options, secrets, configs);
  }

  private static Job create(CommandContext in, Map<String, Object> body, String login) {
    Swarm swarm = in.engine().swarm();
    try {
      CreateResult created = swarm.create(body, login);
      if (created.warnings() != null) {
        created.warnings().forEach(in.streams()::error);
      }
      return inspect(swarm, created.id());
    } catch (IOException e) {
      throw RunFailure.of(in, e);
    }
  }

  /** Returns the job that was created; removes it if the swarm does not return it. */
  private static Job inspect(Swarm swarm, String id) throws IOException {
    try {
      return new Job(swarm.service(id));
    } catch (IOException e) {
      swarm.remove(id);
      throw e;
    }
  }
}
