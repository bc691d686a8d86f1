package dev.signet.template.function;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All functions by name. */
public final class Functions {
  private final Map<String, Function> functions = new LinkedHashMap<>();

  private Functions(Stream<List<Function>> families) {
    families.flatMap(List::stream).forEach(function -> functions.put(function.name(), function));
  }

  public static Functions standard() {
    return new Functions(
        Stream.of(
            LogicFunctions.all(),
            ComparisonFunctions.all(),
            ElementFunctions.all(),
            PrintFunctions.all(),
            EscapeFunctions.all(),
            StringFunctions.all(),
            CharacterFunctions.all(),
            EncodingFunctions.all(),
            FlowFunctions.all(),
            ListFunctions.all(),
            DictFunctions.all()));
  }

  public Set<String> names() {
    return functions.keySet();
  }

  public @Nullable Function find(String name) {
    return functions.get(name);
  }
}
