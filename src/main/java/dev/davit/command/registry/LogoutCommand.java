package dev.davit.command.registry;

import dev.davit.cli.Command;
import dev.davit.cli.CommandContext;
import dev.davit.cli.ExitCode;
import dev.davit.cli.Usage;
import dev.davit.cli.complete.Completer;
import dev.davit.cli.complete.Completers;
import dev.davit.cli.flags.FlagValues;
import dev.davit.credentials.CredentialStore;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code davit logout}: removes the stored credentials of a registry. Mirrors
 * cli/command/registry/logout.go.
 */
public final class LogoutCommand implements Command {
  private static final String REFRESH_TOKEN = CredentialStore.HUB + "refresh-token";
  private static final String ACCESS_TOKEN = CredentialStore.HUB + "access-token";

  /** The separator of the two parts of a token that docker's login in the browser has stored. */
  private static final String TOKEN_PARTS = "\\.\\.";

  @Override
  public Usage usage() {
    return Usage.between(0, 1, "[SERVER]");
  }

  @Override
  public Completer argument(int place, FlagValues given) {
    return place == 0 ? Completers.REGISTRY : Completers.NOTHING;
  }

  @Override
  public int run(CommandContext in) throws IOException {
    EnvironmentNote.print(in);
    String server = in.args().isEmpty() ? "" : in.args().getFirst();
    CredentialStore store = in.credentials();
    if (server.isEmpty()) {
      removeTokens(in, store);
      remove(in, store, CredentialStore.HUB, List.of(CredentialStore.HUB));
    } else {
      String host = CredentialStore.hostname(server);
      remove(in, store, host, List.of(server, host, "http://" + host, "https://" + host));
    }
    return ExitCode.SUCCESS;
  }

  private static void remove(
      CommandContext in, CredentialStore store, String shown, List<String> keys)
      throws IOException {
    in.streams().println("Removing login credentials for " + shown);
    Map<String, String> failures = new LinkedHashMap<>();
    for (String key : keys) {
      try {
        store.erase(key);
      } catch (IOException e) {
        failures.put(key, String.valueOf(e.getMessage()));
      }
    }
    // like docker, which counts a key that is in the list twice as one failure
    if (failures.size() == keys.size()) {
      in.streams().error("WARNING: could not erase credentials:");
      failures.forEach((key, failure) -> in.streams().error(key + ": " + failure));
    }
  }

  /** Removes the tokens of docker's login in the browser. */
  private static void removeTokens(CommandContext in, CredentialStore store) {
    try {
      if (store.of(REFRESH_TOKEN).password().split(TOKEN_PARTS, -1).length == 2) {
        store.erase(ACCESS_TOKEN);
        store.erase(REFRESH_TOKEN);
      }
    } catch (IOException e) {
      in.streams().error("WARNING: " + e.getMessage());
    }
  }
}
