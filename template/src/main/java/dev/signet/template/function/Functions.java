package dev.signet.template.function;

import dev.signet.template.value.Type;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All functions by name, and all methods by type and name.
 *
 * <p>A family of functions is one class {@code XxxFunctions} whose {@code all()} lists them with
 * the types of their arguments, and one line below. The engine has checked the types when a body is
 * called. A body charges {@link Call#budget()} before it works, refuses its arguments with a {@link
 * CallException} that holds no value of theirs, and returns {@code Nil.ELEMENT} for nil. A family
 * whose results have methods has a class {@code XxxMethods} too, and implements {@link
 * dev.signet.template.value.Value.Opaque} for them unless they are integers.
 */
public final class Functions {
  private final Map<String, Function> functions = new HashMap<>();
  private final Map<Type, Map<String, Function>> methods = new EnumMap<>(Type.class);

  private Functions(Stream<List<Function>> families, Stream<List<Method>> methodFamilies) {
    families.flatMap(List::stream).forEach(function -> functions.put(function.name(), function));
    methodFamilies
        .flatMap(List::stream)
        .forEach(
            method ->
                methods
                    .computeIfAbsent(method.receiver(), _ -> new HashMap<>())
                    .put(method.function().name(), method.function()));
  }

  public static Functions standard(Environment environment) {
    return new Functions(
        Stream.of(
            LogicFunctions.all(),
            ComparisonFunctions.all(),
            ElementFunctions.all(),
            PrintFunctions.all(),
            EscapeFunctions.all(),
            StringFunctions.all(),
            CharacterFunctions.all(),
            CaseFunctions.all(),
            CuttingFunctions.all(),
            PathFunctions.all(),
            StringListFunctions.all(),
            EncodingFunctions.all(),
            FlowFunctions.all(),
            ListFunctions.all(),
            MembershipFunctions.all(),
            SequenceFunctions.all(),
            IntegerFunctions.all(),
            FloatFunctions.all(),
            ReflectionFunctions.all(),
            DictFunctions.all(),
            MergeFunctions.all(),
            JsonFunctions.all(),
            HashFunctions.all(),
            DateFunctions.all(environment.clock()),
            RandomFunctions.all(environment.random()),
            CryptoFunctions.all(environment.random()),
            CertificateFunctions.all(environment),
            RegexFunctions.all(),
            SemverFunctions.all(),
            UrlFunctions.all()),
        Stream.of(TimeMethods.all(), NamedMethods.all(), VersionMethods.all()));
  }

  public Set<String> names() {
    return functions.keySet();
  }

  public @Nullable Function find(String name) {
    return functions.get(name);
  }

  /** The method of a type by its name; its first argument is the receiver. */
  public @Nullable Function method(Type receiver, String name) {
    Map<String, Function> known = methods.get(receiver);
    return known == null ? null : known.get(name);
  }
}
