package dev.signet.template.syntax;

import dev.signet.template.syntax.Node.Body;
import dev.signet.template.syntax.Node.Command;
import dev.signet.template.syntax.Node.Operand;
import dev.signet.template.syntax.Node.Pipeline;
import dev.signet.template.syntax.Node.Statement;
import java.util.AbstractSet;
import java.util.Collections;
import java.util.Iterator;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Looks for functions that do not exist, and for keys of the input that nobody provides. Keys are
 * known as such only where the dot surely is the input: not within {@code range}, {@code with} and
 * definitions.
 */
public final class Inspector {
  private static final String INPUT = "$";

  private final Set<String> functions;
  private final Set<String> keys;
  private final NavigableMap<Integer, String> remarks = new TreeMap<>();

  /** What is known of the dot and of {@code $} at some point. */
  private record Known(boolean isDotInput, boolean isDollarInput) {
    Known inside() {
      return new Known(false, isDollarInput);
    }
  }

  /**
   * An inspector.
   *
   * @param keys of the input, as octets
   */
  public Inspector(Set<String> functions, Set<String> keys) {
    this.functions = functions;
    this.keys = keys;
  }

  /** A set of names that has every name, so that a parser finds what else is wrong. */
  public static Set<String> allNames() {
    return new AbstractSet<>() {
      @Override
      public boolean contains(@Nullable Object name) {
        return true;
      }

      @Override
      public Iterator<String> iterator() {
        return Collections.emptyIterator();
      }

      @Override
      public int size() {
        return 0;
      }
    };
  }

  /** What is to be said, by where in the text. */
  public NavigableMap<Integer, String> inspect(String name, TemplateSet templates) {
    for (Map.Entry<String, Body> body : templates.all().entrySet()) {
      boolean isMain = body.getKey().equals(name);
      walk(body.getValue(), new Known(isMain, isMain));
    }
    return remarks;
  }

  private void walk(@Nullable Body body, Known known) {
    if (body != null) {
      body.statements().forEach(statement -> walk(statement, known));
    }
  }

  private void walk(Statement statement, Known known) {
    switch (statement) {
      case Node.Verbatim _, Node.Break _, Node.Continue _ -> {}
      case Node.Action(_, Pipeline pipeline) -> walk(pipeline, known);
      case Node.If(_, Pipeline pipeline, Body then, Body otherwise) -> {
        walk(pipeline, known);
        walk(then, known);
        walk(otherwise, known);
      }
      case Node.With(_, Pipeline pipeline, Body then, Body otherwise) -> {
        walk(pipeline, known);
        walk(then, known.inside());
        walk(otherwise, known);
      }
      case Node.Range(_, Pipeline pipeline, Body each, Body otherwise) -> {
        walk(pipeline, known);
        walk(each, known.inside());
        walk(otherwise, known);
      }
      case Node.Include(_, _, Pipeline pipeline) -> {
        if (pipeline != null) {
          walk(pipeline, known);
        }
      }
    }
  }

  private void walk(Pipeline pipeline, Known known) {
    for (Command command : pipeline.commands()) {
      command.operands().forEach(operand -> walk(operand, known));
      indexed(command, known);
    }
  }

  private void walk(Operand operand, Known known) {
    switch (operand) {
      case Node.Identifier(int position, String name) -> {
        if (!functions.contains(name)) {
          remarks.put(position, "function \"%s\" not defined".formatted(name));
        }
      }
      case Node.Field field when known.isDotInput() ->
          key(field.position(), field.path().getFirst());
      case Node.Variable variable
          when known.isDollarInput()
              && variable.name().equals(INPUT)
              && !variable.path().isEmpty() ->
          key(variable.position(), variable.path().getFirst());
      case Node.Chain(_, Operand inner, _) -> walk(inner, known);
      case Pipeline inner -> walk(inner, known);
      default -> {}
    }
  }

  /** {@code index . "key"}. */
  private void indexed(Command command, Known known) {
    boolean isIndex =
        command.operands().size() > 2
            && command.operands().getFirst() instanceof Node.Identifier(_, String name)
            && name.equals("index");
    if (isIndex
        && isInput(command.operands().get(1), known)
        && command.operands().get(2) instanceof Node.StringLiteral(int position, _, String key)) {
      key(position, key);
    }
  }

  private static boolean isInput(Operand operand, Known known) {
    return switch (operand) {
      case Node.Dot _ -> known.isDotInput();
      case Node.Variable variable ->
          known.isDollarInput() && variable.name().equals(INPUT) && variable.path().isEmpty();
      default -> false;
    };
  }

  private void key(int position, String key) {
    if (!keys.contains(key)) {
      remarks.put(position, "nothing provides the key \"%s\"".formatted(key));
    }
  }
}
