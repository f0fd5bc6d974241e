package dev.davit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A file of {@code src/test/resources/transcripts}: command lines on {@link FakeEngine} with their
 * requests and output. A blank line ends a block:
 *
 * <pre>
 * # comment
 * @ GET /containers/json 200 []     a response of the engine; repeated for a route: the next response
 * @   body TEXT                     a further step of the response, see {@link FakeAnswer}
 * @ api 1.30                        the API version of the engine's _ping
 * @ file config.json {}             a file in the working directory, which is the configuration's too
 * @ program a echo b                a shell script in that directory
 * @ link a b                        a symbolic link in that directory
 * &lt; TEXT                            standard input
 * $ DEBUG=1 docker ps               the command, words in '' or "" as in a shell
 * $! docker ps                      a command that differs from docker on purpose
 * &gt; GET /v1.41/containers/json      a request of the command; _ping is not shown
 * 1&gt; TEXT                           standard output
 * 2&gt; TEXT                           standard error
 * ? 1                               exit code unless 0
 * </pre>
 *
 * <p>A first block without a command is the start of every other. Its answers must be asked for by
 * one of them, the others by the command below them.
 */
record Transcript(List<Block> blocks) {
  /** Commands that act on one container after another. */
  private static final Set<String> IN_TURN = Set.of("start", "restart", "update");

  /** The lines of a block: a script, and a command with its expected outcome. */
  record Block(List<String> lines) {
    /** Whether davit differs from docker on purpose. */
    boolean isOurs() {
      return command().startsWith("$! ");
    }

    String command() {
      return lines.stream().filter(line -> line.startsWith("$")).findFirst().orElse("");
    }

    /** Returns the words of the command line, including leading variable assignments. */
    List<String> words() {
      return split(command().substring(command().indexOf(' ') + 1));
    }

    byte[] stdin() {
      return FakeAnswer.unescape(
          lines.stream()
              .filter(line -> line.startsWith("< "))
              .map(line -> line.substring(2))
              .findFirst()
              .orElse(""));
    }

    /** Returns the block with the actual outcome of its command. */
    List<String> with(List<String> outcome) {
      List<String> all = new ArrayList<>();
      for (String line : lines) {
        if (line.matches("[#@<$].*")) {
          all.add(line);
        }
        if (line.startsWith("$")) {
          all.addAll(outcome);
        }
      }
      return all;
    }

    /** Sets the engine's responses and creates the files of the script. */
    void prepare(FakeEngine engine, Path folder) throws IOException {
      Map<String, List<String>> answers = new LinkedHashMap<>();
      List<String> last = new ArrayList<>();
      for (String written : lines) {
        String line =
            written
                .replace("<id>", FakeEngine.ID)
                .replace("<engine>", engine.address())
                .replace("<cwd>", folder.toString());
        if (line.startsWith("@   ")) {
          last.set(last.size() - 1, last.getLast() + '\n' + line.substring(4));
        } else if (line.startsWith("@ api ")) {
          answers.put("* /_ping", List.of(FakeEngine.ping(line.substring("@ api ".length()))));
        } else if (line.startsWith("@ link ")) {
          Path link = folder.resolve(line.split(" ", 4)[2]);
          Files.createDirectories(link.getParent());
          Files.createSymbolicLink(link, Path.of(line.split(" ", 4)[3]));
        } else if (line.startsWith("@ file ") || line.startsWith("@ program ")) {
          write(line.split(" ", 4), folder);
        } else if (line.startsWith("@ ")) {
          String[] parts = line.split(" ", 4);
          last = answers.computeIfAbsent(parts[1] + ' ' + parts[2], route -> new ArrayList<>());
          last.add(parts[3]);
        }
      }
      answers.forEach(
          (route, texts) -> {
            String[] all = texts.toArray(String[]::new);
            if (command().isEmpty()) {
              engine.usually(route, all);
            } else {
              engine.on(route, all);
            }
          });
    }
  }

  private static void write(String[] parts, Path folder) throws IOException {
    Path file = folder.resolve(parts[2]);
    Files.createDirectories(file.getParent());
    boolean program = parts[1].equals("program");
    Files.write(file, FakeAnswer.unescape((program ? "#!/bin/sh\\n" : "") + parts[3]));
    if (program) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }
  }

  static Transcript read(Path file) throws IOException {
    List<Block> blocks = new ArrayList<>();
    for (String block : Files.readString(file).strip().split("\n\n+", -1)) {
      blocks.add(new Block(block.lines().toList()));
    }
    return new Transcript(blocks);
  }

  /** Returns the script with which every block begins. */
  Block preamble() {
    return blocks.getFirst().command().isEmpty() ? blocks.getFirst() : new Block(List.of());
  }

  /** Formats the outcome of a run. */
  static List<String> shown(List<String> requests, Target.Result result) {
    List<String> lines = new ArrayList<>();
    sameVerbsSorted(requests).forEach(request -> lines.add("> " + request));
    show(lines, "1> ", result.out());
    show(lines, "2> ", result.err());
    if (result.exitCode() != 0) {
      lines.add("? " + result.exitCode());
    }
    return lines;
  }

  /**
   * Sorts adjacent requests of one command, because requests for several containers reach the
   * engine in any order. {@link #IN_TURN} names the commands that keep the order.
   */
  private static List<String> sameVerbsSorted(List<String> requests) {
    List<String> sorted = new ArrayList<>(requests);
    for (int from = 0, to = 1; from < sorted.size(); to++) {
      if (to == sorted.size() || !verb(sorted.get(to)).equals(verb(sorted.get(from)))) {
        if (!IN_TURN.contains(verb(sorted.get(from)).replaceFirst(".*/", ""))) {
          sorted.subList(from, to).sort(null);
        }
        from = to;
      }
    }
    return sorted;
  }

  /** Returns the request without the container: {@code POST /v1.41/containers/(any)/stop}. */
  private static String verb(String request) {
    String[] words = request.split("[ ?]", 3);
    return words[0] + ' ' + words[1].replaceFirst("/containers/[^/]+(?=/|$)", "/containers/(any)");
  }

  /** Formats lines; marks a last line without a line feed and escapes control characters. */
  private static void show(List<String> lines, String mark, String text) {
    String rest = text.isEmpty() || text.endsWith("\n") ? text : text + "<no newline>\n";
    for (int from = 0; from < rest.length(); from = rest.indexOf('\n', from) + 1) {
      String line = rest.substring(from, rest.indexOf('\n', from));
      lines.add((mark + escaped(line)).stripTrailing());
    }
  }

  private static String escaped(String line) {
    StringBuilder shown = new StringBuilder();
    line.chars()
        .forEach(c -> shown.append(c < ' ' || c == 127 ? "\\x%02x".formatted(c) : (char) c + ""));
    return shown.toString();
  }

  private static List<String> split(String line) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    boolean started = false;
    char quote = 0;
    String all = line + ' ';
    for (int i = 0; i < all.length(); i++) {
      char c = all.charAt(i);
      if (quote == 0 && c == ' ') {
        if (started) {
          words.add(word.toString());
        }
        word.setLength(0);
        started = false;
      } else {
        started = true;
        if (c == quote) {
          quote = 0;
        } else if (quote == 0 && (c == '\'' || c == '"')) {
          quote = c;
        } else {
          word.append(c);
        }
      }
    }
    return words;
  }
}
