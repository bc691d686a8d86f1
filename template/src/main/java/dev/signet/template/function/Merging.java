package dev.signet.template.function;

import dev.signet.template.limit.Budget;
import dev.signet.template.limit.DeepStack;
import dev.signet.template.value.Type;
import dev.signet.template.value.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Merges maps as https://github.com/imdario/mergo v1 does, with what surprises: what is nil in the
 * source is left out unless the source has precedence, a nested map of the source becomes a part of
 * the target and is not copied, lists are not joined.
 */
final class Merging {
  private final Budget budget;
  private final Precedence precedence;
  private int depth;

  /** Whose value counts where both have one that is not empty. */
  enum Precedence {
    TARGET,
    SOURCE
  }

  Merging(Budget budget, Precedence precedence) {
    this.budget = budget;
    this.precedence = precedence;
  }

  /** Changes the target. False if something in them does not fit together. */
  boolean merge(Value.Dict target, Value.Dict source) {
    budget.depth(++depth);
    boolean fits =
        depth == DeepStack.FROM
            ? DeepStack.call(budget, () -> mergeEntries(target, source))
            : mergeEntries(target, source);
    depth--;
    return fits;
  }

  private boolean mergeEntries(Value.Dict target, Value.Dict source) {
    budget.items(source.entries().size());
    for (String key : List.copyOf(source.entries().keySet())) {
      Value value = source.entries().get(key);
      if (value != null && !mergeEntry(target, key, value)) {
        return false;
      }
    }
    return true;
  }

  private boolean mergeEntry(Value.Dict target, String key, Value value) {
    budget.read(key.length());
    Value known = target.entries().get(key);
    if (isNil(value)) {
      if (precedence == Precedence.SOURCE) {
        put(target, key, value);
      }
      return true;
    }
    if (!mergeInto(known, value)) {
      return false;
    }
    boolean isSet = known != null && known.isTrue();
    boolean isMerged =
        (value instanceof Value.Dict && known instanceof Value.Dict)
            || (value instanceof Value.Items && precedence == Precedence.TARGET);
    if (!isSet || (!isMerged && precedence == Precedence.SOURCE)) {
      put(target, key, value);
    }
    return true;
  }

  /** A nil in a map of anything; a nil list or map within it is something. */
  private static boolean isNil(Value value) {
    return value instanceof Value.Nil;
  }

  private boolean mergeInto(@Nullable Value known, Value value) {
    if (known instanceof Value.Dict target && value instanceof Value.Dict source) {
      return (target.isNil() && !source.isNil()) || merge(target, source);
    }
    // A pointer takes no struct and no map in its place, unless it is replaced as a whole.
    boolean isPointer = known instanceof Value.Opaque && known.type().kind().equals("ptr");
    boolean isOther =
        value instanceof Value.Dict
            || (value instanceof Value.Opaque && value.type().kind().equals("struct"));
    return !(isPointer && isOther && precedence == Precedence.TARGET);
  }

  private void put(Value.Dict target, String key, Value value) {
    if (target.type() == Type.TEXT_MAP && value.type() != Type.STRING) {
      throw new CallException(
          "reflect.Value.SetMapIndex: value of type interface {} is not assignable to type string");
    }
    budget.items(1);
    target.entries().put(key, value);
  }
}
