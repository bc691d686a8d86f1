package dev.signet.template.time;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Compiled data of one zone (RFC 9636), its part with 64 bits. */
final class ZoneData {
  private static final int COUNTS = 20;
  private static final int HEADER = 44;
  private static final int SHORT_TIME = 4;
  private static final int LONG_TIME = 8;
  private static final int TYPE = 6;

  private final long[] changes;
  private final Offset[] offsets;
  private final Offset first;
  private final @Nullable ZoneRule rule;

  private ZoneData(long[] changes, Offset[] offsets, Offset first, @Nullable ZoneRule rule) {
    this.changes = changes;
    this.offsets = offsets;
    this.first = first;
    this.rule = rule;
  }

  /** The counts in a header, in its order. */
  private record Counts(int utc, int standard, int leaps, int changes, int types, int characters) {
    static Counts read(ByteBuffer bytes, int header) {
      bytes.position(header + COUNTS);
      return new Counts(
          bytes.getInt(),
          bytes.getInt(),
          bytes.getInt(),
          bytes.getInt(),
          bytes.getInt(),
          bytes.getInt());
    }

    int length(int time) {
      return changes * (time + 1) + types * TYPE + characters + leaps * (time + 4) + standard + utc;
    }
  }

  static ZoneData read(byte[] file) {
    ByteBuffer bytes = ByteBuffer.wrap(file);
    int header = HEADER + Counts.read(bytes, 0).length(SHORT_TIME);
    Counts counts = Counts.read(bytes, header);
    long[] changes = new long[counts.changes];
    for (int index = 0; index < changes.length; index++) {
      changes[index] = bytes.getLong();
    }
    byte[] indexes = new byte[counts.changes];
    bytes.get(indexes);
    List<Offset> types = types(bytes, counts);
    Offset[] offsets = new Offset[counts.changes];
    for (int index = 0; index < offsets.length; index++) {
      offsets[index] = types.get(indexes[index] & 0xff);
    }
    int end = header + HEADER + counts.length(LONG_TIME);
    String rule = new String(file, end, file.length - end, ISO_8859_1).strip();
    return new ZoneData(changes, offsets, first(types, indexes), ZoneRule.read(rule));
  }

  private static List<Offset> types(ByteBuffer bytes, Counts counts) {
    int start = bytes.position();
    byte[] characters = new byte[counts.characters];
    bytes.get(start + counts.types * TYPE, characters);
    String names = new String(characters, ISO_8859_1);
    List<Offset> types = new ArrayList<>();
    for (int index = 0; index < counts.types; index++) {
      int seconds = bytes.getInt();
      boolean isSummer = bytes.get() != 0;
      int name = bytes.get() & 0xff;
      types.add(new Offset(names.substring(name, names.indexOf('\0', name)), seconds, isSummer));
    }
    return types;
  }

  /** What holds before the first change: the first type, unless a change comes to that itself. */
  private static Offset first(List<Offset> types, byte[] indexes) {
    boolean isUnused = true;
    for (byte index : indexes) {
      isUnused &= index != 0;
    }
    if (isUnused) {
      return types.getFirst();
    }
    if (indexes.length > 0 && types.get(indexes[0] & 0xff).isSummer()) {
      for (int type = (indexes[0] & 0xff) - 1; type >= 0; type--) {
        if (!types.get(type).isSummer()) {
          return types.get(type);
        }
      }
    }
    return types.stream().filter(type -> !type.isSummer()).findFirst().orElse(types.getFirst());
  }

  Offset at(long seconds) {
    int found = Arrays.binarySearch(changes, seconds);
    int index = found < 0 ? -found - 2 : found;
    if (index < 0) {
      return changes.length == 0 && rule != null ? rule.at(seconds) : first;
    }
    return index == changes.length - 1 && rule != null ? rule.at(seconds) : offsets[index];
  }
}
