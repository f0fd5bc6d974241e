package dev.davit.diagnosis;

import java.util.List;
import java.util.Objects;

/** The cause of a failed start, by the error that the engine keeps in {@code State.Error}. */
final class StartFailure {
  private static final List<TextRule> RULES =
      List.of(
          TextRule.of(
              "port-in-use",
              "port is already allocated|address already in use",
              "a host port that the container publishes is in use",
              "find the container that publishes it: davit ps --filter publish=PORT"),
          TextRule.of(
              "mount-failed",
              "error mounting|bind source path does not exist|error while mounting volume|"
                  + "error creating bind mount|statfs .*: no such file|mount `.*` to `",
              "a volume or bind mount failed",
              "check that the host path exists, and is a directory where the container has one"),
          TextRule.of(
              "user-not-found",
              "unable to find user|unable to find group|no matching entries in (passwd|group) file",
              "the user or group does not exist in the image",
              "give --user as a number, or add the user to the image"),
          TextRule.of(
              "network-not-found",
              "network .* not found|unable to find network",
              "a network of the container does not exist any more",
              "create the network, or the container with another --network"),
          TextRule.of(
              "namespace-gone",
              "cannot join (network|ipc|pid).* of a non running container|"
                  + "joining .* namespace of|No such container|"
                  + "cannot get namespace path unless container .* is running",
              "the container whose namespace it shares is not running",
              "start that container first"),
          TextRule.of(
              "device-not-found",
              "could not select device driver|error gathering device information|"
                  + "no such device|unresolvable CDI devices",
              "a device that the container requests does not exist, or its driver is not installed",
              "check --device and --gpus"),
          TextRule.of(
              "no-space",
              "no space left on device",
              "the disk of the engine is full",
              "see what takes the space: davit system df --top 10"),
          TextRule.of(
              "limit-invalid",
              "OOM-killed|memory limit too low|cannot allocate memory|error setting cgroup config",
              "a resource limit is too low, or the kernel refuses it",
              "check --memory, --cpus and the other limits"),
          TextRule.of(
              "exec-format",
              "[Ee]xec format error",
              "the program is for another processor, or a script without a #! line",
              "check the platform of the image: davit image inspect IMAGE"),
          TextRule.of(
              "working-directory",
              "chdir to cwd|cannot chdir|mkdir .*: (not a directory|file exists)|"
                  + "workdir .* is not a directory",
              "the working directory is not a directory in the container",
              "check --workdir"),
          TextRule.of(
              "command-not-found",
              "executable file not found|stat .*: no such file or directory|"
                  + "exec: \"?[^:]*\"?: no such file or directory|executable file .* not found",
              "the command does not exist in the container",
              "check the spelling of the command, and the PATH of the image"),
          TextRule.of(
              "not-executable",
              "permission denied|is a directory",
              "the command is not an executable file",
              "check the command and the mode of its file: chmod +x"));

  private static final Diagnosis UNKNOWN =
      Diagnosis.of("start-failed", "the engine could not start the container");

  private StartFailure() {}

  static Diagnosis of(String error) {
    return Objects.requireNonNullElse(TextRule.find(RULES, error), UNKNOWN);
  }
}
