package dev.davit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests the scripts in {@code completions} by typing in real shells. */
@Tag("dist")
final class ShellCompletionTest {
  private static final Path SCRIPTS = Path.of("completions").toAbsolutePath();

  @TempDir Path folder;

  /** The commands that start each shell without user configuration and load the script. */
  enum Shell {
    BASH("bash --norc --noprofile -i", "PS1='ready> '; . %s/davit.bash"),
    ZSH(
        "zsh -f -i",
        "PS1='ready> '; bindkey -e; autoload -Uz compinit; compinit -u -D; . %s/davit.zsh"),
    FISH("fish --no-config -i", "function fish_prompt; echo 'ready> '; end; . %s/davit.fish");

    private final String command;
    private final String setUp;

    Shell(String command, String setUp) {
      this.command = command;
      this.setUp = setUp;
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
      typist.type("davit r\t\t");
      typist.await("rename");
      typist.await("restart");
      typist.await("run");
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
      Map<String, String> env =
          Map.of(
              "PATH",
              Path.of("target/dist/bin").toAbsolutePath() + ":" + System.getenv("PATH"),
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
      terminal.type(shell.setUp.formatted(SCRIPTS) + '\r');
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
