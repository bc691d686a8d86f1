package dev.signet.template.function;

import dev.signet.template.value.Type;
import dev.signet.template.value.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A function that templates can call.
 *
 * @param fixed types of the arguments that must be there
 * @param repeated type of any number of further ones, if they may be
 */
public record Function(
    String name, List<Type> fixed, @Nullable Type repeated, Evaluation evaluation, Body body) {
  public Function {
    fixed = List.copyOf(fixed);
  }

  /** What a call does. */
  @FunctionalInterface
  public interface Body {
    Value apply(Call call);
  }

  /** How the arguments are evaluated. */
  public enum Evaluation {
    ALL,
    /** Until one is false; the last one evaluated is the result. */
    UNTIL_FALSE,
    /** Until one is true; the last one evaluated is the result. */
    UNTIL_TRUE
  }

  public static Function of(String name, List<Type> fixed, Body body) {
    return new Function(name, fixed, null, Evaluation.ALL, body);
  }

  public static Function of(String name, List<Type> fixed, Type repeated, Body body) {
    return new Function(name, fixed, repeated, Evaluation.ALL, body);
  }

  /** The type wanted of the argument with this index. */
  public Type parameter(int index) {
    return index < fixed.size() || repeated == null ? fixed.get(index) : repeated;
  }
}
