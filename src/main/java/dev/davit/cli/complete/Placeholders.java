package dev.davit.cli.complete;

import static dev.davit.cli.complete.FlagWords.words;

import dev.davit.format.Column;
import dev.davit.format.Listing;
import dev.davit.resource.ContainerColumns;
import dev.davit.resource.ContextColumns;
import dev.davit.resource.PathColumns;
import dev.davit.resource.StatsColumns;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;

/** What a {@code --format} can say: words of its own, and the fields that a template can show. */
final class Placeholders {
  private static final List<String> OF_INSPECT =
      words(
          """
          Args Config.Cmd Config.Entrypoint Config.Env Config.Image Config.Labels Created
          HostConfig.Binds HostConfig.NetworkMode HostConfig.RestartPolicy.Name Id Image LogPath
          Mounts Name NetworkSettings.Networks NetworkSettings.Ports Path RestartCount
          State.Error State.ExitCode State.FinishedAt State.Health.Status State.OOMKilled State.Pid
          State.Running State.StartedAt State.Status
          """);
  private static final List<String> OF_VERSION =
      words(
          """
          Client.ApiVersion Client.Version Server.ApiVersion Server.Arch Server.KernelVersion
          Server.Os Server.Version
          """);

  private static final List<String> OF_CONTEXT =
      words(
          """
          Endpoints.docker.Host Endpoints.docker.SkipTLSVerify Metadata.Metadata.Description Name
          Storage.MetadataPath Storage.TLSPath TLSMaterial
          """);

  private Placeholders() {}

  /** Completes the last field of a template, or begins one. */
  static Candidates of(String command, String typed) {
    int open = typed.lastIndexOf("{{");
    if (open >= 0 && typed.indexOf("}}", open) < 0) {
      return fields(command).behind(typed.substring(0, open));
    }
    String table = "table ";
    if (typed.startsWith(table)) {
      return typed.equals(table) ? fields(command).behind(table) : Candidates.NONE;
    }
    return fields(command).and(Candidates.of(wordsOf(command)));
  }

  private static Candidates fields(String command) {
    Stream<Candidate> fields =
        switch (command) {
          case "ls", "ps" -> columns(ContainerColumns.listing(true, InstantSource.system()));
          case "context ls" -> columns(ContextColumns.listing());
          case "context inspect" -> OF_CONTEXT.stream().map(name -> field(name, ""));
          case "stat" -> columns(PathColumns.listing());
          case "stats" -> columns(StatsColumns.listing(true));
          case "prune" -> Stream.of("ContainersDeleted", "SpaceReclaimed").map(n -> field(n, ""));
          case "inspect" -> OF_INSPECT.stream().map(name -> field(name, ""));
          case "version" -> OF_VERSION.stream().map(name -> field(name, ""));
          default -> Stream.empty();
        };
    return Candidates.of(fields);
  }

  private static <T> Stream<Candidate> columns(Listing<T> listing) {
    return listing.columns().stream().map((Column<T> one) -> field(one.name(), one.header()));
  }

  private static Candidate field(String name, String about) {
    return new Candidate("{{." + name + "}}", about);
  }

  private static List<String> wordsOf(String command) {
    return switch (command) {
      case "ls", "ps" -> List.of("json", "raw", "table");
      case "stat", "stats", "context ls" -> List.of("json", "table");
      default -> List.of("json");
    };
  }
}
