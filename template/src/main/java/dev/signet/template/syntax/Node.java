package dev.signet.template.syntax;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of a parsed template. Positions are those that Go gives to the same node. */
public sealed interface Node {
  int position();

  /** What stands in a body. */
  sealed interface Statement extends Node {}

  /** What a command is made of. */
  sealed interface Operand extends Node {}

  record Body(int position, List<Statement> statements) implements Node {
    public Body {
      statements = List.copyOf(statements);
    }

    /** Whether it holds nothing but white space, so that another definition may replace it. */
    public boolean isBlank() {
      return statements.stream()
          .allMatch(statement -> statement instanceof Verbatim(_, String text) && isSpace(text));
    }

    private static boolean isSpace(String text) {
      return text.chars().allMatch(octet -> octet == ' ' || (octet >= '\t' && octet <= '\r'));
    }
  }

  record Verbatim(int position, String text) implements Statement {}

  record Action(int position, Pipeline pipeline) implements Statement {}

  record If(int position, Pipeline pipeline, Body then, @Nullable Body otherwise)
      implements Statement {}

  record With(int position, Pipeline pipeline, Body then, @Nullable Body otherwise)
      implements Statement {}

  record Range(int position, Pipeline pipeline, Body each, @Nullable Body otherwise)
      implements Statement {}

  record Break(int position) implements Statement {}

  record Continue(int position) implements Statement {}

  record Include(int position, String name, @Nullable Pipeline pipeline) implements Statement {}

  /** What declares or assigns the variables, if any. */
  record Pipeline(
      int position, List<String> variables, boolean isAssignment, List<Command> commands)
      implements Operand {
    public Pipeline {
      variables = List.copyOf(variables);
      commands = List.copyOf(commands);
    }
  }

  record Command(int position, List<Operand> operands) implements Node {
    public Command {
      operands = List.copyOf(operands);
    }
  }

  record Dot(int position) implements Operand {}

  record NilLiteral(int position) implements Operand {}

  record BoolLiteral(int position, boolean isTrue) implements Operand {}

  record StringLiteral(int position, String source, String text) implements Operand {}

  record NumberLiteral(int position, String source, Readings readings) implements Operand {}

  record Identifier(int position, String name) implements Operand {}

  record Field(int position, List<String> path) implements Operand {
    public Field {
      path = List.copyOf(path);
    }
  }

  /** A variable and fields of it; its name begins with a dollar sign. */
  record Variable(int position, String name, List<String> path) implements Operand {
    public Variable {
      path = List.copyOf(path);
    }
  }

  /** Fields of something in parentheses or of what a function returned. */
  record Chain(int position, Operand operand, List<String> path) implements Operand {
    public Chain {
      path = List.copyOf(path);
    }
  }
}
