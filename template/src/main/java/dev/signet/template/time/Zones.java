package dev.signet.template.time;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The zones of the database by name. Read when the first is asked for. */
public final class Zones {
  private record Place(int start, int length) {}

  private static final class Database {
    private static final Database ONLY = new Database();

    private final Map<String, Place> places = new HashMap<>();
    private final byte[] data;

    private Database() {
      try (InputStream file = Zones.class.getResourceAsStream("zones.bin");
          DataInputStream in =
              new DataInputStream(Objects.requireNonNull(file, "zones.bin is missing"))) {
        int count = in.readInt();
        for (int index = 0; index < count; index++) {
          places.put(in.readUTF(), new Place(in.readInt(), in.readInt()));
        }
        data = in.readAllBytes();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private Zones() {}

  /** Names are told apart by letter case. */
  public static Optional<Zone> find(String name) {
    if (name.isEmpty() || name.equals("UTC")) {
      return Optional.of(Zone.UTC);
    }
    if (name.equals("Local")) {
      return Optional.of(Zone.LOCAL);
    }
    Database database = Database.ONLY;
    return Optional.ofNullable(database.places.get(name))
        .map(place -> Arrays.copyOfRange(database.data, place.start, place.start + place.length))
        .map(data -> new Zone(name, ZoneData.read(data)));
  }
}
