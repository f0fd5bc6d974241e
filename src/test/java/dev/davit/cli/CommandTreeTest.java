package dev.davit.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.davit.command.CommandTree;
import dev.davit.command.system.HelpCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Model.PositionalParamSpec;

final class CommandTreeTest {
  /** The directories of tests that the native binary plays as well. */
  private static final List<String> PLAYED = List.of("sessions", "transcripts", "terminal");

  @Test
  void everyCommandIsPlayed() throws IOException {
    List<String> lines = new ArrayList<>();
    for (String folder : PLAYED) {
      try (Stream<Path> files = Files.walk(Path.of("src/test/resources", folder))) {
        for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
          lines.addAll(Files.readAllLines(file));
        }
      }
    }
    lines.removeIf(line -> !line.startsWith("$"));
    assertEquals(
        List.of(),
        Verbs.below(CommandTree.ROOT)
            .map(CommandTreeTest::typed)
            .filter(typed -> lines.stream().noneMatch(invocation(typed).asPredicate()))
            .toList());
  }

  @Test
  void aDeprecatedCommandIsHiddenAndPrintsANotice() {
    CommandNode old =
        CommandNode.command("old", "Do it", () -> new HelpCommand(CommandTree.ROOT))
            .deprecated("use \"new\" instead");
    assertFalse(old.isListed());
    assertEquals(
        Optional.of("Command \"old\" is deprecated, use \"new\" instead"), old.deprecation());
  }

  /** Checks that the model's arity is the number of arguments that commands accept. */
  @Test
  void theModelHasTheArityOfTheArguments() {
    for (CommandNode node : Verbs.below(CommandTree.ROOT).toList()) {
      Usage usage = node.newCommand().usage();
      var positional = CommandSpecs.of(node, "davit").spec().positionalParameters();
      assertEquals(usage.max() == 0, positional.isEmpty(), node.toString());
      for (PositionalParamSpec each : positional) {
        assertEquals(usage.min(), each.arity().min(), node.toString());
        assertEquals(usage.max(), each.arity().max(), node.toString());
        assertTrue(usage.synopsis().endsWith(each.paramLabel()), node.toString());
      }
    }
  }

  /** The usage line of help has the options, and in brackets the containers that they replace. */
  @Test
  void helpShowsTheArgumentsThatFlagsReplace() {
    for (CommandNode node : Verbs.below(CommandTree.ROOT).toList()) {
      Command command = node.newCommand();
      String usage = CommandSpecs.of(node, "davit").spec().usageMessage().customSynopsis()[0];
      boolean shown = usage.matches("(?s).*\\[(OPTIONS|flags)].*");
      assertTrue(command.flags().isEmpty() || shown, usage);
      boolean selects = command.flags().stream().anyMatch(flag -> flag.name().equals("latest"));
      boolean lists = typed(node).matches("(container )?(ps|ls|list)");
      assertEquals(selects && !lists, !command.selectable().isEmpty(), usage);
      assertTrue(usage.contains(command.selectable()), usage);
    }
  }

  /** The words behind the program's name, without {@code container}. */
  private static String typed(CommandNode node) {
    return node.path("").strip().replaceFirst("^container ", "");
  }

  private static Pattern invocation(String typed) {
    return Pattern.compile("\\bdocker (container )?" + typed + "\\b");
  }
}
