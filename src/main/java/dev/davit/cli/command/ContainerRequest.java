package dev.davit.cli.command;

import dev.davit.cli.Invocation;
import dev.davit.cli.flags.ContainerFlags;
import dev.davit.cli.flags.CreationFlags;
import dev.davit.cli.flags.SpecContext;
import dev.davit.engine.ApiVersion;
import dev.davit.engine.model.ContainerSpec;
import dev.davit.session.ApiSocket;
import dev.davit.session.CidFile;
import dev.davit.session.Creation;
import dev.davit.session.Creation.PullPolicy;
import dev.davit.value.GoInt;
import dev.davit.value.ImageRef;
import dev.davit.value.Platform;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the command line of run and create asks for, checked as far as a client can check it. */
record ContainerRequest(Invocation in, PullPolicy policy, ContainerSpec spec) {
  private static final ApiVersion PLATFORMS = new ApiVersion(1, 41);

  /** Reads the flags, in docker's order of checks; nothing has been sent yet. */
  static ContainerRequest of(Invocation in) {
    String image = in.args().getFirst();
    List<String> command = in.args().subList(1, in.args().size());
    try {
      PullPolicy policy = PullPolicy.parse(in.get(CreationFlags.PULL));
      SpecContext context =
          new SpecContext(
              in.app().env(), in.app().cwd(), in::proxies, in::osType, in.streams()::areTerminals);
      return new ContainerRequest(
          in, policy, ContainerFlags.toSpec(in.flags(), image, command, context));
    } catch (IllegalArgumentException e) {
      throw in.refused(String.valueOf(e.getMessage()));
    }
  }

  /** Makes the container and returns its id. */
  String create() throws IOException {
    try (CidFile cidFile = CidFile.open(in.app().cwd(), in.get(CreationFlags.CIDFILE))) {
      spec.hostConfig.consoleSize = in.consoleSize();
      checkImage();
      ApiSocket socket =
          in.get(CreationFlags.USE_API_SOCKET)
              ? ApiSocket.addTo(spec, in.engine().address(), in.config(), in.app().env())
              : new ApiSocket(Map.of());
      String platform = Objects.requireNonNullElse(spec.platform, "");
      spec.platform = normalized(platform);
      Creation creation =
          new Creation(in.engine(), in.streams(), policy, in.get(CreationFlags.QUIET), platform);
      String id = creation.create(spec);
      cidFile.write(id);
      socket.fill(in.engine().archives(), id);
      return id;
    }
  }

  private void checkImage() throws IOException {
    String image = in.args().getFirst();
    if (ImageRef.isIdentifier(image)) {
      return;
    }
    try {
      boolean pinned = !ImageRef.parse(image).digest().isEmpty();
      if (!pinned && isTrustRequired()) {
        throw new IOException("content trust is not supported: use --disable-content-trust");
      }
    } catch (IllegalArgumentException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  /** DOCKER_CONTENT_TRUST turns it on unless it is clearly off. */
  private boolean isTrustRequired() {
    if (in.flags().given(CreationFlags.DISABLE_CONTENT_TRUST)) {
      return !in.get(CreationFlags.DISABLE_CONTENT_TRUST);
    }
    String variable = in.app().env().getOrDefault("DOCKER_CONTENT_TRUST", "");
    try {
      return !variable.isEmpty() && GoInt.parseBool(variable);
    } catch (IllegalArgumentException e) {
      return true;
    }
  }

  /** The platform by its full name, which engines understand from 1.41. */
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
