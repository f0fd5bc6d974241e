package dev.davit.cli.flags;

import dev.davit.cli.complete.Completers;
import dev.davit.engine.model.ContainerSpec;
import dev.davit.opts.EnvFile;
import dev.davit.opts.KeyValue;
import java.util.ArrayList;
import java.util.List;

/** What the container is called, and what is noted about it. */
final class LabelFlags {
  private static final Flag<List<String>> LABEL =
      Flag.list("label", 'l', "list", KeyValue::label, "Note something about it: NAME[=VALUE]");
  private static final Flag<List<String>> LABEL_FILE =
      Flag.list("label-file", "Labels of a file, NAME=VALUE a line").completes(Completers.FILE);

  static final Mapping LABELS = new Labels();
  static final Mapping PLATFORM = new Platform();

  static final FlagTable TABLE =
      FlagTable.of(
          "Identity",
          LABELS,
          new MapField(
              Flag.list(
                      "annotation",
                      (char) 0,
                      "map",
                      text -> text,
                      "Note to its OCI runtime: NAME[=VALUE]")
                  .since(1, 43),
              (host, value) -> host.annotations = value,
              host -> host.annotations),
          Field.of(
              Flag.string("name", "Name of the container"),
              (spec, value) -> spec.name = value,
              spec -> spec.name),
          PLATFORM);

  private LabelFlags() {}

  private static final class Labels implements Mapping {
    @Override
    public List<Flag<?>> flags() {
      return List.of(LABEL, LABEL_FILE);
    }

    @Override
    public void toSpec(FlagValues given, ContainerSpec spec, SpecContext context) {
      List<String> all = new ArrayList<>();
      for (String file : given.get(LABEL_FILE)) {
        all.addAll(EnvFile.read(context.cwd().physical(file), file, name -> null));
      }
      all.addAll(given.get(LABEL));
      spec.config.labels = KeyValue.added(spec.config.labels, all);
    }

    @Override
    public void fromSpec(ContainerSpec spec, FlagWriter out) {
      out.writeEntries(LABEL, spec.config.labels);
    }
  }

  /** {@code --platform}, or DOCKER_DEFAULT_PLATFORM. */
  private static final class Platform implements Mapping {
    private static final Flag<String> PLATFORM =
        Flag.string("platform", "Platform of the image, where it has several: OS/ARCH")
            .completes(Completers.PLATFORM)
            .since(1, 32);

    @Override
    public List<Flag<?>> flags() {
      return List.of(PLATFORM);
    }

    @Override
    public void toSpec(FlagValues given, ContainerSpec spec, SpecContext context) {
      String byDefault = context.env().getOrDefault("DOCKER_DEFAULT_PLATFORM", "");
      String platform = given.given(PLATFORM) ? given.get(PLATFORM) : byDefault;
      spec.platform = platform.isEmpty() ? null : platform;
    }

    @Override
    public void fromSpec(ContainerSpec spec, FlagWriter out) {
      if (spec.platform != null) {
        out.write(PLATFORM, spec.platform);
      }
    }
  }
}
