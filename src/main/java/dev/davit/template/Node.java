package dev.davit.template;

import dev.davit.text.GoQuote;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A node of a parsed template. {@code toString} is the source text as Go rebuilds it, because
 * errors quote it.
 */
sealed interface Node {
  /** The node's position in characters; errors convert it to a line and a byte. */
  int pos();

  /** A text between actions, or an action. */
  sealed interface Statement extends Node {}

  /** An argument of a command. */
  sealed interface Operand extends Node {}

  record Text(int pos, String text) implements Statement {
    @Override
    public String toString() {
      return text;
    }
  }

  record Action(int pos, Pipe pipe) implements Statement {
    @Override
    public String toString() {
      return "{{" + pipe + "}}";
    }
  }

  /** An {@code if}, {@code with} or {@code range}. */
  record Branch(int pos, Token.Kind keyword, Pipe pipe, Sequence body, @Nullable Sequence otherwise)
      implements Statement {
    @Override
    public String toString() {
      String word = keyword == Token.Kind.IF ? "if" : keyword == Token.Kind.WITH ? "with" : "range";
      String rest = otherwise == null ? "" : "{{else}}" + otherwise;
      return "{{" + word + " " + pipe + "}}" + body + rest + "{{end}}";
    }
  }

  /** A {@code template} action, or the use of a {@code block}. */
  record Invocation(int pos, String name, @Nullable Pipe pipe) implements Statement {
    @Override
    public String toString() {
      return "{{template " + GoQuote.quote(name) + (pipe == null ? "" : " " + pipe) + "}}";
    }
  }

  /** A single keyword; END and ELSE end lists and never reach the evaluator. */
  record Keyword(int pos, Token.Kind kind) implements Statement {
    @Override
    public String toString() {
      return switch (kind) {
        case BREAK -> "{{break}}";
        case CONTINUE -> "{{continue}}";
        case ELSE -> "{{else}}";
        default -> "{{end}}";
      };
    }
  }

  record Sequence(int pos, List<Statement> statements) implements Statement {
    @Override
    public String toString() {
      return join("", statements);
    }

    /** Whether the body is only white space, so that another definition can replace it. */
    boolean isBlank() {
      return statements.stream().allMatch(s -> s instanceof Text t && t.text().isBlank());
    }
  }

  record Pipe(int pos, List<Variable> variables, boolean assigns, List<Command> commands)
      implements Operand {
    @Override
    public String toString() {
      String all = join(" | ", commands);
      return variables.isEmpty() ? all : join(", ", variables) + (assigns ? " = " : " := ") + all;
    }
  }

  record Command(int pos, List<Operand> args) implements Node {
    @Override
    public String toString() {
      return join(" ", args.stream().map(Node::inParens).toList());
    }
  }

  record Identifier(int pos, String name) implements Operand {
    @Override
    public String toString() {
      return name;
    }
  }

  record Field(int pos, List<String> names) implements Operand {
    @Override
    public String toString() {
      return "." + String.join(".", names);
    }
  }

  /** A variable and its fields; the first name includes the dollar sign. */
  record Variable(int pos, List<String> names) implements Operand {
    @Override
    public String toString() {
      return String.join(".", names);
    }
  }

  /** Fields of another operand, such as {@code (index .A 0).B}. */
  record Chain(int pos, Operand base, List<String> names) implements Operand {
    @Override
    public String toString() {
      return inParens(base) + "." + String.join(".", names);
    }
  }

  record Dot(int pos) implements Operand {
    @Override
    public String toString() {
      return ".";
    }
  }

  record Nil(int pos) implements Operand {
    @Override
    public String toString() {
      return "nil";
    }
  }

  record Bool(int pos, boolean value) implements Operand {
    @Override
    public String toString() {
      return String.valueOf(value);
    }
  }

  /** A constant: {@code asInt} is its integer value, if any, {@code ideal} its value by syntax. */
  record Constant(int pos, String text, @Nullable Long asInt, @Nullable Object ideal)
      implements Operand {
    @Override
    public String toString() {
      return text;
    }
  }

  record Str(int pos, String quoted, String value) implements Operand {
    @Override
    public String toString() {
      return quoted;
    }
  }

  private static String inParens(Node node) {
    return node instanceof Pipe ? "(" + node + ")" : node.toString();
  }

  private static String join(String separator, List<?> nodes) {
    StringBuilder out = new StringBuilder();
    for (Object node : nodes) {
      out.append(out.isEmpty() ? "" : separator).append(node);
    }
    return out.toString();
  }
}
