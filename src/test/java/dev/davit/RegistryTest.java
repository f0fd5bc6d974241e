package dev.davit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.davit.Target.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pulls images from a real registry with a password, from all sources of credentials. */
@Tag("engine")
final class RegistryTest {
  private static final String REGISTRY = "127.0.0.1:5099";
  private static final String IMAGE = REGISTRY + "/registry-test";
  private static final String SECRET = RegistryServer.SECRET;

  @TempDir Path folder;
  private Target target;
  private RegistryServer registry;

  @BeforeEach
  void start() throws IOException {
    target = Target.linked();
    registry = new RegistryServer(folder, REGISTRY);
    registry.start();
    config("{\"auths\":{\"REGISTRY\":{\"auth\":\"AUTH\"}}}");
    registry.await(() -> reference("tag busybox " + IMAGE + " && DOCKER push -q " + IMAGE));
  }

  @AfterEach
  void end() throws IOException {
    forget();
    registry.close();
  }

  /** Runs a docker client, which alone can push. */
  private Result reference(String line) throws IOException {
    String docker = Target.docker().orElseThrow().toString();
    return target.run((docker + ' ' + line).replace("DOCKER", docker), reach(), folder);
  }

  private void forget() throws IOException {
    reference("rmi -f " + IMAGE);
  }

  private void config(String json) throws IOException {
    Files.writeString(folder.resolve("config.json"), filled(json));
  }

  private static String filled(String json) {
    return json.replace("REGISTRY", REGISTRY).replace("AUTH", RegistryServer.auth());
  }

  private Reach reach(String... more) {
    Map<String, String> env = new HashMap<>(Map.of("DOCKER_HOST", Reach.privateEngine()));
    for (int i = 0; i < more.length; i += 2) {
      env.put(more[i], more[i + 1]);
    }
    return new Reach(List.of(), env, folder.resolve("programs").toString());
  }

  /** Pulls with run and create, and checks that the output does not contain the password. */
  private Result pull(String flags, String... env) throws IOException {
    forget();
    return withoutSecrets(flags + " run --rm " + IMAGE + " echo pulled", env);
  }

  private Result withoutSecrets(String line, String... env) throws IOException {
    Result result = target.run("docker " + line, reach(env), folder);
    for (String secret :
        List.of(SECRET, RegistryServer.auth().substring(0, 12), "X-Registry-Auth: ey")) {
      assertFalse(result.toString().contains(secret), result.toString());
    }
    return result;
  }

  private void pulls() throws IOException {
    Result result = pull(Target.isDocker() ? "-D" : "--debug --trace=curl");
    assertEquals("0 pulled\n", result.exitCode() + " " + result.out(), result.err());
  }

  @Test
  void theFileHasThem() throws IOException {
    pulls();
    config("{\"auths\":{\"other.example\":{\"auth\":\"AUTH\"}}}");
    assertEquals(125, pull("").exitCode());
  }

  @Test
  void aProgramHasThem() throws IOException {
    Files.createDirectories(folder.resolve("programs"));
    Path program = folder.resolve("programs/docker-credential-keeper");
    Files.writeString(
        program,
        """
        #!/bin/sh
        read -r server
        [ "$1 $server" = 'get REGISTRY' ] || { echo 'credentials not found in native keychain'; exit 1; }
        echo '{"Username":"ann","Secret":"SECRET"}'
        """
            .replace("REGISTRY", REGISTRY)
            .replace("SECRET", SECRET));
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    config("{\"credsStore\":\"keeper\"}");
    pulls();
    config("{\"credHelpers\":{\"REGISTRY\":\"keeper\"}}");
    pulls();
    config("{\"credHelpers\":{\"other.example\":\"keeper\"}}");
    assertEquals(125, pull("").exitCode());
  }

  /** docker 28.2 uses that variable only for credentials passed to a container, docker 28.3 too. */
  @Test
  void theVariableHasThem() throws IOException {
    String[] variable = {
      "DOCKER_AUTH_CONFIG", filled("{\"auths\":{\"REGISTRY\":{\"auth\":\"AUTH\"}}}")
    };
    config("{}");
    assertEquals(Target.isDocker() ? 125 : 0, pull("", variable).exitCode());
    String flags = Target.isDocker() ? "-D" : "--debug --trace=curl";
    String create = flags + " create --name registry-test --use-api-socket busybox";
    assertEquals(0, withoutSecrets(create, variable).exitCode());
    try {
      String file = "registry-test:/run/secrets/docker/config.json -";
      String handed = target.run("docker cp " + file, reach(), folder).out();
      assertTrue(
          handed.contains("\"" + REGISTRY + "\"") && handed.contains(RegistryServer.auth()),
          handed);
    } finally {
      reference("rm registry-test");
    }
  }

  @Test
  void imagesArePushedAndPulledAfterALogin() throws IOException {
    config("{}");
    Files.writeString(folder.resolve("wrong"), "no\n");
    Result refused = withoutSecrets("login -u ann --password-stdin " + REGISTRY + " <wrong");
    assertEquals("1 ", refused.exitCode() + " " + refused.out());
    assertTrue(refused.err().contains("401 Unauthorized"), refused.err());
    Files.writeString(folder.resolve("secret"), SECRET + "\n");
    String flags = Target.isDocker() ? "-D" : "--debug --trace=curl";
    Result login =
        withoutSecrets(flags + " login -u ann --password-stdin " + REGISTRY + " <secret");
    assertEquals("0 Login Succeeded\n", login.exitCode() + " " + login.out(), login.err());

    reference("tag busybox " + IMAGE + ":two");
    Result push = withoutSecrets(flags + " push " + IMAGE + ":two");
    assertTrue(
        push.exitCode() == 0 && push.out().contains("two: digest: sha256:"), push.toString());
    Result pushed = withoutSecrets("image push -a -q " + IMAGE);
    assertEquals(new Result(IMAGE + "\n", "", 0), pushed);

    reference("rmi " + IMAGE + ":two " + IMAGE);
    Result pull = withoutSecrets(flags + " pull " + IMAGE);
    assertEquals(0, pull.exitCode(), pull.err());
    List<String> lines = pull.out().lines().toList();
    assertEquals("Using default tag: latest", lines.getFirst());
    assertEquals(IMAGE + ":latest", lines.getLast());
    assertEquals(
        new Result(IMAGE + "\n", "", 0), withoutSecrets("image pull -q --all-tags " + IMAGE));
    assertEquals(0, reference("rmi " + IMAGE + ":two").exitCode());
    String digest = lines.stream().filter(line -> line.startsWith("Digest: ")).toList().getFirst();
    String exact = IMAGE + '@' + digest.substring("Digest: ".length());
    assertEquals(new Result(exact + "\n", "", 0), withoutSecrets("pull -q " + exact));

    assertEquals(0, withoutSecrets("logout " + REGISTRY).exitCode());
    Result after = withoutSecrets("pull -q " + IMAGE);
    assertEquals("1 ", after.exitCode() + " " + after.out());
    assertTrue(after.err().contains("no basic auth credentials"), after.err());
  }

  @Test
  void whatPullsAndPushesPrintIsDockers() throws IOException {
    sameOutput("pull " + IMAGE, true);
    for (String line :
        List.of(
            "pull IMAGE",
            "pull -q IMAGE:latest",
            "pull --platform linux/amd64 IMAGE",
            "pull -a IMAGE",
            "pull IMAGE:nosuch",
            "pull -q REGISTRY/nosuch",
            "pull 127.0.0.1:9/nosuch",
            "push IMAGE",
            "push -q IMAGE",
            "push -a IMAGE",
            "push IMAGE:nosuch",
            "push REGISTRY/nosuch",
            "push -q 127.0.0.1:9/nosuch")) {
      sameOutput(line.replace("IMAGE", IMAGE).replace("REGISTRY", REGISTRY), false);
    }
  }

  /** Compares the output of a command with docker's; {@code missing} removes the image before. */
  private void sameOutput(String line, boolean missing) throws IOException {
    if (missing) {
      forget();
    }
    Result expected = reference(line);
    if (missing) {
      forget();
    }
    assertEquals(expected, withoutSecrets(line), line);
  }

  @Test
  void refusalsAreDockers() throws IOException {
    config("{}");
    same();
    config("{\"auths\":{\"REGISTRY\":{\"auth\":\"YW5uOndyb25n\"}}}");
    same();
    config("{\"credsStore\":\"gone\"}"); // for which docker before 28 had other words
    forget();
    assertEquals(
        "127 Unable to find image '127.0.0.1:5099/registry-test:latest' locally\n"
            + "docker: error getting credentials - err: exec: \"docker-credential-gone\":"
            + " executable file not found in $PATH, out: ``",
        refusal(pull("")));
  }

  /** Checks that davit's output is docker's. */
  private void same() throws IOException {
    forget();
    String expected = refusal(reference("run --rm " + IMAGE + " true"));
    assertTrue(expected.startsWith("125 Unable to find image"), expected);
    assertEquals(expected, refusal(pull("")));
  }

  /** Without what follows the reason, which is not the same in all versions of docker. */
  private static String refusal(Result result) {
    List<String> lines = result.err().lines().toList();
    return result.exitCode() + " " + lines.get(0) + '\n' + lines.get(1).replaceFirst("\\.$", "");
  }
}
