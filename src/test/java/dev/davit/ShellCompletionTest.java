package dev.davit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Types in real shells that have loaded the scripts in {@code completions}, or docker's own scripts
 * for a link to davit.
 */
@Tag("dist")
final class ShellCompletionTest {
  private static final Path BASH_COMPLETION =
      Stream.of("/", "target/programs/root")
          .map(root -> Path.of(root, "usr/share/bash-completion/bash_completion").toAbsolutePath())
          .filter(Files::exists)
          .findFirst()
          .orElseThrow();

  @TempDir Path folder;

  /** The commands that start each shell without user configuration and load a script. */
  enum Shell {
    BASH("bash --norc --noprofile -i", ". " + BASH_COMPLETION + "; PS1='ready> '; . %s"),
    ZSH("zsh -f -i", "PS1='ready> '; bindkey -e; autoload -Uz compinit; compinit -u -D; . %s"),
    FISH("fish --no-config -i", "function fish_prompt; echo 'ready> '; end; . %s");

    private final String command;
    private final String setUp;

    Shell(String command, String setUp) {
      this.command = command;
      this.setUp = setUp;
    }

    Path script() {
      return Path.of("completions/davit." + name().toLowerCase(Locale.ROOT)).toAbsolutePath();
    }
  }

  @ParameterizedTest
  @EnumSource
  void completesContainers(Shell shell) throws IOException {
    becomes(shell, "davit exec \t", "<davit><exec><web>");
    becomes(
        shell, "davit -D container exec -it w\tsh", "<davit><-D><container><exec><-it><web><sh>");
  }

  @ParameterizedTest
  @EnumSource
  void completesPathsInContainers(Shell shell) throws IOException {
    String root = "dir ./\ndir ./etc\nfile ./tmp x";
    try (Typist typist = new Typist(shell)) {
      typist.engine.on("GET /containers/web/archive", CompletionEngine.archive(root));
      typist.type("davit cp web:/et\tx\u0001printf '<%s>' \r");
      typist.await("<davit><cp><web:/etc/x>");
    }
  }

  @ParameterizedTest
  @EnumSource
  void listsCommands(Shell shell) throws IOException {
    try (Typist typist = new Typist(shell)) {
      typist.type("davit st\t\t");
      typist.await("start");
      typist.await("stop");
    }
  }

  @ParameterizedTest
  @EnumSource
  void quotesOddNames(Shell shell) throws IOException {
    becomes(shell, "davit run --network my\t", "<davit><run><--network><my 'net' $HOME>");
    becomes(shell, "davit run --network=my\tb", "<davit><run><--network=my 'net' $HOME><b>");
    becomes(shell, "davit run --network \"my \t", "<davit><run><--network><my 'net' $HOME>");
    becomes(shell, "davit run --network 'my \t", "<davit><run><--network><my 'net' $HOME>");
    becomes(shell, "davit run --network my\\ \t", "<davit><run><--network><my 'net' $HOME>");
  }

  @ParameterizedTest
  @EnumSource
  void completesBehindWordBreaks(Shell shell) throws IOException {
    becomes(shell, "davit run reg.example:50\tx", "<davit><run><reg.example:5000/a/b:1><x>");
    becomes(shell, "davit run --network=container:w\tx", "<--network=container:web><x>");
    becomes(shell, "davit ps --filter stat\tex\tx", "<davit><ps><--filter><status=exited><x>");
  }

  /** A field is not the end of the word: zsh keeps the quote open, the other shells close it. */
  @ParameterizedTest
  @EnumSource
  void completesFieldsInQuotes(Shell shell) throws IOException {
    boolean open = shell == Shell.ZSH;
    becomes(
        shell,
        "davit ps --format '{{.Nam\t" + (open ? "'" : ""),
        "<davit><ps><--format><{{.Names}}>");
    becomes(
        shell,
        "davit ps --format \"table {{.ID}}\\t{{.Nam\t" + (open ? "\"" : ""),
        "<davit><ps><--format><table {{.ID}}\\t{{.Names}}>");
  }

  @ParameterizedTest
  @EnumSource
  void completesFiles(Shell shell) throws IOException {
    Files.writeString(folder.resolve("some file"), "");
    becomes(shell, "davit run --env-file so\tx", "<davit><run><--env-file><some file><x>");
    becomes(shell, "davit run --env-file=so\tx", "<davit><run><--env-file=some file><x>");
  }

  /** {@code docker completion SHELL} of a link to davit prints a script for the link. */
  @ParameterizedTest
  @EnumSource
  void completesALinkByTheScriptThatItPrints(Shell shell) throws IOException {
    Path link = link();
    Path script = script(link, shell);
    dockerBecomes(shell, script, "docker exec \tsh", "<docker><exec><web><sh>");
  }

  @ParameterizedTest
  @EnumSource
  void completesALinkByDockersOwnScript(Shell shell) throws IOException {
    Optional<Path> docker = Target.reference();
    if (docker.isEmpty()) {
      return;
    }
    link();
    Path script = script(docker.get(), shell);
    dockerBecomes(shell, script, "docker exec -it w\tsh", "<docker><exec><-it><web><sh>");
    dockerBecomes(shell, script, "docker run --network ho\tx", "<docker><run><--network><host><x>");
    dockerBecomes(shell, script, "docker run --network=ho\tx", "<docker><run><--network=host><x>");
    dockerBecomes(shell, script, "docker run --network=container:w\tx", "=container:web><x>");
    dockerBecomes(shell, script, "docker ps --filter stat\tex\tx", "<--filter><status=exited><x>");
    dockerBecomes(shell, script, "docker cp web:/et\tx", "<docker><cp><web:/etc/x>");
    dockerBecomes(shell, script, "docker inspe\t--siz\tx", "<docker><inspect><--size><x>");
    Files.writeString(folder.resolve("some-file"), "");
    dockerBecomes(shell, script, "docker run --env-file so\tx", "<--env-file><some-file><x>");
  }

  private Path link() throws IOException {
    return Files.createSymbolicLink(
        folder.resolve("docker"), Path.of("target/dist/bin/davit").toAbsolutePath());
  }

  private Path script(Path program, Shell shell) throws IOException {
    String name = shell.name().toLowerCase(Locale.ROOT);
    Process process = new ProcessBuilder("" + program, "completion", name).start();
    return Files.writeString(folder.resolve("script"), Target.result(process).out());
  }

  private void dockerBecomes(Shell shell, Path script, String keys, String words)
      throws IOException {
    try (Typist typist = new Typist(shell, script)) {
      typist.engine.usually(
          "GET /containers/web/archive", CompletionEngine.archive("dir ./\ndir ./etc"));
      typist.type(keys);
      typist.type("\u0001printf '<%s>' \r");
      typist.await(words);
    }
  }

  /** Types keys and checks the resulting words of the command line. */
  private void becomes(Shell shell, String keys, String words) throws IOException {
    try (Typist typist = new Typist(shell)) {
      typist.type(keys);
      typist.type("\u0001printf '<%s>' \r");
      typist.await(words);
    }
  }

  private final class Typist implements AutoCloseable {
    private final FakeEngine engine = CompletionEngine.start();
    private final Pseudoterminal terminal = new Pseudoterminal(31, 160);
    private final Process process;

    Typist(Shell shell) throws IOException {
      this(shell, shell.script());
    }

    Typist(Shell shell, Path script) throws IOException {
      Map<String, String> env =
          Map.of(
              "PATH",
              String.join(
                  ":",
                  folder.toString(),
                  Path.of("target/dist/bin").toAbsolutePath().toString(),
                  System.getenv("PATH")),
              "DOCKER_HOST",
              engine.address(),
              "DOCKER_CONFIG",
              folder.toString(),
              "HOME",
              folder.toString(),
              "XDG_RUNTIME_DIR",
              folder.toString(),
              "TERM",
              "xterm");
      process = terminal.start(List.of(shell.command.split(" ")), env, folder);
      terminal.type(shell.setUp.formatted(script) + '\r');
      terminal.await("ready> ");
      terminal.await("ready> ");
    }

    void type(String keys) throws IOException {
      terminal.type(keys);
    }

    void await(String text) throws IOException {
      terminal.await(text);
    }

    @Override
    public void close() throws IOException {
      process.destroyForcibly();
      Target.exitCode(process);
      terminal.close();
      engine.close();
    }
  }
}
