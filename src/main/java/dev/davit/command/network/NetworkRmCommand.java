package dev.davit.command.network;

import dev.davit.cli.Command;
import dev.davit.cli.CommandContext;
import dev.davit.cli.CommandException;
import dev.davit.cli.ExitCode;
import dev.davit.cli.Usage;
import dev.davit.cli.complete.Completer;
import dev.davit.cli.flags.Flag;
import dev.davit.cli.flags.FlagValues;
import dev.davit.command.removal.Candidate;
import dev.davit.command.removal.NamePatterns;
import dev.davit.command.removal.Preview;
import dev.davit.command.removal.Protection;
import dev.davit.command.removal.PrunePreview;
import dev.davit.engine.http.EngineException;
import dev.davit.engine.model.NetworkSummary;
import dev.davit.resource.ObjectKind;
import dev.davit.terminal.Confirmation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** {@code davit network rm}: removes networks. Mirrors cli/command/network/remove.go. */
public final class NetworkRmCommand implements Command {
  private static final Flag<Boolean> FORCE =
      Flag.bool("force", 'f', "Ignore networks that do not exist");

  private static final String INGRESS_WARNING =
      "WARNING! Before removing the routing-mesh network, make sure all the nodes in your swarm run"
          + " the same docker engine version. Otherwise, removal may not be effective and"
          + " functionality of newly create ingress networks will be impaired.\n"
          + "Are you sure you want to continue?";

  @Override
  public Usage usage() {
    return Usage.atLeast(1, "NETWORK [NETWORK...]");
  }

  @Override
  public List<Flag<?>> flags() {
    return List.of(Preview.DRY_RUN, FORCE, Preview.QUIET, Protection.UNPROTECT);
  }

  @Override
  public Completer argument(int place, FlagValues given) {
    return Completer.names(ObjectKind.NETWORK);
  }

  /** Acts on a network; returns what to print. */
  private interface Action {
    String on(String name) throws IOException;
  }

  @Override
  public int run(CommandContext in) throws IOException {
    boolean preview = Preview.isGiven(in);
    List<String> names =
        NamePatterns.expand(
            in.args(),
            () -> in.engine().networks().list(null).stream().map(NetworkSummary::name).toList());
    Protection protection = Protection.of(in);
    if (!preview && protection.needsObjects()) {
      requireAll(in, protection, names);
    }
    if (!preview) {
      return status(allSucceed(in, names, name -> remove(in, name)));
    }
    List<Candidate> found = new ArrayList<>();
    boolean all =
        allSucceed(
            in,
            names,
            name -> {
              found.add(PrunePreview.candidate(in.engine().networks().inspect(name)));
              return "";
            });
    int exitCode = protection.end(in, protection.preview(in, "network", found, true));
    return exitCode == ExitCode.SUCCESS ? status(all) : exitCode;
  }

  private static void requireAll(CommandContext in, Protection protection, List<String> names)
      throws IOException {
    for (String name : names) {
      NetworkSummary network;
      try {
        network = in.engine().networks().inspect(name);
      } catch (EngineException e) {
        if (e.isNotFound()) {
          continue; // the removal reports the error
        }
        throw e; // the network may be protected
      }
      protection.allows("network", name, List.of(network.name()), network.labels());
    }
  }

  /** Acts on all networks, and reports each failure immediately, as docker does. */
  private static boolean allSucceed(CommandContext in, List<String> names, Action action)
      throws IOException {
    boolean all = true;
    for (String name : names) {
      String result = "";
      try {
        result = action.on(name);
      } catch (IOException e) {
        if (!isIgnored(in, e)) {
          in.streams().error(String.valueOf(e.getMessage()));
          all = false;
        }
      }
      in.streams().print(result);
    }
    return all;
  }

  private static int status(boolean success) {
    if (!success) {
      throw CommandException.refused("exit status " + ExitCode.FAILURE); // docker's last line
    }
    return ExitCode.SUCCESS;
  }

  private static String remove(CommandContext in, String name) throws IOException {
    if (isIngress(in, name)
        && !Confirmation.isGiven(in.streams(), INGRESS_WARNING, in.streams().out())) {
      return "";
    }
    in.engine().networks().remove(name);
    return name + '\n';
  }

  /** Whether the network is a swarm's routing mesh; false if it cannot be inspected. */
  private static boolean isIngress(CommandContext in, String name) {
    try {
      return in.engine().networks().inspect(name).ingress();
    } catch (IOException e) {
      return false; // the removal reports the error
    }
  }

  private static boolean isIgnored(CommandContext in, IOException e) {
    return in.get(FORCE) && e instanceof EngineException refused && refused.isNotFound();
  }
}
