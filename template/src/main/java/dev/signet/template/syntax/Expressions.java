package dev.signet.template.syntax;

import dev.signet.template.limit.Budget;
import dev.signet.template.limit.DeepStack;
import dev.signet.template.syntax.Node.Command;
import dev.signet.template.syntax.Node.Operand;
import dev.signet.template.syntax.Node.Pipeline;
import dev.signet.template.syntax.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Parses what stands inside an action: pipelines, commands, operands. */
final class Expressions {
  private static final int MOST_RANGE_VARIABLES = 2;

  private final TokenStream tokens;
  private final Set<String> functions;
  private final Budget budget;
  private int depth;

  Expressions(TokenStream tokens, Set<String> functions, Budget budget) {
    this.tokens = tokens;
    this.functions = functions;
    this.budget = budget;
  }

  String templateName(Token token, String context) {
    if (token.kind() != Kind.STRING && token.kind() != Kind.RAW_STRING) {
      throw tokens.unexpected(token, context);
    }
    return unquoted(token);
  }

  Pipeline pipeline(Scope scope, String context, Kind end) {
    int position = tokens.peekNonSpace().position();
    List<String> variables = new ArrayList<>();
    boolean isAssignment = declarations(scope, context, variables);
    List<Command> commands = new ArrayList<>();
    while (true) {
      Token token = tokens.nextNonSpace();
      if (token.kind() == end) {
        check(commands, context);
        return new Pipeline(position, variables, isAssignment, commands);
      }
      if (!startsOperand(token.kind())) {
        throw tokens.unexpected(token, context);
      }
      tokens.back();
      commands.add(command(scope));
    }
  }

  /** Reads the variables before := or = and says whether it was =. */
  private boolean declarations(Scope scope, String context, List<String> variables) {
    while (tokens.peekNonSpace().kind() == Kind.VARIABLE) {
      Token variable = tokens.next();
      Token after = tokens.peek();
      Token next = tokens.peekNonSpace();
      boolean isComma = next.kind() == Kind.CHARACTER && next.text().equals(",");
      if (next.kind() == Kind.ASSIGN || next.kind() == Kind.DECLARE || isComma) {
        tokens.nextNonSpace();
        variables.add(variable.text());
        scope.declare(variable.text());
        if (!isComma) {
          return next.kind() == Kind.ASSIGN;
        }
        checkComma(context, variables.size());
      } else if (after.kind() == Kind.SPACE) {
        tokens.back(variable, after);
        return false;
      } else {
        tokens.back(variable);
        return false;
      }
    }
    return false;
  }

  private void checkComma(String context, int variables) {
    if (!context.equals("range") || variables >= MOST_RANGE_VARIABLES) {
      throw tokens.error("too many declarations in " + context);
    }
    switch (tokens.peekNonSpace().kind()) {
      case VARIABLE, RIGHT_DELIMITER, RIGHT_PARENTHESIS -> {}
      default -> throw tokens.error("range can only initialize variables");
    }
  }

  private void check(List<Command> commands, String context) {
    if (commands.isEmpty()) {
      throw tokens.error("missing value for " + context);
    }
    for (int stage = 1; stage < commands.size(); stage++) {
      switch (commands.get(stage).operands().getFirst()) {
        case Node.BoolLiteral _,
            Node.Dot _,
            Node.NilLiteral _,
            Node.NumberLiteral _,
            Node.StringLiteral _ ->
            throw tokens.error("non executable command in pipeline stage " + (stage + 1));
        case Pipeline _, Node.Identifier _, Node.Field _, Node.Variable _, Node.Chain _ -> {}
      }
    }
  }

  private static boolean startsOperand(Kind kind) {
    return switch (kind) {
      case BOOL,
          CHARACTER_CONSTANT,
          COMPLEX,
          DOT,
          FIELD,
          IDENTIFIER,
          NUMBER,
          NIL,
          RAW_STRING,
          STRING,
          VARIABLE,
          LEFT_PARENTHESIS ->
          true;
      default -> false;
    };
  }

  private Command command(Scope scope) {
    int position = tokens.peekNonSpace().position();
    List<Operand> operands = new ArrayList<>();
    while (true) {
      budget.step();
      tokens.peekNonSpace();
      Operand operand = operand(scope);
      if (operand != null) {
        operands.add(operand);
      }
      Token token = tokens.next();
      switch (token.kind()) {
        case SPACE -> {
          continue;
        }
        case RIGHT_DELIMITER, RIGHT_PARENTHESIS -> tokens.back();
        case PIPE -> {}
        default -> throw tokens.unexpected(token, "operand");
      }
      if (operands.isEmpty()) {
        throw tokens.error("empty command");
      }
      return new Command(position, operands);
    }
  }

  private @Nullable Operand operand(Scope scope) {
    Operand operand = term(scope);
    if (operand == null || tokens.peek().kind() != Kind.FIELD) {
      return operand;
    }
    int position = tokens.peek().position();
    List<String> path = new ArrayList<>();
    while (tokens.peek().kind() == Kind.FIELD) {
      path.add(tokens.next().text().substring(1));
    }
    return switch (operand) {
      case Node.Field(_, List<String> before) -> new Node.Field(position, joined(before, path));
      case Node.Variable(_, String name, List<String> before) ->
          new Node.Variable(position, name, joined(before, path));
      case Node.BoolLiteral literal -> throw fieldOf(literal.isTrue() ? "true" : "false");
      case Node.StringLiteral literal -> throw fieldOf(literal.source());
      case Node.NumberLiteral literal -> throw fieldOf(literal.source());
      case Node.NilLiteral _ -> throw fieldOf("nil");
      case Node.Dot _ -> throw fieldOf(".");
      case Pipeline _, Node.Identifier _, Node.Chain _ -> new Node.Chain(position, operand, path);
    };
  }

  private SyntaxException fieldOf(String term) {
    return tokens.error("unexpected . after term " + Quoted.of(term));
  }

  private static List<String> joined(List<String> before, List<String> after) {
    List<String> path = new ArrayList<>(before);
    path.addAll(after);
    return path;
  }

  private @Nullable Operand term(Scope scope) {
    Token token = tokens.nextNonSpace();
    int position = token.position();
    return switch (token.kind()) {
      case IDENTIFIER -> function(token);
      case DOT -> new Node.Dot(position);
      case NIL -> new Node.NilLiteral(position);
      case VARIABLE -> variable(scope, token);
      case FIELD -> new Node.Field(position, List.of(token.text().substring(1)));
      case BOOL -> new Node.BoolLiteral(position, token.text().equals("true"));
      case CHARACTER_CONSTANT, COMPLEX, NUMBER -> number(token);
      case LEFT_PARENTHESIS -> parenthesized(scope);
      case STRING, RAW_STRING -> new Node.StringLiteral(position, token.text(), unquoted(token));
      default -> {
        tokens.back();
        yield null;
      }
    };
  }

  private Operand function(Token token) {
    if (!functions.contains(token.text())) {
      throw tokens.error("function %s not defined".formatted(Quoted.of(token.text())));
    }
    return new Node.Identifier(token.position(), token.text());
  }

  private Operand variable(Scope scope, Token token) {
    if (!scope.knows(token.text())) {
      throw tokens.error("undefined variable " + Quoted.of(token.text()));
    }
    return new Node.Variable(token.position(), token.text(), List.of());
  }

  private Operand number(Token token) {
    try {
      return switch (token.kind()) {
        case CHARACTER_CONSTANT -> NumberReader.character(token);
        case COMPLEX -> NumberReader.complex(token);
        default -> NumberReader.number(token);
      };
    } catch (MalformedException e) {
      throw tokens.error(e.reason());
    }
  }

  private Operand parenthesized(Scope scope) {
    String context = "parenthesized pipeline";
    budget.depth(++depth);
    Operand inner =
        depth == DeepStack.FROM
            ? DeepStack.call(budget, () -> pipeline(scope, context, Kind.RIGHT_PARENTHESIS))
            : pipeline(scope, context, Kind.RIGHT_PARENTHESIS);
    depth--;
    return inner;
  }

  private String unquoted(Token token) {
    try {
      return Unquote.string(token.text());
    } catch (MalformedException e) {
      throw tokens.error(e.reason());
    }
  }
}
