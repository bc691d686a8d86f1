package dev.signet.cli.resource;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The type that a field has in the API, which decides how it is read and written. */
sealed interface Shape {
  enum Leaf implements Shape {
    TEXT("a string"),
    FLAG("true or false"),
    WHOLE("a whole number"),
    TIME("a time such as 2006-01-02T15:04:05Z"),
    BASE64("base64 text"),
    /** Strings under any keys. */
    TEXTS("a map of strings"),
    /** The same, but whatever is no string counts as empty, and what is no map as none. */
    LENIENT_TEXTS("a map of strings"),
    /** Strings under any keys, where null is kept and means something. */
    TEMPLATES("a map of strings"),
    /** Whatever is there. */
    ANYTHING("anything");

    private final String wanted;

    Leaf(String wanted) {
      this.wanted = wanted;
    }

    String wanted() {
      return wanted;
    }
  }

  record ListOf(Shape item) implements Shape {}

  /** Fields in the order in which they are written. */
  record Struct(List<Field> fields, Map<String, Integer> indices) implements Shape {
    static Struct of(Field... fields) {
      Map<String, Integer> indices = new HashMap<>();
      for (int i = 0; i < fields.length; i++) {
        indices.put(lower(fields[i].name()), i);
      }
      return new Struct(List.of(fields), indices);
    }

    /** The place of a field, found without regard to case; null for an unknown one. */
    @Nullable Integer indexOf(String name) {
      return indices.get(lower(name));
    }

    private static String lower(String name) {
      return name.toLowerCase(Locale.ROOT);
    }
  }

  record Field(String name, Shape shape, Written written) {
    static Field optional(String name, Shape shape) {
      return new Field(name, shape, Written.UNLESS_EMPTY);
    }

    static Field given(String name, Shape shape) {
      return new Field(name, shape, Written.IF_GIVEN);
    }

    static Field always(String name, Shape shape) {
      return new Field(name, shape, Written.ALWAYS);
    }
  }

  /** When a field appears in what is written. */
  enum Written {
    UNLESS_EMPTY,
    /** Also when empty, if somebody wrote it. */
    IF_GIVEN,
    ALWAYS
  }
}
