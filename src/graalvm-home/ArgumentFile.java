import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the arguments in a file that the command line names as {@code @FILE}: separated by blanks,
 * in quotes if they contain blanks, with a backslash as the escape character. Maven's plugin passes
 * all its arguments in such a file.
 */
final class ArgumentFile {
  private final List<String> words = new ArrayList<>();
  private final StringBuilder word = new StringBuilder();
  private boolean inWord;

  private ArgumentFile() {}

  /** The words with those of files in the place of the files' names. */
  static List<String> expand(List<String> words) throws IOException {
    List<String> expanded = new ArrayList<>();
    for (String word : words) {
      if (word.startsWith("@")) {
        expanded.addAll(read(Files.readAllLines(Path.of(word.substring(1)))));
      } else {
        expanded.add(word);
      }
    }
    return expanded;
  }

  private static List<String> read(List<String> lines) {
    ArgumentFile file = new ArgumentFile();
    for (String line : lines) {
      // a line between \Q and \E is one word as it stands
      if (line.startsWith("\\Q") && line.endsWith("\\E")) {
        file.words.add(line.substring(2, line.length() - 2));
      } else {
        file.line(line);
      }
    }
    return file.words;
  }

  private void line(String line) {
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"') {
        quoted = !quoted;
        inWord = true;
      } else if (c == '\\' && i + 1 < line.length()) {
        add(line.charAt(++i));
      } else if (!quoted && Character.isWhitespace(c)) {
        end();
      } else {
        add(c);
      }
    }
    end();
  }

  private void add(char c) {
    word.append(c);
    inWord = true;
  }

  private void end() {
    if (inWord) {
      words.add(word.toString());
    }
    word.setLength(0);
    inWord = false;
  }
}
