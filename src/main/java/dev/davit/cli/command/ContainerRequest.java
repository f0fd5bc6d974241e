package dev.davit.cli.command;

import dev.davit.cli.Invocation;
import dev.davit.cli.flags.ContainerFlags;
import dev.davit.cli.flags.CreationFlags;
import dev.davit.cli.flags.SpecContext;
import dev.davit.engine.model.ContainerSpec;
import dev.davit.session.CidFile;
import dev.davit.session.Creation;
import dev.davit.session.Creation.PullPolicy;
import dev.davit.value.ImageRef;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the command line of run and create asks for, checked as far as a client can check it. */
record ContainerRequest(Invocation in, PullPolicy policy, ContainerSpec spec) {
  /** Reads the flags, in docker's order of checks; nothing has been sent yet. */
  static ContainerRequest of(Invocation in) {
    String image = in.args().getFirst();
    List<String> command = in.args().subList(1, in.args().size());
    try {
      PullPolicy policy = PullPolicy.parse(in.get(CreationFlags.PULL));
      SpecContext context = new SpecContext(in.app().env(), in.app().cwd(), in::proxies);
      ContainerSpec spec = ContainerFlags.toSpec(in.flags(), image, command, context);
      String cidFile = in.get(CreationFlags.CIDFILE);
      spec.hostConfig.containerIdFile = cidFile.isEmpty() ? null : cidFile;
      return new ContainerRequest(in, policy, spec);
    } catch (IllegalArgumentException e) {
      throw in.refused(String.valueOf(e.getMessage()));
    }
  }

  /** Makes the container and returns its id. */
  String create() throws IOException {
    try (CidFile cidFile = CidFile.open(in.app().cwd(), in.get(CreationFlags.CIDFILE))) {
      spec.hostConfig.consoleSize = in.consoleSize();
      Creation creation =
          new Creation(in.engine(), in.streams(), policy, in.get(CreationFlags.QUIET));
      String id = creation.create(spec, image());
      cidFile.write(id);
      return id;
    }
  }

  /** What to pull if it is missing; null for an id. */
  private @Nullable ImageRef image() throws IOException {
    String text = in.args().getFirst();
    try {
      return ImageRef.isId(text) ? null : ImageRef.parse(text);
    } catch (IllegalArgumentException e) {
      throw new IOException(e.getMessage(), e);
    }
  }
}
