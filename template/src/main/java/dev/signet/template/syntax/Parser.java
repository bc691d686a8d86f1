package dev.signet.template.syntax;

import dev.signet.template.limit.Budget;
import dev.signet.template.limit.DeepStack;
import dev.signet.template.syntax.Node.Body;
import dev.signet.template.syntax.Node.Pipeline;
import dev.signet.template.syntax.Node.Statement;
import dev.signet.template.syntax.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Parses the statements of a template: text, actions, control, definitions. */
public final class Parser {
  private final String name;
  private final TokenStream tokens;
  private final Budget budget;
  private final Expressions expressions;
  private final TemplateSet templates = new TemplateSet();
  private Scope scope = new Scope();
  private int depth;

  public Parser(String name, String text, Set<String> functions, Budget budget) {
    this.name = name;
    this.tokens = new TokenStream(text);
    this.budget = budget;
    this.expressions = new Expressions(tokens, functions, budget);
  }

  /** How a list of statements ended. */
  private enum Ending {
    END,
    ELSE,
    ELSE_IF,
    ELSE_WITH
  }

  private record Block(Body body, Ending ending) {}

  public TemplateSet parse() {
    List<Statement> statements = new ArrayList<>();
    int position = tokens.peek().position();
    while (tokens.peek().kind() != Kind.EOF) {
      if (tokens.peek().kind() == Kind.LEFT_DELIMITER) {
        Token delimiter = tokens.next();
        if (tokens.nextNonSpace().kind() == Kind.DEFINE) {
          definition();
          continue;
        }
        tokens.back(delimiter);
      }
      Ending ending = statement(statements);
      if (ending != null) {
        throw tokens.error("unexpected " + shown(ending));
      }
    }
    add(name, new Body(position, statements));
    return templates;
  }

  private void definition() {
    String context = "define clause";
    String defined = expressions.templateName(tokens.nextNonSpace(), context);
    tokens.expect(Kind.RIGHT_DELIMITER, context);
    add(defined, closed(context));
  }

  /** A body that sees nothing of what surrounds it. */
  private Body closed(String context) {
    Scope outer = scope;
    scope = new Scope();
    Block block = block();
    if (block.ending() != Ending.END) {
      throw tokens.error("unexpected %s in %s".formatted(shown(block.ending()), context));
    }
    scope = outer;
    return block.body();
  }

  private void add(String defined, Body body) {
    if (!templates.add(defined, body)) {
      throw tokens.error("multiple definition of template " + Quoted.of(defined));
    }
  }

  private Block block() {
    budget.depth(++depth);
    Block block = depth == DeepStack.FROM ? DeepStack.call(budget, this::statements) : statements();
    depth--;
    return block;
  }

  private Block statements() {
    int position = tokens.peekNonSpace().position();
    List<Statement> statements = new ArrayList<>();
    while (tokens.peekNonSpace().kind() != Kind.EOF) {
      Ending ending = statement(statements);
      if (ending != null) {
        return new Block(new Body(position, statements), ending);
      }
    }
    throw tokens.error("unexpected EOF");
  }

  /** Adds a statement, or says how the list ends. */
  private @Nullable Ending statement(List<Statement> statements) {
    budget.step();
    Token token = tokens.nextNonSpace();
    switch (token.kind()) {
      case TEXT -> statements.add(new Node.Verbatim(token.position(), token.text()));
      case LEFT_DELIMITER -> {
        tokens.startAction(token.line());
        Ending ending = action(statements);
        tokens.endAction();
        return ending;
      }
      default -> throw tokens.unexpected(token, "input");
    }
    return null;
  }

  private @Nullable Ending action(List<Statement> statements) {
    Token token = tokens.nextNonSpace();
    switch (token.kind()) {
      case END -> {
        tokens.expect(Kind.RIGHT_DELIMITER, "end");
        return Ending.END;
      }
      case ELSE -> {
        return elseEnding();
      }
      case BLOCK -> statements.add(blockDefinition());
      case BREAK -> statements.add(new Node.Break(leavesLoop(token, "{{break}}")));
      case CONTINUE -> statements.add(new Node.Continue(leavesLoop(token, "{{continue}}")));
      case IF -> statements.add(ifControl());
      case WITH -> statements.add(withControl());
      case RANGE -> statements.add(rangeControl());
      case TEMPLATE -> statements.add(include());
      default -> {
        tokens.back();
        int position = tokens.peek().position();
        statements.add(
            new Node.Action(
                position, expressions.pipeline(scope, "command", Kind.RIGHT_DELIMITER)));
      }
    }
    return null;
  }

  private Ending elseEnding() {
    return switch (tokens.peekNonSpace().kind()) {
      case IF -> Ending.ELSE_IF;
      case WITH -> Ending.ELSE_WITH;
      default -> {
        tokens.expect(Kind.RIGHT_DELIMITER, "else");
        yield Ending.ELSE;
      }
    };
  }

  private int leavesLoop(Token keyword, String shown) {
    Token token = tokens.nextNonSpace();
    if (token.kind() != Kind.RIGHT_DELIMITER) {
      throw tokens.unexpected(token, shown);
    }
    if (!scope.isInLoop()) {
      throw tokens.error(shown + " outside {{range}}");
    }
    return keyword.position();
  }

  private Statement ifControl() {
    int mark = scope.mark();
    Pipeline pipeline = expressions.pipeline(scope, "if", Kind.RIGHT_DELIMITER);
    Block then = block();
    Body otherwise = otherwise(then.ending(), Ending.ELSE_IF);
    scope.forgetSince(mark);
    return new Node.If(pipeline.position(), pipeline, then.body(), otherwise);
  }

  private Statement withControl() {
    int mark = scope.mark();
    Pipeline pipeline = expressions.pipeline(scope, "with", Kind.RIGHT_DELIMITER);
    Block then = block();
    Body otherwise = otherwise(then.ending(), Ending.ELSE_WITH);
    scope.forgetSince(mark);
    return new Node.With(pipeline.position(), pipeline, then.body(), otherwise);
  }

  private Statement rangeControl() {
    int mark = scope.mark();
    Pipeline pipeline = expressions.pipeline(scope, "range", Kind.RIGHT_DELIMITER);
    scope.enterLoop();
    Block each = block();
    scope.leaveLoop();
    Body otherwise = otherwise(each.ending(), Ending.ELSE);
    scope.forgetSince(mark);
    return new Node.Range(pipeline.position(), pipeline, each.body(), otherwise);
  }

  /** What follows an else, which may chain the same control without an end of its own. */
  private @Nullable Body otherwise(Ending ending, Ending chained) {
    if (ending == Ending.END) {
      return null;
    }
    if (ending == chained && ending != Ending.ELSE) {
      int position = tokens.next().position();
      budget.depth(++depth);
      Statement inner =
          depth == DeepStack.FROM ? DeepStack.call(budget, () -> chain(chained)) : chain(chained);
      depth--;
      return new Body(position, List.of(inner));
    }
    Block block = block();
    if (block.ending() != Ending.END) {
      throw tokens.error("expected end; found {{else}}");
    }
    return block.body();
  }

  private Statement chain(Ending chained) {
    return chained == Ending.ELSE_IF ? ifControl() : withControl();
  }

  private Statement blockDefinition() {
    String context = "block clause";
    Token token = tokens.nextNonSpace();
    String defined = expressions.templateName(token, context);
    Pipeline pipeline = expressions.pipeline(scope, context, Kind.RIGHT_DELIMITER);
    add(defined, closed(context));
    return new Node.Include(token.position(), defined, pipeline);
  }

  private Statement include() {
    String context = "template clause";
    Token token = tokens.nextNonSpace();
    String included = expressions.templateName(token, context);
    if (tokens.nextNonSpace().kind() == Kind.RIGHT_DELIMITER) {
      return new Node.Include(token.position(), included, null);
    }
    tokens.back();
    Pipeline pipeline = expressions.pipeline(scope, context, Kind.RIGHT_DELIMITER);
    return new Node.Include(token.position(), included, pipeline);
  }

  private static String shown(Ending ending) {
    return ending == Ending.END ? "{{end}}" : "{{else}}";
  }
}
