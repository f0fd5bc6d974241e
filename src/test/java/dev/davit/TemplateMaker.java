package dev.davit;

import java.util.List;
import java.util.Random;

/**
 * Generates random templates: actions, pipelines and operands, most of them with matching types.
 */
final class TemplateMaker {
  static final List<String> COLUMNS =
      List.of(
          "ID",
          "Names",
          "Image",
          "Command",
          "CreatedAt",
          "RunningFor",
          "Ports",
          "State",
          "Status",
          "Size",
          "Labels",
          "Mounts",
          "LocalVolumes",
          "Networks",
          "Platform",
          "Nope",
          "ID.Nope");

  private static final List<String> LITERALS =
      List.of(
          "0",
          "1",
          "2",
          "-1",
          "3.5",
          "1e3",
          "0x1F",
          "1i",
          "-1.5e2+3i",
          "0x1p-2",
          "1_0",
          "1__0",
          "1-2",
          "'a'",
          "true",
          "false",
          "nil",
          "\"\"",
          "\"a\"",
          "\"k/tcp\"",
          "\"é<&>\"",
          "`raw`",
          "\"%v|%s|%d\"",
          "\"%x|%#g|%b|%08.2f|%+q\"",
          "\"%#v\"",
          "\"%+v\"",
          "\"%T %q\"",
          "\"%5.2f|%-6v|%x\"",
          "\"2006-01-02\"",
          "12345678901",
          "\",\"");

  private static final List<String> FUNCTIONS =
      List.of(
          "json",
          "split",
          "join",
          "title",
          "lower",
          "upper",
          "pad",
          "truncate",
          "and",
          "or",
          "not",
          "eq",
          "ne",
          "lt",
          "le",
          "gt",
          "ge",
          "index",
          "slice",
          "len",
          "print",
          "printf",
          "println",
          "html",
          "js",
          "urlquery",
          "call",
          "nope");

  private static final List<String> DAMAGE =
      List.of("{{", "}}", "(", ")", "|", ".", "\"", " ", "-", "$", ",", "=", "end");

  private final Random random;
  private final List<String> fields;
  private int variables;

  TemplateMaker(Random random, List<String> fields) {
    this.random = random;
    this.fields = fields;
  }

  /** Returns fields of the inspected objects, and some missing fields. */
  static List<String> fields(String kind) {
    return switch (kind) {
      case "container" ->
          List.of(
              "ID",
              "Id",
              "Name",
              "Args",
              "State",
              "State.Status",
              "State.Running",
              "State.ExitCode",
              "State.Health",
              "State.Health.Log",
              "Config",
              "Config.Cmd",
              "Config.Env",
              "Config.Labels",
              "Config.ExposedPorts",
              "Config.Healthcheck",
              "Config.Healthcheck.Interval",
              "Config.StopTimeout",
              "HostConfig.NetworkMode",
              "HostConfig.NetworkMode.IsHost",
              "HostConfig.NetworkMode.NetworkName",
              "HostConfig.IpcMode.IsPrivate",
              "HostConfig.PidMode.Container",
              "HostConfig.RestartPolicy",
              "HostConfig.RestartPolicy.Name",
              "HostConfig.RestartPolicy.IsAlways",
              "HostConfig.Memory",
              "HostConfig.Ulimits",
              "HostConfig.BlkioWeight",
              "HostConfig.ConsoleSize",
              "HostConfig.Devices",
              "HostConfig.Dns",
              "HostConfig.DNS",
              "HostConfig.CapAdd",
              "HostConfig.PortBindings",
              "NetworkSettings.Ports",
              "NetworkSettings.Networks",
              "NetworkSettings.IPAddress",
              "Mounts",
              "GraphDriver",
              "GraphDriver.Data",
              "ImageManifestDescriptor.Digest",
              "ImageManifestDescriptor.Digest.Algorithm",
              "ImageManifestDescriptor.Data",
              "SizeRw",
              "ExecIDs",
              "Nope",
              "State.Nope");
      case "image" ->
          List.of(
              "ID",
              "Id",
              "RepoTags",
              "Size",
              "Config",
              "Config.Env",
              "Config.Labels",
              "Config.ExposedPorts",
              "Config.Cmd",
              "Config.Healthcheck.Timeout",
              "RootFS",
              "RootFS.Layers",
              "Metadata.LastTagTime",
              "Metadata.LastTagTime.Year",
              "Metadata.LastTagTime.Month",
              "GraphDriver.Data",
              "Descriptor",
              "Manifests",
              "ContainerConfig.Cmd",
              "Os",
              "Nope");
      case "network" ->
          List.of(
              "ID",
              "Id",
              "Name",
              "Created",
              "Created.Unix",
              "Created.Weekday",
              "Created.UTC.Year",
              "Created.AddDate 0 1 31",
              "Created.Add 5",
              "Created.Truncate 60000000000",
              "IPAM",
              "IPAM.Config",
              "Internal",
              "Containers",
              "Options",
              "Labels",
              "Peers",
              "Services",
              "Nope");
      default ->
          List.of(
              "Name",
              "Driver",
              "Labels",
              "Options",
              "Status",
              "Status.a",
              "UsageData",
              "UsageData.Size",
              "ClusterVolume",
              "ClusterVolume.Version",
              "ClusterVolume.Spec.AccessMode.Scope",
              "ClusterVolume.CreatedAt",
              "ClusterVolume.PublishStatus",
              "CreatedAt",
              "Nope");
    };
  }

  /** Generates a template; one in five is damaged. */
  String text() {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(3); i >= 0; i--) {
      text.append(pick(List.of("", " ", "x", "\\t", "\n"))).append(action(2));
    }
    return random.nextInt(5) == 0 ? damaged(text) : text.toString();
  }

  private String damaged(StringBuilder text) {
    int place = random.nextInt(text.length());
    return random.nextBoolean()
        ? text.deleteCharAt(place).toString()
        : text.insert(place, pick(DAMAGE)).toString();
  }

  private String action(int depth) {
    String left = random.nextInt(9) == 0 ? "{{- " : "{{";
    String right = random.nextInt(9) == 0 ? " -}}" : "}}";
    if (depth == 0) {
      return left + pipeline(1) + right;
    }
    String otherwise = random.nextInt(3) == 0 ? "{{else}}" + action(0) : "";
    String rest = right + action(depth - 1) + otherwise + "{{end}}";
    return switch (random.nextInt(12)) {
      case 0 -> left + "if " + pipeline(2) + rest;
      case 1 -> left + "with " + pipeline(2) + rest;
      case 2 -> left + "range " + pipeline(1) + rest;
      case 3 -> {
        int number = variables++;
        yield left
            + "range $k"
            + number
            + ", $v"
            + number
            + " := "
            + pipeline(1)
            + right
            + "{{"
            + pick(List.of("$k", "$v", "printf \"%T %v\" $k", "json $v"))
            + number
            + "}}{{$k"
            + number
            + "}}"
            + otherwise
            + "{{end}}";
      }
      case 4 -> {
        int number = variables++;
        yield left
            + "$x"
            + number
            + " := "
            + pipeline(2)
            + right
            + "{{"
            + pick(FUNCTIONS)
            + " $x"
            + number
            + "}}";
      }
      default -> left + pipeline(depth) + right;
    };
  }

  private String pipeline(int depth) {
    StringBuilder pipe = new StringBuilder(command(depth));
    for (int i = random.nextInt(3); i > 1; i--) {
      pipe.append(" | ").append(pick(FUNCTIONS));
      if (random.nextInt(3) == 0) {
        pipe.append(' ').append(operand(depth));
      }
    }
    return pipe.toString();
  }

  private String command(int depth) {
    if (random.nextInt(3) == 0) {
      return operand(depth);
    }
    StringBuilder command = new StringBuilder(pick(FUNCTIONS));
    for (int i = random.nextInt(4); i > 0; i--) {
      command.append(' ').append(operand(depth));
    }
    return command.toString();
  }

  private String operand(int depth) {
    return switch (random.nextInt(depth > 0 ? 10 : 8)) {
      case 0 -> ".";
      case 1, 2 -> pick(LITERALS);
      case 3 -> "$." + pick(fields);
      case 8 -> '(' + pipeline(depth - 1) + ')';
      case 9 -> '(' + pipeline(depth - 1) + ")." + pick(fields);
      default -> '.' + pick(fields);
    };
  }

  private String pick(List<String> all) {
    return all.get(random.nextInt(all.size()));
  }
}
