package dev.davit.command.registry;

import dev.davit.cli.CommandContext;
import dev.davit.cli.CommandException;
import dev.davit.command.shared.Note;
import dev.davit.config.Credentials;
import dev.davit.credentials.CredentialStore;
import dev.davit.gotypes.GoInt;
import dev.davit.terminal.Printer;
import dev.davit.terminal.Prompt;
import java.io.IOException;
import java.util.Optional;

/** Asks for a user name and a password. Mirrors PromptUserForCredentials of cli/command. */
final class CredentialPrompt {
  private static final String HUB_ACCOUNT =
      "Log in with your Docker ID or email address to push and pull images from Docker Hub. If you"
          + " don't have a Docker ID, head over to https://hub.docker.com/ to create one.";

  private static final String HUB_HINT =
      "You can log in with your password or a Personal Access Token (PAT). Using a limited-scope PAT"
          + " grants better security and is required for organizations using SSO. Learn more at"
          + " https://docs.docker.com/go/access-tokens/\n";

  private static final String HUB_TOKEN =
      """
      A Personal Access Token (PAT) can be used instead.
      To create a PAT, visit \u001b[4mhttps://app.docker.com/settings\u001b[0m

      """;

  private CredentialPrompt() {}

  /**
   * Returns complete credentials; empty if the user interrupts a question.
   *
   * @param knownUser the user to offer; empty for none
   * @throws CommandException if standard input is not a terminal, or an answer is empty
   */
  static Optional<Credentials> complete(
      CommandContext in, String user, String password, String knownUser, String server)
      throws IOException {
    if ((user.isBlank() || password.isBlank()) && !in.streams().inIsTerminal()) {
      throw CommandException.refused(
          "Error: Cannot perform an interactive login from a non TTY device");
    }
    Optional<String> name =
        user.isBlank() ? user(in, knownUser.strip(), server) : Optional.of(user);
    if (name.isEmpty()) {
      return Optional.empty();
    }
    Optional<String> secret = password.isBlank() ? password(in, server) : Optional.of(password);
    return secret.map(
        given -> new Credentials(name.get().strip(), given.strip(), "", server, "", ""));
  }

  private static Optional<String> user(CommandContext in, String known, String server)
      throws IOException {
    if (server.equals(CredentialStore.HUB)) {
      in.streams().println(HUB_ACCOUNT);
      if (hasHints(in)) {
        in.streams().println(HUB_HINT);
      }
    }
    String question = known.isEmpty() ? "Username: " : "Username (" + known + "): ";
    Optional<String> answer = Prompt.ask(in.streams(), question);
    Optional<String> name = answer.map(text -> text.isBlank() ? known : text);
    if (name.isPresent() && name.get().isEmpty()) {
      throw CommandException.refused("Error: Non-null Username Required");
    }
    return name;
  }

  private static Optional<String> password(CommandContext in, String server) throws IOException {
    if (server.equals(CredentialStore.HUB)) {
      Note.print(Printer.ofError(in.streams()), HUB_TOKEN);
    }
    Optional<String> answer = Prompt.askSecret(in.streams(), "Password: ");
    if (answer.isPresent() && answer.get().isBlank()) {
      throw CommandException.refused("Error: Password Required");
    }
    return answer;
  }

  /** Whether docker's hints are enabled; any value of the variable except false enables them. */
  private static boolean hasHints(CommandContext in) {
    return GoInt.boolOr(in.app().env().getOrDefault("DOCKER_CLI_HINTS", ""), true);
  }
}
