package dev.davit.command.spec;

import dev.davit.create.DescribedContainer;
import dev.davit.create.LaterNetworks;
import dev.davit.engine.model.ContainerConfig;
import dev.davit.engine.model.ContainerSpec;
import dev.davit.engine.model.RestartPolicy;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A systemd unit that creates a container at each start and attaches to its output. systemd
 * restarts it, so the restart policy becomes the unit's.
 */
final class UnitFile {
  /** The seconds that systemd gives a service to stop by default. */
  private static final long STOP_SECONDS = 90;

  /** The seconds for a stop of the container by the engine after its stop timeout. */
  private static final long MARGIN = 30;

  private final String program;
  private final boolean pretty;

  /**
   * Creates the writer of units.
   *
   * @param program the name by which the program was called
   * @param pretty whether each option is on a line of its own
   */
  UnitFile(String program, boolean pretty) {
    this.program = program;
    this.pretty = pretty;
  }

  /** Returns the unit of a container, with a comment for each remark. */
  String text(DescribedContainer container) throws IOException {
    ContainerSpec spec = container.spec();
    String name = Objects.requireNonNullElse(spec.name, "");
    List<String> lines = new ArrayList<>();
    lines.add("[Unit]");
    lines.add("Description=Container " + name.replace("%", "%%"));
    lines.add("Wants=network-online.target");
    lines.add("After=network-online.target docker.service");
    lines.add("");
    lines.add("[Service]");
    lines.add("Type=exec");
    lines.addAll(restart(spec.hostConfig.restartPolicy));
    leaveToSystemd(spec);
    List<String> remarks = new ArrayList<>(container.remarks());
    lines.addAll(commands(container, name, remarks));
    lines.addAll(timeouts(spec.config.stopTimeout));
    lines.add("# The status of a process that SIGTERM has ended");
    lines.add("SuccessExitStatus=143");
    lines.add("");
    lines.add("[Install]");
    lines.add("WantedBy=multi-user.target");
    if (spec.config.volumes != null) {
      remarks.add(
          "The data of anonymous volumes is lost at each stop: "
              + String.join(", ", spec.config.volumes.keySet()));
    }
    StringBuilder text = new StringBuilder();
    remarks.forEach(remark -> text.append(CreateLine.comment(remark)));
    lines.forEach(line -> text.append(line).append('\n'));
    return text.toString();
  }

  /** Returns the commands that create, connect, start and stop the container. */
  private List<String> commands(DescribedContainer container, String name, List<String> remarks)
      throws IOException {
    LaterNetworks later = LaterNetworks.takenFrom(container);
    List<List<String>> create = new CreateLine(program, "create", pretty).parts(container, remarks);
    List<String> lines = new ArrayList<>();
    lines.add("ExecStartPre=-" + line(List.of(program, "rm", "--force", name)));
    lines.add("ExecStartPre=" + CreateLine.joined(create, UnitFile::word, pretty));
    later.commands(program, name).forEach(each -> lines.add("ExecStartPre=" + line(each)));
    lines.add("ExecStart=" + line(List.of(program, "start", "--attach", name)));
    lines.add("ExecStop=" + line(List.of(program, "stop", name)));
    return lines;
  }

  private static List<String> timeouts(@Nullable Long stop) {
    List<String> lines = new ArrayList<>();
    lines.add("# The image may have to be pulled");
    lines.add("TimeoutStartSec=infinity");
    if (stop != null && stop + MARGIN > STOP_SECONDS) {
      lines.add("TimeoutStopSec=" + (stop + MARGIN));
    }
    return lines;
  }

  private static List<String> restart(@Nullable RestartPolicy policy) {
    return switch (policy == null || policy.name() == null ? "no" : policy.name()) {
      case "always", "unless-stopped" -> List.of("Restart=always");
      case "on-failure" -> List.of("Restart=on-failure");
      default -> List.of();
    };
  }

  /** Leaves out what only a client that runs the container needs, as a service has no input. */
  private static void leaveToSystemd(ContainerSpec spec) {
    ContainerConfig config = spec.config;
    config.attachStdin = null;
    config.attachStdout = null;
    config.attachStderr = null;
    config.stdinOnce = config.openStdin;
    spec.hostConfig.restartPolicy = null;
    spec.hostConfig.autoRemove = true;
  }

  private static String line(List<String> words) {
    return words.stream().map(UnitFile::word).collect(Collectors.joining(" "));
  }

  /** Quotes a word by the rules of systemd.syntax(7) and of ExecStart in systemd.service(5). */
  static String word(String word) {
    if (word.matches("[\\w/.:=,@+-]+")) {
      return word;
    }
    StringBuilder quoted = new StringBuilder("\"");
    word.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '%' -> quoted.append("%%");
                case '$' -> quoted.append("$$");
                case '\n' -> quoted.append("\\n");
                default -> {
                  if (c < ' ') {
                    quoted.append(String.format("\\x%02x", c));
                  } else {
                    quoted.appendCodePoint(c);
                  }
                }
              }
            });
    return quoted.append('"').toString();
  }
}
