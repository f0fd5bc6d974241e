package dev.davit.template;

import dev.davit.template.Node.Chain;
import dev.davit.template.Node.Command;
import dev.davit.template.Node.Operand;
import dev.davit.template.Node.Pipe;
import dev.davit.template.Node.Variable;
import dev.davit.template.Token.Kind;
import dev.davit.text.GoQuote;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parses the inside of an action: declarations, commands and operands. */
final class PipelineParser {
  private final TokenStream tokens;
  private List<String> variables = new ArrayList<>(List.of("$"));

  PipelineParser(TokenStream tokens) {
    this.tokens = tokens;
  }

  int variableCount() {
    return variables.size();
  }

  void dropVariables(int count) {
    variables.subList(count, variables.size()).clear();
  }

  List<String> enterDefinition() {
    List<String> outer = variables;
    variables = new ArrayList<>(List.of("$"));
    return outer;
  }

  void leaveDefinition(List<String> outer) {
    variables = outer;
  }

  Pipe pipeline(String context, Kind end) throws TemplateException {
    int pos = tokens.peekNonSpace().pos();
    List<Variable> declared = new ArrayList<>();
    boolean assigns = declarations(context, declared);
    List<Command> commands = new ArrayList<>();
    while (true) {
      Token token = tokens.nextNonSpace();
      if (token.kind() == end) {
        check(commands, context);
        return new Pipe(pos, declared, assigns, commands);
      }
      switch (token.kind()) {
        case BOOL,
            CHAR_CONSTANT,
            DOT,
            FIELD,
            IDENTIFIER,
            NUMBER,
            NIL,
            RAW_STRING,
            STRING,
            VARIABLE,
            LEFT_PAREN -> {
          tokens.pushBack(token);
          commands.add(command());
        }
        default -> throw tokens.unexpected(token, context);
      }
    }
  }

  /**
   * Parses {@code $x :=}, {@code $i, $x =} and similar; returns whether they assign to existing
   * variables.
   */
  private boolean declarations(String context, List<Variable> declared) throws TemplateException {
    while (tokens.peekNonSpace().kind() == Kind.VARIABLE) {
      Token name = tokens.next();
      Token after = tokens.next();
      Token next = after.kind() == Kind.SPACE ? tokens.nextNonSpace() : after;
      boolean comma = next.kind() == Kind.CHAR && next.text().equals(",");
      if (!comma && next.kind() != Kind.ASSIGN && next.kind() != Kind.DECLARE) {
        tokens.pushBack(next);
        if (after.kind() == Kind.SPACE) {
          tokens.pushBack(after);
        }
        tokens.pushBack(name);
        return false;
      }
      declared.add(new Variable(name.pos(), List.of(name.text())));
      variables.add(name.text());
      if (!comma) {
        return next.kind() == Kind.ASSIGN;
      }
      if (!context.equals("range") || declared.size() > 1) {
        throw tokens.error("too many declarations in " + context);
      }
      switch (tokens.peekNonSpace().kind()) {
        case VARIABLE, RIGHT_DELIM, RIGHT_PAREN -> {}
        default -> throw tokens.error("range can only initialize variables");
      }
    }
    return false;
  }

  private void check(List<Command> commands, String context) throws TemplateException {
    if (commands.isEmpty()) {
      throw tokens.error("missing value for " + context);
    }
    for (int i = 1; i < commands.size(); i++) {
      if (isPlainValue(commands.get(i).args().getFirst())) {
        throw tokens.error("non executable command in pipeline stage " + (i + 1));
      }
    }
  }

  private static boolean isPlainValue(Operand operand) {
    return switch (operand) {
      case Node.Bool _, Node.Dot _, Node.Nil _, Node.Constant _, Node.Str _ -> true;
      case Pipe _, Node.Identifier _, Node.Field _, Variable _, Chain _ -> false;
    };
  }

  private Command command() throws TemplateException {
    int pos = tokens.peekNonSpace().pos();
    List<Operand> args = new ArrayList<>();
    while (true) {
      tokens.peekNonSpace();
      Operand operand = operand();
      if (operand != null) {
        args.add(operand);
      }
      Token token = tokens.next();
      switch (token.kind()) {
        case SPACE -> {
          continue;
        }
        case RIGHT_DELIM, RIGHT_PAREN -> tokens.pushBack(token);
        case PIPE -> {}
        default -> throw tokens.unexpected(token, "operand");
      }
      if (args.isEmpty()) {
        throw tokens.error("empty command");
      }
      return new Command(pos, args);
    }
  }

  private @Nullable Operand operand() throws TemplateException {
    Operand term = term();
    Token first = tokens.peek();
    if (term == null || first.kind() != Kind.FIELD) {
      return term;
    }
    List<String> names = new ArrayList<>();
    while (tokens.peek().kind() == Kind.FIELD) {
      names.add(tokens.next().text().substring(1));
    }
    return switch (term) {
      case Node.Field field -> new Node.Field(first.pos(), concat(field.names(), names));
      case Variable variable -> new Variable(first.pos(), concat(variable.names(), names));
      case Pipe _, Node.Identifier _, Chain _ -> new Chain(first.pos(), term, names);
      case Node.Bool _, Node.Dot _, Node.Nil _, Node.Constant _, Node.Str _ ->
          throw tokens.error("unexpected . after term " + GoQuote.quote(term.toString()));
    };
  }

  private static List<String> concat(List<String> first, List<String> second) {
    List<String> all = new ArrayList<>(first);
    all.addAll(second);
    return all;
  }

  private @Nullable Operand term() throws TemplateException {
    Token token = tokens.nextNonSpace();
    int pos = token.pos();
    switch (token.kind()) {
      case IDENTIFIER -> {
        if (Functions.find(token.text(), Functions.Mode.VALUES) == null) {
          throw tokens.error("function " + GoQuote.quote(token.text()) + " not defined");
        }
        return new Node.Identifier(pos, token.text());
      }
      case DOT -> {
        return new Node.Dot(pos);
      }
      case NIL -> {
        return new Node.Nil(pos);
      }
      case VARIABLE -> {
        if (!variables.contains(token.text())) {
          throw tokens.error("undefined variable " + GoQuote.quote(token.text()));
        }
        return new Variable(pos, List.of(token.text()));
      }
      case FIELD -> {
        return new Node.Field(pos, List.of(token.text().substring(1)));
      }
      case BOOL -> {
        return new Node.Bool(pos, token.text().equals("true"));
      }
      case CHAR_CONSTANT, NUMBER -> {
        return Constants.parse(token, tokens);
      }
      case LEFT_PAREN -> {
        return pipeline("parenthesized pipeline", Kind.RIGHT_PAREN);
      }
      case STRING, RAW_STRING -> {
        return new Node.Str(pos, token.text(), tokens.unquote(token));
      }
      default -> {
        tokens.pushBack(token);
        return null;
      }
    }
  }
}
