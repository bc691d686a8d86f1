package dev.signet.template.syntax;

import dev.signet.template.syntax.Token.Kind;

/**
 * Tokens with up to three of look-ahead.
 *
 * <p>Go reports an error on the line of the first slot of its look-ahead buffer, which is not
 * always the token that is wrong. The buffer is kept in the same way for the sake of the line.
 */
final class TokenStream {
  private static final int SLOTS = 3;

  private final Lexer lexer;
  private final Token[] slots = new Token[SLOTS];
  private int waiting;
  private int actionLine;

  TokenStream(String text) {
    this.lexer = new Lexer(text);
    this.slots[0] = new Token(Kind.EOF, 0, "", 0);
  }

  Token next() {
    if (waiting > 0) {
      waiting--;
    } else {
      slots[0] = lexer.next();
    }
    return slots[waiting];
  }

  Token peek() {
    if (waiting == 0) {
      waiting = 1;
      slots[0] = lexer.next();
    }
    return slots[waiting - 1];
  }

  void back() {
    waiting++;
  }

  /** Back to before a token and the one after it. */
  void back(Token first) {
    slots[1] = first;
    waiting = 2;
  }

  /** Back to before two tokens and the one after them. */
  void back(Token first, Token second) {
    slots[1] = second;
    slots[2] = first;
    waiting = 3;
  }

  Token nextNonSpace() {
    Token token = next();
    while (token.kind() == Kind.SPACE) {
      token = next();
    }
    return token;
  }

  Token peekNonSpace() {
    Token token = nextNonSpace();
    back();
    return token;
  }

  Token expect(Kind kind, String context) {
    Token token = nextNonSpace();
    if (token.kind() != kind) {
      throw unexpected(token, context);
    }
    return token;
  }

  void startAction(int line) {
    actionLine = line;
  }

  void endAction() {
    actionLine = 0;
  }

  SyntaxException error(String reason) {
    return new SyntaxException(slots[0].line(), reason);
  }

  SyntaxException unexpected(Token token, String context) {
    if (token.kind() != Kind.ERROR) {
      return error("unexpected %s in %s".formatted(token.shown(), context));
    }
    if (actionLine == 0 || actionLine == token.line()) {
      return error(token.text());
    }
    String where = token.text().endsWith(" action") ? "" : " in action";
    return error("%s%s started at line %d".formatted(token.text(), where, actionLine));
  }
}
