package dev.davit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * The image, networks, volume and container that {@code flags/created.txt} names, and several
 * clients, as most of a test is waiting for the engine.
 */
final class SpecFixtures {
  static final String IMAGE = "spec-image";

  private static final int CLIENTS = 4;

  /** Podman locks up when several clients create and remove containers. */
  private static final int CLIENTS_OF_PODMAN = 1;

  private static final String DOCKERFILE =
      """
      FROM busybox
      ENV FROM_IMAGE=yes IMAGE="a b"
      LABEL from=image image="a b"
      EXPOSE 8080 53/udp
      VOLUME /image
      USER 4
      WORKDIR /image
      STOPSIGNAL INT
      ENTRYPOINT ["env"]
      CMD ["true"]
      HEALTHCHECK --interval=5s --retries=2 CMD true
      """;

  private final BlockingQueue<SpecEngine> clients = new LinkedBlockingQueue<>();
  private final String version;
  private final int concurrent;

  SpecFixtures(Path folder) throws IOException {
    version =
        SpecEngine.done(
            new SpecEngine(folder, "")
                .run("version", "--format", "{{json .Server.Components}} {{.Server.APIVersion}}"));
    concurrent = isPodman() ? CLIENTS_OF_PODMAN : CLIENTS;
    for (int i = 0; i < concurrent; i++) {
      Path own = folder.resolve("client" + i);
      Files.createDirectories(own.resolve("x"));
      Files.writeString(own.resolve("variables"), "FILE=x y\n# comment\nFROM_CLIENT\nOTHER='\n");
      Files.writeString(own.resolve("labels"), "file=x y\nother\n");
      clients.add(new SpecEngine(own, "spec-c" + i));
    }
  }

  /** A function of a client. */
  interface Case<T> {
    SpecResult of(SpecEngine engine, T input) throws IOException;
  }

  /** Runs a case for each input, and returns the results in the order of the inputs. */
  <T> Map<T, SpecResult> all(List<T> inputs, Case<T> one) {
    Map<T, CompletableFuture<SpecResult>> futures = new LinkedHashMap<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(concurrent)) {
      for (T input : inputs) {
        futures.put(input, CompletableFuture.supplyAsync(() -> result(one, input), threads));
      }
    }
    Map<T, SpecResult> results = new LinkedHashMap<>();
    futures.forEach((input, future) -> results.put(input, future.join()));
    return results;
  }

  private <T> SpecResult result(Case<T> one, T input) {
    SpecEngine client = clients.remove();
    try {
      return one.of(client, input);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      clients.add(client);
    }
  }

  /** Creates the objects that containers of the tests use. */
  void setUp() throws IOException {
    tearDown();
    SpecEngine client = client();
    SpecEngine.done(client.run(DOCKERFILE.getBytes(UTF_8), "build", "-q", "-t", IMAGE, "-"));
    for (String line :
        List.of(
            "network create --subnet 10.127.0.0/16 --ipv6 --subnet fd00:127::/64 fuzz-n1",
            "network create --subnet 10.128.0.0/16 fuzz-n2",
            "volume create spec-v",
            "run -d --name spec-db --ipc shareable -v /data --network bridge busybox top")) {
      SpecEngine.done(client.run(line.split(" ", -1)));
    }
  }

  private boolean isPodman() {
    return version.contains("Podman");
  }

  private SpecEngine client() {
    return clients.element();
  }

  /** Removes the objects. */
  void tearDown() throws IOException {
    SpecEngine client = client();
    for (String line :
        List.of(
            "rm -fv --ignore spec-*",
            "network rm fuzz-n1 fuzz-n2",
            "volume rm spec-v spec-w spec-x",
            "rmi -f " + IMAGE)) {
      client.run(line.split(" ", -1));
    }
  }

  /** Reads what this engine refuses and changes. */
  SpecDifferences differences(String file) throws IOException {
    return SpecDifferences.read(
        file,
        isPodman() ? "podman" : "docker",
        version.substring(version.lastIndexOf(' ') + 1).strip());
  }
}
