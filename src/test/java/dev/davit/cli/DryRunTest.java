package dev.davit.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.davit.cli.flags.Flag;
import dev.davit.command.CommandTree;
import dev.davit.command.removal.Preview;
import dev.davit.command.removal.Protection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Tests which commands of the tree have {@code --dry-run} and are refused for protected objects.
 */
final class DryRunTest {
  /** Commands that remove, overwrite, rename or interrupt something. */
  private static final Set<String> DESTROYING =
      Set.of(
          "builder prune",
          "container kill",
          "container prune",
          "container recreate",
          "container rename",
          "container restart",
          "container rm",
          "container stop",
          "container update",
          "context rm",
          "image prune",
          "image rm",
          "image untag",
          "network disconnect",
          "network prune",
          "network rm",
          "rerun",
          "system prune",
          "volume clone",
          "volume import",
          "volume prune",
          "volume rm",
          "volume update");

  /** Commands that change objects which exist, and take nothing away. */
  private static final Set<String> CHANGING =
      Set.of("container pause", "container start", "container unpause", "network connect");

  /** Commands that create containers, and by a flag replace another one; they print requests. */
  private static final Set<String> CREATING =
      Set.of("container clone", "container create", "container run");

  /** Commands that create something else, transfer something, or only read. */
  private static final Set<String> OTHERS =
      Set.of(
          "completion bash",
          "completion fish",
          "completion powershell",
          "completion zsh",
          "container attach",
          "container commit",
          "container cp",
          "container diff",
          "container exec",
          "container exec-create",
          "container exec-inspect",
          "container exec-resize",
          "container exec-start",
          "container exists",
          "container export",
          "container inspect",
          "container logs",
          "container ls",
          "container port",
          "container resize",
          "container spec",
          "container spec-diff",
          "container stat",
          "container stats",
          "container top",
          "container wait",
          "container why",
          "context create",
          "context export",
          "context import",
          "context inspect",
          "context ls",
          "context show",
          "context update",
          "context use",
          "help",
          "image build",
          "image cp",
          "image history",
          "image import",
          "image inspect",
          "image load",
          "image ls",
          "image pull",
          "image push",
          "image save",
          "image tag",
          "inspect",
          "login",
          "logout",
          "network create",
          "network inspect",
          "network ls",
          "ping",
          "schema",
          "search",
          "system df",
          "system dial-stdio",
          "system events",
          "system info",
          "version",
          "volume create",
          "volume export",
          "volume inspect",
          "volume ls");

  @Test
  void knowsAllCommands() {
    Set<String> known =
        List.of(DESTROYING, CHANGING, CREATING, OTHERS).stream()
            .flatMap(Set::stream)
            .collect(Collectors.toSet());
    assertEquals(known, paths(node -> true));
  }

  @Test
  void destroyingCommandsAreRefusedForProtectedObjects() {
    Set<String> expected = new TreeSet<>(DESTROYING);
    expected.addAll(CREATING);
    assertEquals(expected, paths(node -> has(node, Protection.UNPROTECT)));
  }

  @Test
  void commandsThatDestroyOrChangeHavePreviews() {
    Set<String> previewed = paths(node -> has(node, Preview.DRY_RUN));
    previewed.removeAll(CREATING);
    Set<String> expected = paths(node -> false);
    expected.addAll(DESTROYING);
    expected.addAll(CHANGING);
    assertEquals(expected, previewed);
    expected.remove(
        "system prune"); // lists several kinds of objects, which no single command removes
    Set<String> quiet = paths(node -> has(node, Preview.DRY_RUN) && has(node, Preview.QUIET));
    quiet.removeAll(CREATING);
    assertEquals(expected, quiet);
  }

  private static boolean has(CommandNode node, Flag<?> flag) {
    return node.newCommand().flags().stream().anyMatch(each -> each.name().equals(flag.name()));
  }

  private static Set<String> paths(Predicate<CommandNode> matching) {
    return Verbs.below(CommandTree.ROOT)
        .map(CommandNode::original)
        .distinct()
        .filter(matching)
        .map(node -> node.path("").strip())
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
