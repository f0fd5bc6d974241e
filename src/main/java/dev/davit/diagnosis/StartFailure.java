package dev.davit.diagnosis;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The cause of a failed start, by the error that the engine keeps in {@code State.Error}. */
final class StartFailure {
  private static final List<Rule> RULES =
      List.of(
          rule(
              "port-in-use",
              "port is already allocated|address already in use",
              "a host port that the container publishes is in use",
              "find the container that publishes it: davit ps --filter publish=PORT"),
          rule(
              "mount-failed",
              "error mounting|bind source path does not exist|error while mounting volume|"
                  + "error creating bind mount|statfs .*: no such file",
              "a volume or bind mount failed",
              "check that the host path exists, and is a directory where the container has one"),
          rule(
              "user-not-found",
              "unable to find user|unable to find group|no matching entries in (passwd|group) file",
              "the user or group does not exist in the image",
              "give --user as a number, or add the user to the image"),
          rule(
              "network-not-found",
              "network .* not found|unable to find network",
              "a network of the container does not exist any more",
              "create the network, or the container with another --network"),
          rule(
              "namespace-gone",
              "cannot join (network|ipc|pid).* of a non running container|"
                  + "joining .* namespace of|No such container",
              "the container whose namespace it shares is not running",
              "start that container first"),
          rule(
              "device-not-found",
              "could not select device driver|error gathering device information|"
                  + "no such device|unresolvable CDI devices",
              "a device that the container requests does not exist, or its driver is not installed",
              "check --device and --gpus"),
          rule(
              "no-space",
              "no space left on device",
              "the disk of the engine is full",
              "see what takes the space: davit system df --top 10"),
          rule(
              "limit-invalid",
              "OOM-killed|memory limit too low|cannot allocate memory|error setting cgroup config",
              "a resource limit is too low, or the kernel refuses it",
              "check --memory, --cpus and the other limits"),
          rule(
              "exec-format",
              "exec format error",
              "the program is for another processor, or a script without a #! line",
              "check the platform of the image: davit image inspect IMAGE"),
          rule(
              "working-directory",
              "chdir to cwd|cannot chdir|mkdir .*: (not a directory|file exists)",
              "the working directory is not a directory in the container",
              "check --workdir"),
          rule(
              "command-not-found",
              "executable file not found|stat .*: no such file or directory|"
                  + "exec: \"?[^:]*\"?: no such file or directory|executable file .* not found",
              "the command does not exist in the container",
              "check the spelling of the command, and the PATH of the image"),
          rule(
              "not-executable",
              "permission denied|is a directory",
              "the command is not an executable file",
              "check the command and the mode of its file: chmod +x"));

  private static final Diagnosis UNKNOWN =
      Diagnosis.of("start-failed", "the engine could not start the container");

  /**
   * A cause and how the engine's error shows it.
   *
   * @param pattern found in the error
   */
  private record Rule(Pattern pattern, Diagnosis diagnosis) {
    @Nullable Diagnosis of(String error) {
      Matcher matcher = pattern.matcher(error);
      return matcher.find() ? diagnosis : null;
    }
  }

  private StartFailure() {}

  private static Rule rule(String cause, String pattern, String text, String advice) {
    return new Rule(Pattern.compile(pattern), new Diagnosis(cause, text, advice));
  }

  static Diagnosis of(String error) {
    for (Rule rule : RULES) {
      Diagnosis diagnosis = rule.of(error);
      if (diagnosis != null) {
        return diagnosis;
      }
    }
    return UNKNOWN;
  }
}
