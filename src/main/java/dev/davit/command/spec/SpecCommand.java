package dev.davit.command.spec;

import dev.davit.cli.CommandContext;
import dev.davit.cli.CommandException;
import dev.davit.cli.Usage;
import dev.davit.cli.complete.Completer;
import dev.davit.cli.complete.Completers;
import dev.davit.cli.flags.Flag;
import dev.davit.cli.flags.FlagValues;
import dev.davit.command.selection.SelectionFlags;
import dev.davit.command.selection.TakesContainers;
import dev.davit.command.shared.ForEachTarget;
import dev.davit.create.DescribedContainer;
import dev.davit.create.LaterNetworks;
import dev.davit.json.JsonBinding;
import dev.davit.json.JsonIndent;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * {@code davit spec}: prints containers as what creates them again. docker does not have this
 * command.
 */
public final class SpecCommand implements TakesContainers {
  private static final Flag<@Nullable SpecForm> AS =
      Flag.<SpecForm>value(
              "as",
              "string",
              SpecForm::parse,
              "Form of the output: run, create, compose, json or systemd (default run)")
          .completes(Completer.words(SpecForm.WORDS));
  private static final Flag<String> FROM =
      Flag.string("from", "Read the output of inspect from this file, or - for STDIN")
          .completes(Completers.FILE);
  private static final Flag<Boolean> PRETTY =
      Flag.bool("pretty", "Print one option or one JSON property per line");
  private static final Flag<String> SECRETS_TO =
      Flag.string(
              "secrets-to",
              "Write environment variables with probable secrets to this file, as --env-file reads it")
          .completes(Completers.FILE);
  private static final Flag<Boolean> SHOW_SECRETS =
      Flag.bool("show-secrets", "Print the values of probable secrets");

  @Override
  public Usage usage() {
    return Usage.atLeast(1, "[OPTIONS] CONTAINER [CONTAINER...]");
  }

  @Override
  public List<Flag<?>> flags() {
    return SelectionFlags.severalWith(List.of(AS, FROM, PRETTY, SECRETS_TO, SHOW_SECRETS));
  }

  @Override
  public boolean accepts(int arguments, FlagValues given) {
    return given.given(FROM) || TakesContainers.super.accepts(arguments, given);
  }

  @Override
  public Completer argument(int place, FlagValues given) {
    return Completers.CONTAINER;
  }

  @Override
  public int run(CommandContext in) throws IOException {
    requireNoConflict(in);
    SpecSource source =
        in.flags().given(FROM)
            ? SpecSource.ofFile(in, requireNoSelection(in))
            : SpecSource.ofEngine(in);
    print(in, shown(in, source.containers()));
    return ForEachTarget.exitCode(in.streams(), source.errors());
  }

  private static void requireNoConflict(CommandContext in) {
    if (in.flags().given(SECRETS_TO)) {
      if (in.get(SHOW_SECRETS)) {
        throw CommandException.conflict("--secrets-to", "--show-secrets");
      }
      if (in.get(AS) == SpecForm.JSON) {
        throw CommandException.refused("--secrets-to cannot be used together with --as json");
      }
    }
  }

  private static String requireNoSelection(CommandContext in) {
    for (Flag<?> flag :
        List.of(
            SelectionFlags.ALL,
            SelectionFlags.FILTER,
            SelectionFlags.IGNORE,
            SelectionFlags.LATEST)) {
      if (in.flags().given(flag)) {
        throw CommandException.conflict("--from", "--" + flag.name());
      }
    }
    return in.get(FROM);
  }

  private static List<DescribedContainer> shown(
      CommandContext in, List<DescribedContainer> containers) throws IOException {
    if (in.flags().given(SECRETS_TO) && !containers.isEmpty()) {
      return List.of(SecretsFile.write(in, in.get(SECRETS_TO), containers));
    }
    if (in.get(SHOW_SECRETS)) {
      return containers;
    }
    List<DescribedContainer> masked = new ArrayList<>();
    for (DescribedContainer each : containers) {
      masked.add(each.masked());
    }
    return masked;
  }

  private static void print(CommandContext in, List<DescribedContainer> containers)
      throws IOException {
    SpecForm form = in.get(AS);
    if (form == SpecForm.JSON) {
      json(in, containers);
      return;
    }
    if (form == SpecForm.COMPOSE) {
      in.streams().printSent(ComposeFile.text(containers, in.app().name()));
      return;
    }
    if (form == SpecForm.SYSTEMD) {
      UnitFile unit = new UnitFile(in.app().name(), in.get(PRETTY));
      for (DescribedContainer each : containers) {
        in.streams().printSent(unit.text(each));
      }
      return;
    }
    CreateLine line =
        new CreateLine(in.app().name(), form == SpecForm.CREATE ? "create" : "run", in.get(PRETTY));
    for (DescribedContainer each : containers) {
      in.streams().printSent(line.text(each));
    }
  }

  /** Prints the bodies of the create requests; remarks go to standard error. */
  private static void json(CommandContext in, List<DescribedContainer> containers)
      throws IOException {
    for (DescribedContainer each : containers) {
      LaterNetworks later = LaterNetworks.takenFrom(each);
      each.setStreams();
      byte[] body = JsonBinding.write(each.spec());
      in.streams().printSentJson(in.get(PRETTY) ? JsonIndent.indent(body) : body);
      in.streams().print("\n");
      Stream.of(each.remarks(), later.remarks(in.app().name(), each))
          .flatMap(List::stream)
          .forEach(remark -> in.streams().error(each.spec().name + ": " + remark));
    }
  }
}
