package dev.davit.create;

import dev.davit.engine.ContainerBody;
import dev.davit.engine.model.ContainerConfig;
import dev.davit.engine.model.ContainerSpec;
import dev.davit.json.JsonBinding;
import dev.davit.json.MaskedJson;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A container as it would be requested.
 *
 * @param osType the operating system that it runs on
 * @param severalNetworks whether the engine connects a new container to more than one network
 * @param remarks what a reader must know about the spec
 * @param envFile a file with further environment variables; empty for none
 */
public record DescribedContainer(
    ContainerSpec spec,
    String osType,
    boolean severalNetworks,
    List<String> remarks,
    String envFile) {
  private static final String MASKED =
      "Secrets are masked as ***; --show-secrets prints their values.";

  /** Returns the container without probable secrets, with a remark if it has some. */
  public DescribedContainer masked() throws IOException {
    byte[] json = JsonBinding.write(spec);
    byte[] masked = MaskedJson.of(json);
    ContainerSpec copy = ContainerBody.read(masked);
    copy.name = spec.name;
    copy.platform = spec.platform;
    return Arrays.equals(JsonBinding.write(copy), json)
        ? this
        : new DescribedContainer(copy, osType, severalNetworks, with(remarks, MASKED), envFile);
  }

  /** Returns remarks with another one. */
  private static List<String> with(List<String> remarks, String another) {
    List<String> all = new ArrayList<>(remarks);
    all.add(another);
    return List.copyOf(all);
  }

  /** Sets streams that are not attached to false, as a client would attach unset ones. */
  public void setStreams() {
    ContainerConfig config = spec.config;
    config.attachStdin = Boolean.TRUE.equals(config.attachStdin);
    config.attachStdout = Boolean.TRUE.equals(config.attachStdout);
    config.attachStderr = Boolean.TRUE.equals(config.attachStderr);
  }

  /** Returns the container, with further environment variables in a file. */
  public DescribedContainer withVariablesIn(String file) {
    return new DescribedContainer(spec, osType, severalNetworks, remarks, file);
  }

  /** Returns the container for a client that connects networks one after the other. */
  public DescribedContainer onNewEngine() {
    return new DescribedContainer(spec, osType, true, remarks, envFile);
  }
}
