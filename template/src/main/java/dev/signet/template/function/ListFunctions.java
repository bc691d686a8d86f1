package dev.signet.template.function;

import static dev.signet.template.value.Type.ANY;
import static dev.signet.template.value.Type.INT;

import dev.signet.template.value.Type;
import dev.signet.template.value.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Making lists, and lists of other lists. Each of them takes any type of list. */
final class ListFunctions {
  private static final List<Type> ONE = List.of(ANY);
  private static final List<Type> TWO = List.of(ANY, ANY);

  private ListFunctions() {}

  static List<Function> all() {
    List<Function> functions = new ArrayList<>();
    functions.add(Function.of("list", List.of(), ANY, ListFunctions::list));
    functions.add(Function.of("tuple", List.of(), ANY, ListFunctions::list));
    functions.add(Function.of("concat", List.of(), ANY, ListFunctions::concat));
    functions.addAll(twice("append", TWO, ListFunctions::push));
    functions.addAll(twice("push", TWO, ListFunctions::push));
    functions.addAll(twice("prepend", TWO, ListFunctions::prepend));
    functions.addAll(twice("first", ONE, call -> end(call, "find first", List::getFirst)));
    functions.addAll(twice("last", ONE, call -> end(call, "find last", List::getLast)));
    functions.addAll(twice("rest", ONE, call -> part(call, "find rest", 1, 0)));
    functions.addAll(twice("initial", ONE, call -> part(call, "find initial", 0, 1)));
    functions.addAll(twice("reverse", ONE, ListFunctions::reverse));
    functions.addAll(twice("compact", ONE, ListFunctions::compact));
    functions.addAll(twice("chunk", List.of(INT, ANY), ListFunctions::chunk));
    functions.add(Function.of("slice", ONE, ANY, ListFunctions::slice));
    functions.add(Function.of("mustSlice", ONE, ANY, ListFunctions::slice));
    return functions;
  }

  /** A function and its must twin. Both fail where Sprig's panics or returns an error. */
  static List<Function> twice(String name, List<Type> fixed, Function.Body body) {
    String must = "must" + Character.toUpperCase(name.charAt(0)) + name.substring(1);
    return List.of(Function.of(name, fixed, body), Function.of(must, fixed, body));
  }

  /** The items of an argument that must be a list, charged as read. */
  static List<Value> items(Call call, int index, String doing) {
    Value value = call.value(index);
    if (value instanceof Value.Items items) {
      call.budget().read(items.list().size());
      return items.list();
    }
    throw noList(value, "Cannot %s on type ".formatted(doing));
  }

  private static CallException noList(Value value, String complaint) {
    return new CallException(
        value instanceof Value.Nil
            ? "runtime error: invalid memory address or nil pointer dereference"
            : complaint + value.type().kind());
  }

  private static Value list(Call call) {
    call.budget().items(call.count());
    return Value.Items.of(Type.LIST, call.arguments());
  }

  private static Value.Items copy(Call call, List<Value> items) {
    call.budget().items(items.size());
    return Value.Items.of(Type.LIST, List.copyOf(items));
  }

  private static Value concat(Call call) {
    var all = new Collected(call.budget());
    boolean isAny = false;
    for (Value argument : call.arguments()) {
      if (!(argument instanceof Value.Items items)) {
        throw argument instanceof Value.Nil
            ? noList(argument, "")
            : new CallException("Cannot concat type %s as list".formatted(argument.type().kind()));
      }
      all.addAll(items.list());
      isAny |= items.isTrue();
    }
    return isAny ? all.toItems(Type.LIST) : Value.Items.none(Type.LIST);
  }

  private static Value push(Call call) {
    var all = new Collected(call.budget());
    all.addAll(items(call, 0, "push"));
    all.add(call.value(1));
    return all.toItems(Type.LIST);
  }

  private static Value prepend(Call call) {
    List<Value> items = items(call, 0, "prepend");
    var all = new Collected(call.budget());
    all.add(call.value(1));
    all.addAll(items);
    return all.toItems(Type.LIST);
  }

  private interface Choice {
    Value from(List<Value> items);
  }

  private static Value end(Call call, String doing, Choice choice) {
    List<Value> items = items(call, 0, doing);
    return items.isEmpty() ? Value.Nil.ELEMENT : choice.from(items);
  }

  private static Value part(Call call, String doing, int fromStart, int fromEnd) {
    List<Value> items = items(call, 0, doing);
    return items.isEmpty()
        ? Value.Items.none(Type.LIST)
        : copy(call, items.subList(fromStart, items.size() - fromEnd));
  }

  private static Value reverse(Call call) {
    List<Value> items = items(call, 0, "find reverse");
    call.budget().items(items.size());
    return Value.Items.of(Type.LIST, List.copyOf(items.reversed()));
  }

  private static Value compact(Call call) {
    List<Value> items = items(call, 0, "compact");
    call.budget().items(items.size());
    return Value.Items.of(
        Type.LIST, items.stream().filter(item -> !FlowFunctions.isEmpty(item)).toList());
  }

  /** The part between two indexes, of the same type as the whole. */
  private static Value slice(Call call) {
    if (!(call.value(0) instanceof Value.Items items)) {
      throw noList(call.value(0), "list should be type of slice or array but ");
    }
    int size = items.list().size();
    if (size == 0) {
      return Value.Nil.ELEMENT;
    }
    long start = call.count() > 1 ? Casts.integer(call.value(1), call.budget()) : 0;
    long end = call.count() > 2 ? Casts.integer(call.value(2), call.budget()) : size;
    if (start < 0 || end < start || end > size) {
      throw new CallException("reflect.Value.Slice: slice index out of bounds");
    }
    call.budget().items(end - start);
    return items.part((int) start, (int) end);
  }

  /** As many lists as Sprig computes, in floats, and of the lengths that it computes. */
  private static Value chunk(Call call) {
    long size = call.integer(0);
    if (!(call.value(1) instanceof Value.Items(_, List<Value> items, _))) {
      throw noList(call.value(1), "Cannot chunk type ");
    }
    int length = items.size();
    long count = Casts.truncated(Math.floor((length - 1.0) / size) + 1);
    if (count < 0) {
      throw new CallException("reflect: slice length out of range");
    }
    call.budget().items(count);
    List<Value> chunks = new ArrayList<>();
    for (int index = 0; index < count; index++) {
      long rest = index == count - 1 ? Casts.truncated(Math.floor((double) length % size)) : 0;
      long width = rest == 0 ? size : rest;
      long start = index * size;
      if (width < 0 || start < 0 || start + width > length) {
        throw new CallException("reflect: slice index out of range");
      }
      chunks.add(copy(call, items.subList((int) start, (int) (start + width))));
    }
    return Value.Items.of(Type.LISTS, Collections.unmodifiableList(chunks));
  }
}
