package dev.signet.template.time;

import dev.signet.template.value.Type;
import dev.signet.template.value.Value;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A place on the clock: what is added to universal time when, and how that is called. */
public final class Zone implements Value.Opaque {
  public static final Zone UTC = new Zone("UTC", Offset.UTC);

  /** That of the process. Templates are to give the same everywhere, so it is universal time. */
  public static final Zone LOCAL = new Zone("UTC", Offset.UTC);

  private final String name;
  private final @Nullable Offset fixed;
  private final @Nullable ZoneData data;

  private Zone(String name, Offset fixed) {
    this.name = name;
    this.fixed = fixed;
    this.data = null;
  }

  Zone(String name, ZoneData data) {
    this.name = name;
    this.fixed = null;
    this.data = data;
  }

  /** An offset that does not change; its name may be empty. */
  static Zone fixed(String name, int seconds) {
    return new Zone(name, new Offset(name, seconds, false));
  }

  public Offset at(long seconds) {
    return fixed != null ? fixed : data == null ? Offset.UTC : data.at(seconds);
  }

  @Override
  public Type type() {
    return Type.LOCATION;
  }

  @Override
  public String text() {
    return name;
  }

  /** Nothing of it can be read. */
  @Override
  public List<Value.Field> fields() {
    return List.of(new Value.Field("name", Value.Text.octets(name)));
  }

  @Override
  public Value json() {
    return Value.Dict.of(new TreeMap<>());
  }

  /** Universal time equals itself alone: in Go it is what stands where no zone is. */
  @Override
  @SuppressWarnings("ReferenceEquality")
  public boolean equals(@Nullable Object other) {
    if (this == UTC || other == UTC) {
      return this == other;
    }
    return other instanceof Zone zone
        && name.equals(zone.name)
        && data == zone.data
        && (fixed == null ? zone.fixed == null : fixed.equals(zone.fixed));
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }

  @Override
  @SuppressWarnings("ReferenceEquality")
  public boolean isSame(Value.Opaque other) {
    return this == other;
  }
}
