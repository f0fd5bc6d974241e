package dev.davit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.davit.Target.Result;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The client's half of {@code version}, by docker's name and by davit's own. */
final class VersionTest {
  private static final String NUMBER = "[0-9]+\\.[0-9]+\\.[0-9]+(-SNAPSHOT)?";

  @TempDir Path folder;

  private Result run(String program, String... args) {
    Map<String, String> env = Map.of("DOCKER_HOST", "unix:///nowhere", "HOME", folder.toString());
    return Target.inProcess(program, List.of(args), env, new byte[0], folder);
  }

  /** The fields of docker's client struct, in its order. */
  @ParameterizedTest
  @ValueSource(strings = {"docker", "davit"})
  void hasAllFieldsOfDockersStruct(String program) {
    String number = program.equals("docker") ? "28\\.2\\.2" : NUMBER;
    String json = run(program, "version", "--format", "json").out();
    assertTrue(
        json.matches(
            "\\{\"Client\":\\{\"Platform\":\\{\"Name\":\"davit "
                + NUMBER
                + "\"\\},\"Version\":\""
                + number
                + "\",\"ApiVersion\":\"1\\.50\",\"DefaultAPIVersion\":\"1\\.50\",\"GitCommit\":\"[^\"]+\","
                + "\"GoVersion\":\"java25[^\"]*\",\"Os\":\"linux\",\"Arch\":\"(amd64|arm64)\","
                + "\"BuildTime\":\"[^\"]+\",\"Context\":\"default\"\\},\"Server\":null\\}\n"),
        json);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Platform.Name",
        "Version",
        "APIVersion",
        "DefaultAPIVersion",
        "GitCommit",
        "GoVersion",
        "Os",
        "Arch",
        "BuildTime",
        "Context"
      })
  void hasEachFieldInTemplates(String field) {
    Result result = run("docker", "version", "-f", "{{.Client." + field + "}}");
    assertTrue(result.out().length() > 1, result.out());
    assertEquals(
        "Cannot connect to the Docker daemon at unix:///nowhere. Is the docker daemon running?\n",
        result.err());
  }

  /** Scripts find the number by its label. */
  @Test
  void printsTheNumberThatScriptsCompare() {
    String docker = run("docker", "version").out();
    assertTrue(docker.matches("(?s)Client: davit " + NUMBER + "\n Version:           28.2.2\n.*"));
    assertTrue(docker.contains("\n Go version:        java25"), docker);
    String davit = run("davit", "version").out();
    assertTrue(
        davit.matches("(?s)Client: davit (" + NUMBER + ")\n Version:           \\1\n.*"), davit);
  }
}
