package dev.signet.template.function;

import static dev.signet.template.value.Type.ANY;
import static dev.signet.template.value.Type.MAP;

import dev.signet.template.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Merging maps into one another, and copying values deeply. */
final class MergeFunctions {
  private MergeFunctions() {}

  static List<Function> all() {
    List<Function> functions = new ArrayList<>();
    functions.add(merging("merge", Merging.Precedence.TARGET, true));
    functions.add(merging("mustMerge", Merging.Precedence.TARGET, false));
    functions.add(merging("mergeOverwrite", Merging.Precedence.SOURCE, true));
    functions.add(merging("mustMergeOverwrite", Merging.Precedence.SOURCE, false));
    functions.addAll(ListFunctions.twice("deepCopy", List.of(ANY), MergeFunctions::copy));
    return functions;
  }

  private static Function merging(String name, Merging.Precedence precedence, boolean isForgiving) {
    return Function.of(
        name,
        List.of(MAP),
        MAP,
        call -> merge(call, new Merging(call.budget(), precedence), isForgiving));
  }

  /** Maps that do not fit together give an empty string, or an error from the must twin. */
  private static Value merge(Call call, Merging merging, boolean isForgiving) {
    Value.Dict target = call.dict(0);
    for (int index = 1; index < call.count(); index++) {
      Value.Dict source = call.dict(index);
      if (target.isNil() && !source.isNil()) {
        target = Value.Dict.of(new TreeMap<>());
      }
      if (!merging.merge(target, source)) {
        if (isForgiving) {
          return Value.Text.EMPTY;
        }
        throw new CallException("src and dst must be of same type");
      }
    }
    return target;
  }

  private static Value copy(Call call) {
    if (call.value(0) instanceof Value.Nil) {
      throw new CallException("reflect: call of reflect.Value.Type on zero Value");
    }
    return new Copying(call.budget()).copy(call.value(0));
  }
}
