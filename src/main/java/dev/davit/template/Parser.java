package dev.davit.template;

import dev.davit.template.Node.Branch;
import dev.davit.template.Node.Keyword;
import dev.davit.template.Node.Pipe;
import dev.davit.template.Node.Sequence;
import dev.davit.template.Node.Statement;
import dev.davit.template.Token.Kind;
import dev.davit.text.GoQuote;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Parses statements: text, actions and control structures, as text/template/parse/parse.go. */
final class Parser {
  private final TokenStream tokens;
  private final PipelineParser pipelines;
  private final Map<String, Sequence> definitions = new LinkedHashMap<>();
  private int rangeDepth;

  private Parser(String text) {
    this.tokens = new TokenStream(text);
    this.pipelines = new PipelineParser(tokens);
  }

  /** Parses all templates of the text by name; the name of the text itself is empty. */
  static Map<String, Sequence> parse(String text) throws TemplateException {
    Parser parser = new Parser(text);
    parser.define("", parser.topLevel());
    return parser.definitions;
  }

  private void define(String name, Sequence body) throws TemplateException {
    Sequence old = definitions.get(name);
    if (old == null || old.isBlank()) {
      definitions.put(name, body);
    } else if (!body.isBlank()) {
      throw tokens.error("template: multiple definition of template " + GoQuote.quote(name));
    }
  }

  private Sequence topLevel() throws TemplateException {
    List<Statement> statements = new ArrayList<>();
    int pos = tokens.peek().pos();
    while (tokens.peek().kind() != Kind.EOF) {
      Token first = tokens.next();
      if (first.kind() == Kind.LEFT_DELIM) {
        Token second = tokens.nextNonSpace();
        if (second.kind() == Kind.DEFINE) {
          definition();
          continue;
        }
        tokens.pushBack(second);
      }
      tokens.pushBack(first);
      Statement statement = textOrAction();
      if (isEnd(statement)) {
        throw tokens.error("unexpected " + statement);
      }
      statements.add(statement);
    }
    return new Sequence(pos, statements);
  }

  private void definition() throws TemplateException {
    String context = "define clause";
    String name = name(tokens.nextNonSpace(), context);
    tokens.expect(Kind.RIGHT_DELIM, context);
    define(name, separateBody(context));
  }

  /** Parses the body of a definition, without the variables and ranges around it. */
  private Sequence separateBody(String context) throws TemplateException {
    List<String> outerVariables = pipelines.enterDefinition();
    int outerDepth = rangeDepth;
    rangeDepth = 0;
    Body body = body();
    if (body.end().kind() != Kind.END) {
      throw tokens.error("unexpected " + body.end() + " in " + context);
    }
    rangeDepth = outerDepth;
    pipelines.leaveDefinition(outerVariables);
    return body.sequence();
  }

  /** A list of statements and the {@code end} or {@code else} that closes it. */
  private record Body(Sequence sequence, Keyword end) {}

  private Body body() throws TemplateException {
    List<Statement> statements = new ArrayList<>();
    int pos = tokens.peekNonSpace().pos();
    while (tokens.peekNonSpace().kind() != Kind.EOF) {
      Statement statement = textOrAction();
      if (statement instanceof Keyword end && isEnd(end)) {
        return new Body(new Sequence(pos, statements), end);
      }
      statements.add(statement);
    }
    throw tokens.error("unexpected EOF");
  }

  private static boolean isEnd(Statement statement) {
    return statement instanceof Keyword k && (k.kind() == Kind.END || k.kind() == Kind.ELSE);
  }

  private Statement textOrAction() throws TemplateException {
    Token token = tokens.nextNonSpace();
    return switch (token.kind()) {
      case TEXT -> new Node.Text(token.pos(), token.text());
      case LEFT_DELIM -> {
        tokens.enterAction(token);
        Statement action = action();
        tokens.leaveAction();
        yield action;
      }
      default -> throw tokens.unexpected(token, "input");
    };
  }

  private Statement action() throws TemplateException {
    Token token = tokens.nextNonSpace();
    return switch (token.kind()) {
      case BLOCK -> block();
      case BREAK, CONTINUE -> loopControl(token);
      case ELSE -> elseKeyword();
      case END -> new Keyword(tokens.expect(Kind.RIGHT_DELIM, "end").pos(), Kind.END);
      case IF, RANGE, WITH -> branch(token.kind(), token.text());
      case TEMPLATE -> invocation();
      default -> {
        tokens.pushBack(token);
        yield new Node.Action(token.pos(), pipelines.pipeline("command", Kind.RIGHT_DELIM));
      }
    };
  }

  private Keyword loopControl(Token keyword) throws TemplateException {
    String shown = "{{" + keyword.text() + "}}";
    Token close = tokens.nextNonSpace();
    if (close.kind() != Kind.RIGHT_DELIM) {
      throw tokens.unexpected(close, shown);
    }
    if (rangeDepth == 0) {
      throw tokens.error(shown + " outside {{range}}");
    }
    return new Keyword(keyword.pos(), keyword.kind());
  }

  private Keyword elseKeyword() throws TemplateException {
    Token next = tokens.peekNonSpace();
    // branch() reads the "if" of an "else if".
    if (next.kind() != Kind.IF && next.kind() != Kind.WITH) {
      tokens.expect(Kind.RIGHT_DELIM, "else");
    }
    return new Keyword(next.pos(), Kind.ELSE);
  }

  private Branch branch(Kind keyword, String context) throws TemplateException {
    int outerVariables = pipelines.variableCount();
    Pipe pipe = pipelines.pipeline(context, Kind.RIGHT_DELIM);
    rangeDepth += keyword == Kind.RANGE ? 1 : 0;
    Body body = body();
    rangeDepth -= keyword == Kind.RANGE ? 1 : 0;
    Sequence otherwise = body.end().kind() == Kind.ELSE ? otherwise(keyword, body.end()) : null;
    pipelines.dropVariables(outerVariables);
    return new Branch(pipe.pos(), keyword, pipe, body.sequence(), otherwise);
  }

  private Sequence otherwise(Kind keyword, Keyword elseKeyword) throws TemplateException {
    if (keyword != Kind.RANGE && tokens.peek().kind() == keyword) {
      Branch chained = branch(keyword, tokens.next().text());
      return new Sequence(elseKeyword.pos(), List.of(chained));
    }
    Body body = body();
    if (body.end().kind() != Kind.END) {
      throw tokens.error("expected end; found " + body.end());
    }
    return body.sequence();
  }

  private Node.Invocation block() throws TemplateException {
    String context = "block clause";
    Token token = tokens.nextNonSpace();
    String name = name(token, context);
    Pipe pipe = pipelines.pipeline(context, Kind.RIGHT_DELIM);
    define(name, separateBody(context));
    return new Node.Invocation(token.pos(), name, pipe);
  }

  private Node.Invocation invocation() throws TemplateException {
    String context = "template clause";
    Token token = tokens.nextNonSpace();
    String name = name(token, context);
    @Nullable Pipe pipe = null;
    Token next = tokens.nextNonSpace();
    if (next.kind() != Kind.RIGHT_DELIM) {
      tokens.pushBack(next);
      pipe = pipelines.pipeline(context, Kind.RIGHT_DELIM);
    }
    return new Node.Invocation(token.pos(), name, pipe);
  }

  private String name(Token token, String context) throws TemplateException {
    return switch (token.kind()) {
      case STRING, RAW_STRING -> tokens.unquote(token);
      default -> throw tokens.unexpected(token, context);
    };
  }
}
