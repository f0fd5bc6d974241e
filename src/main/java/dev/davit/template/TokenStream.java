package dev.davit.template;

import dev.davit.template.Token.Kind;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** The tokens with lookahead, and the parse errors, which name the line of the latest token. */
final class TokenStream {
  private final String text;
  private final Lexer lexer;
  private final Deque<Token> pushedBack = new ArrayDeque<>();
  private @Nullable Token newest;
  private @Nullable Token action;

  TokenStream(String text) {
    this.text = text;
    this.lexer = new Lexer(text);
  }

  Token next() {
    Token token = pushedBack.poll();
    if (token == null) {
      token = lexer.next();
      newest = token;
    }
    return token;
  }

  Token nextNonSpace() {
    Token token = next();
    while (token.kind() == Kind.SPACE) {
      token = next();
    }
    return token;
  }

  Token peek() {
    Token token = next();
    pushBack(token);
    return token;
  }

  Token peekNonSpace() {
    Token token = nextNonSpace();
    pushBack(token);
    return token;
  }

  void pushBack(Token token) {
    pushedBack.push(token);
  }

  Token expect(Kind kind, String context) throws TemplateException {
    Token token = nextNonSpace();
    if (token.kind() != kind) {
      throw unexpected(token, context);
    }
    return token;
  }

  String unquote(Token token) throws TemplateException {
    return Quoted.unquote(token.text()).orElseThrow(() -> error("invalid syntax"));
  }

  void enterAction(Token leftDelim) {
    action = leftDelim;
  }

  void leaveAction() {
    action = null;
  }

  TemplateException error(String message) {
    return new TemplateException(
        "template: :" + line(newest == null ? 0 : newest.pos()) + ": " + message);
  }

  TemplateException unexpected(Token token, String context) {
    if (token.kind() != Kind.ERROR) {
      return error("unexpected " + token.display() + " in " + context);
    }
    if (action == null || line(action.pos()) == line(token.pos())) {
      return error(token.text());
    }
    String in = token.text().endsWith(" action") ? "" : " in action";
    return error(token.text() + in + " started at :" + line(action.pos()));
  }

  private int line(int pos) {
    int line = 1;
    for (int i = text.indexOf('\n'); i >= 0 && i < pos; i = text.indexOf('\n', i + 1)) {
      line++;
    }
    return line;
  }
}
