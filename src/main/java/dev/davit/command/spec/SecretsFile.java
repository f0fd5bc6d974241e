package dev.davit.command.spec;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.davit.cli.CommandContext;
import dev.davit.cli.CommandException;
import dev.davit.create.DescribedContainer;
import dev.davit.engine.model.ContainerSpec;
import dev.davit.io.AtomicFile;
import dev.davit.text.Secrets;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The file of {@code --secrets-to}: the environment variables of a container with secrets. */
final class SecretsFile {
  /** The longest line that an environment file can have. */
  private static final int LONGEST = 65_000;

  private SecretsFile() {}

  /**
   * Moves the secret variables of a container to a file that only its owner can read.
   *
   * @throws CommandException if several containers are given
   */
  static DescribedContainer write(CommandContext in, String name, List<DescribedContainer> all)
      throws IOException {
    if (all.size() > 1) {
      throw CommandException.refused("--secrets-to takes one container");
    }
    DescribedContainer container = all.getFirst();
    ContainerSpec spec = container.spec();
    List<String> secrets = new ArrayList<>();
    List<String> others = new ArrayList<>();
    for (String each : Objects.requireNonNullElse(spec.config.env, List.<String>of())) {
      (isSecret(each) ? secrets : others).add(each);
    }
    Path file = in.app().cwd().physical(name).toAbsolutePath();
    String text = secrets.isEmpty() ? "" : String.join("\n", secrets) + '\n';
    AtomicFile.write(file, text.getBytes(UTF_8), "rw-------");
    spec.config.env = others.isEmpty() ? null : others;
    return container.withVariablesIn(in.app().cwd().lexical(name)).masked();
  }

  /** Whether a variable has a secret that a line of an environment file can express. */
  private static boolean isSecret(String variable) {
    return !Secrets.masked(null, variable).equals(variable)
        && variable.indexOf('=') > 0
        && variable.indexOf('\n') < 0
        && !variable.endsWith("\r")
        && variable.length() < LONGEST;
  }
}
