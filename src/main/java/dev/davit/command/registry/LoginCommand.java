package dev.davit.command.registry;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.davit.cli.Command;
import dev.davit.cli.CommandContext;
import dev.davit.cli.CommandException;
import dev.davit.cli.ExitCode;
import dev.davit.cli.Usage;
import dev.davit.cli.complete.Completer;
import dev.davit.cli.complete.Completers;
import dev.davit.cli.flags.Flag;
import dev.davit.cli.flags.FlagValues;
import dev.davit.command.shared.Note;
import dev.davit.config.Credentials;
import dev.davit.credentials.CredentialStore;
import dev.davit.engine.http.EngineException;
import dev.davit.engine.model.LoginResult;
import dev.davit.io.WholeFile;
import dev.davit.terminal.Printer;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * {@code davit login}: logs in to a registry and stores the credentials. Mirrors
 * cli/command/registry/login.go.
 */
public final class LoginCommand implements Command {
  private static final Flag<String> PASSWORD =
      Flag.string(
          "password",
          'p',
          "Password or access token; other users can see it (see --password-stdin)");
  private static final Flag<Boolean> PASSWORD_STDIN =
      Flag.bool("password-stdin", "Read the password or access token from STDIN");
  private static final Flag<String> USERNAME = Flag.string("username", 'u', "User name");

  private static final int UNAUTHORIZED = 401;

  @Override
  public Usage usage() {
    return Usage.between(0, 1, "[OPTIONS] [SERVER]");
  }

  @Override
  public List<Flag<?>> flags() {
    return List.of(PASSWORD, PASSWORD_STDIN, USERNAME);
  }

  @Override
  public Completer argument(int place, FlagValues given) {
    return place == 0 ? Completers.REGISTRY : Completers.NOTHING;
  }

  @Override
  public int run(CommandContext in) throws IOException {
    check(in.flags());
    if (!in.get(PASSWORD).isEmpty()) {
      in.streams()
          .error("WARNING! Using --password via the CLI is insecure. Use --password-stdin.");
    }
    String password = in.get(PASSWORD_STDIN) ? fromInput(in) : in.get(PASSWORD);
    EnvironmentNote.print(in);
    Login login = new Login(in, in.credentials(), server(in.args()));
    Optional<String> status = login.run(in.get(USERNAME), password);
    if (!status.orElse("").isEmpty()) {
      in.streams().printSent(status.get() + '\n');
    }
    return ExitCode.SUCCESS;
  }

  /** Checks the flags, in docker's order. */
  private static void check(FlagValues flags) {
    if (flags.given(PASSWORD_STDIN)) {
      if (flags.given(PASSWORD)) {
        throw CommandException.refused(
            "conflicting options: cannot specify both --password and --password-stdin");
      }
      if (!flags.given(USERNAME)) {
        throw CommandException.refused("the --password-stdin option requires --username to be set");
      }
    }
    if (flags.given(USERNAME) && flags.get(USERNAME).isEmpty()) {
      throw CommandException.refused("username is empty");
    }
    if (flags.given(PASSWORD) && flags.get(PASSWORD).isEmpty()) {
      throw CommandException.refused("password is empty");
    }
  }

  /** Reads the password without the line end. */
  private static String fromInput(CommandContext in) throws IOException {
    String text = new String(WholeFile.read(in.streams().in(), "standard input"), UTF_8);
    String line = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
    return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
  }

  /** Returns the registry's key in config.json. */
  private static String server(List<String> args) {
    String given = args.isEmpty() ? "" : args.getFirst();
    return given.isEmpty() || given.equals("docker.io") || given.equals(CredentialStore.HUB)
        ? CredentialStore.HUB
        : CredentialStore.hostname(given);
  }

  /** A login to one registry. */
  private record Login(CommandContext in, CredentialStore store, String server) {
    /** Returns the registry's message; empty if the user cancels. */
    Optional<String> run(String user, String password) throws IOException {
      Credentials stored = Credentials.NONE;
      if (user.isEmpty() && password.isEmpty()) {
        stored = stored();
        if (!stored.username().isEmpty() && !stored.password().isEmpty()) {
          Optional<String> status = byStored(stored);
          if (status.isPresent()) {
            return status;
          }
        }
      }
      Optional<Credentials> asked =
          CredentialPrompt.complete(in, user, password, stored.username(), server);
      if (asked.isEmpty()) {
        return Optional.empty();
      }
      LoginResult result = in.engine().system().login(asked.get().json());
      save(withToken(asked.get(), result));
      return status(result);
    }

    /** Returns the stored credentials; like docker, none if the credential helper fails. */
    private Credentials stored() {
      try {
        Credentials found = store.of(server);
        return new Credentials(
            found.username(), found.password(), found.email(), server, "", found.registryToken());
      } catch (IOException e) {
        return Credentials.NONE;
      }
    }

    /** Tries stored credentials; empty if they are not valid any more. */
    private Optional<String> byStored(Credentials stored) throws IOException {
      in.streams()
          .error(
              "Authenticating with existing credentials... [Username: " + stored.username() + "]");
      Printer error = Printer.ofError(in.streams());
      Note.print(
          error,
          "To login with a different account, run 'docker logout' followed by 'docker login'");
      error.print("\n\n");
      Optional<LoginResult> result = tried(stored);
      try {
        save(result.map(answer -> withToken(stored, answer)).orElse(stored));
      } catch (IOException e) {
        return Optional.empty();
      }
      return result.flatMap(Login::status);
    }

    private Optional<LoginResult> tried(Credentials stored) {
      try {
        return Optional.of(in.engine().system().login(stored.json()));
      } catch (IOException e) {
        boolean refused = e instanceof EngineException answer && answer.status() == UNAUTHORIZED;
        in.streams()
            .error(
                refused
                    ? "Stored credentials invalid or expired"
                    : "Login did not succeed, error: " + e.getMessage());
        return Optional.empty();
      }
    }

    private static Optional<String> status(LoginResult result) {
      return Optional.of(Objects.requireNonNullElse(result.status(), ""));
    }

    /** Returns the credentials to store: a token replaces the password. */
    private static Credentials withToken(Credentials login, LoginResult result) {
      String token = Objects.requireNonNullElse(result.identityToken(), "");
      return token.isEmpty()
          ? login
          : new Credentials(
              login.username(), "", login.email(), login.server(), token, login.registryToken());
    }

    private void save(Credentials login) throws IOException {
      try {
        if (store.store(login)) {
          Printer.ofError(in.streams())
              .print(
                  "\nWARNING! Your credentials are stored unencrypted in '"
                      + in.config().path()
                      + "'.\nConfigure a credential helper to remove this warning. See\n"
                      + "https://docs.docker.com/go/credential-store/\n\n");
        }
      } catch (IOException e) {
        throw new IOException("Error saving credentials: " + e.getMessage(), e);
      }
    }
  }
}
