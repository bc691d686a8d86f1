package dev.signet.template.value;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One value. Maps and lists of strings are references, as in Go; the rest is never changed. */
public sealed interface Value {
  Type type();

  /** Whether a condition takes it for true. */
  boolean isTrue();

  /**
   * The two nils. What a template sees of them differs in one point: a field of no value is no
   * value again, a field of a nil element is an error.
   */
  enum Nil implements Value {
    /** No value: a missing key. */
    MISSING,
    /** A nil that stands in a list or map, or that a function returned. */
    ELEMENT;

    @Override
    public Type type() {
      return Type.ANY;
    }

    @Override
    public boolean isTrue() {
      return false;
    }
  }

  record Bool(boolean isTrue) implements Value {
    @Override
    public Type type() {
      return Type.BOOL;
    }
  }

  /**
   * An integer of some type; unsigned ones in the same 64 bits. Months, weekdays and durations are
   * integers too, whose type has methods.
   */
  record Int(long bits, Type type) implements Value {
    public static Int of(long bits) {
      return new Int(bits, Type.INT);
    }

    public static Int wide(long bits) {
      return new Int(bits, Type.INT64);
    }

    @Override
    public boolean isTrue() {
      return bits != 0;
    }

    /** In decimal digits. */
    public String digits() {
      return type.isUnsigned() ? Long.toUnsignedString(bits) : Long.toString(bits);
    }
  }

  record Real(double number) implements Value {
    @Override
    public Type type() {
      return Type.FLOAT;
    }

    @Override
    public boolean isTrue() {
      return number != 0;
    }
  }

  record Complex(double real, double imaginary) implements Value {
    @Override
    public Type type() {
      return Type.COMPLEX;
    }

    @Override
    public boolean isTrue() {
      return real != 0 || imaginary != 0;
    }
  }

  /** A string of bytes, each of them a character. */
  record Text(String octets) implements Value {
    public static final Text EMPTY = new Text("");

    public static Text octets(String octets) {
      return new Text(octets);
    }

    public static Text of(byte[] bytes) {
      return new Text(new String(bytes, StandardCharsets.ISO_8859_1));
    }

    public static Text utf8(String text) {
      return of(text.getBytes(StandardCharsets.UTF_8));
    }

    public byte[] toBytes() {
      return octets.getBytes(StandardCharsets.ISO_8859_1);
    }

    @Override
    public Type type() {
      return Type.STRING;
    }

    @Override
    public boolean isTrue() {
      return !octets.isEmpty();
    }
  }

  /** A list. A nil list is empty, and differs from an empty one where it is written as JSON. */
  record Items(Type type, List<Value> list, boolean isNil) implements Value {
    /** A new list; one of strings gets items of its own, which sortAlpha sorts in place. */
    public static Items of(Type type, List<Value> list) {
      List<Value> items = type == Type.STRINGS ? Arrays.asList(list.toArray(new Value[0])) : list;
      return new Items(type, items, false);
    }

    /** A list of the same type. */
    public Items with(List<Value> items) {
      return of(type, List.copyOf(items));
    }

    /** A part, which shares its items with the whole. */
    public Items part(int start, int end) {
      return new Items(type, list.subList(start, end), false);
    }

    public static Items none(Type type) {
      return new Items(type, List.of(), true);
    }

    /** A list of bytes. */
    public static Items bytes(String octets) {
      return of(
          Type.BYTES, octets.chars().<Value>mapToObj(octet -> new Int(octet, Type.UINT8)).toList());
    }

    /** The bytes of a list of bytes, as octets. */
    public String octets() {
      var octets = new StringBuilder(list.size());
      list.forEach(item -> octets.append(item instanceof Int(long bits, _) ? (char) bits : ' '));
      return octets.toString();
    }

    @Override
    public boolean isTrue() {
      return !list.isEmpty();
    }
  }

  /** A nil of a pointer type. */
  record NilPointer(Type type) implements Value {
    @Override
    public boolean isTrue() {
      return false;
    }
  }

  /**
   * A value of a struct type or a pointer to one: a time, a version, a certificate. To add a kind,
   * implement this, name its {@link Type}, and register its methods with the functions.
   *
   * <p>Its {@code equals} compares by content, as deepEqual does. Immutable.
   */
  non-sealed interface Opaque extends Value {
    /** What its String method gives, as octets; null if it has none and its fields are printed. */
    @Nullable String text();

    /** What its GoString method gives; null if it has none and its fields are printed. */
    default @Nullable String goText() {
      return null;
    }

    /**
     * Its fields in order. Those whose names begin with a small letter exist but cannot be read.
     */
    default List<Field> fields() {
      return List.of();
    }

    /** What eq says of two values of one type: for pointers, whether they are the same one. */
    default boolean isSame(Opaque other) {
      return equals(other);
    }

    /**
     * What stands for it in JSON: a string or number, by default a map of the fields that can be
     * read; no value if it has no JSON form.
     */
    default Value json() {
      var entries = new TreeMap<String, Value>();
      fields().stream()
          .filter(Field::isExported)
          .forEach(field -> entries.put(field.name(), field.value()));
      return Dict.of(entries);
    }

    @Override
    default boolean isTrue() {
      return true;
    }
  }

  /** A field of an {@link Opaque}. */
  record Field(String name, Value value) {
    public boolean isExported() {
      return Character.isUpperCase(name.charAt(0));
    }
  }

  /** A map, by the octets of its keys. A nil map cannot be changed. */
  record Dict(Type type, SortedMap<String, Value> entries, boolean isNil) implements Value {
    public static Dict of(SortedMap<String, Value> entries) {
      return new Dict(Type.MAP, entries, false);
    }

    public static Dict none(Type type) {
      return new Dict(type, new TreeMap<>(), true);
    }

    @Override
    public boolean isTrue() {
      return !entries.isEmpty();
    }
  }
}
