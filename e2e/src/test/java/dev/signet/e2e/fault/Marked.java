package dev.signet.e2e.fault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import dev.signet.e2e.cluster.Json;
import dev.signet.e2e.cluster.Namespace;
import dev.signet.e2e.oracle.Sealing;
import dev.signet.e2e.oracle.Sealing.Scope;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** SealedSecrets of one namespace whose plaintexts are all markers, and the hunt for these. */
public final class Marked {
  /** An item of random bytes. */
  public static final String BYTES = "k";

  /** One of letters. */
  public static final String LETTERS = "t";

  private final Namespace namespace;
  private final Sealing sealing;
  private final Map<String, Marker> markers = new LinkedHashMap<>();

  public Marked(Namespace namespace, Sealing sealing) {
    this.namespace = namespace;
    this.sealing = sealing;
  }

  public int size() {
    return markers.size();
  }

  /** New letters that go some way, for where nothing but text can be. */
  public String letters(String way) {
    return put(way, Marker.ofLetters()).text();
  }

  /** New bytes that go some way. */
  public byte[] bytes(String way) {
    return put(way, Marker.ofBytes()).bytes();
  }

  /** What an item of an object holds. */
  public Marker of(String object, String item) {
    return requireNonNull(markers.get(way(object, item)));
  }

  /** One with an item of each kind. */
  public ObjectNode sealed(String name) {
    return sealed(name, Scope.STRICT);
  }

  public ObjectNode sealed(String name, Scope scope) {
    ObjectNode object = sealing.sealedSecret(namespace.name(), name, Map.of(), scope);
    String label = scope.label(namespace.name(), name);
    items(object)
        .put(BYTES, sealing.item(label, bytes(way(name, BYTES))))
        .put(LETTERS, sealing.item(label, letters(way(name, LETTERS))));
    return object;
  }

  public ObjectNode sealed(String name, Map<String, Object> template) {
    ObjectNode object = sealed(name);
    object.withObject("spec").set("template", Json.tree(template));
    return object;
  }

  /** One with this item, and with a plaintext of these parts. */
  public ObjectNode sealed(String name, String item, byte[]... parts) {
    ObjectNode object = sealing.sealedSecret(namespace.name(), name, Map.of());
    items(object).put(item, sealing.item(Scope.STRICT.label(namespace.name(), name), join(parts)));
    return object;
  }

  /** The same two markers and something behind them: another object in the eyes of all. */
  public ObjectNode changed(String name) {
    ObjectNode change = Json.object();
    for (String item : List.of(BYTES, LETTERS)) {
      byte[] tail = Double.toString(Math.random()).getBytes(UTF_8);
      byte[] value = join(of(name, item).bytes(), tail);
      items(change).put(item, sealing.item(Scope.STRICT.label(namespace.name(), name), value));
    }
    return change;
  }

  public static ObjectNode items(ObjectNode object) {
    return object.withObject("spec").withObject("encryptedData");
  }

  /** Which marker came out where, and in which form. */
  public List<String> foundIn(Map<String, String> places) {
    List<String> found = new ArrayList<>();
    for (Map.Entry<String, Marker> marker : markers.entrySet()) {
      for (Map.Entry<String, String> place : places.entrySet()) {
        for (String form : marker.getValue().in(place.getValue())) {
          found.add("%s in %s: %s".formatted(marker.getKey(), place.getKey(), form));
        }
      }
    }
    return found;
  }

  private Marker put(String way, Marker marker) {
    if (markers.put(way, marker) != null) {
      throw new IllegalArgumentException("two markers go the way " + way);
    }
    return marker;
  }

  private static String way(String object, String item) {
    return object + "/" + item;
  }

  private static byte[] join(byte[]... parts) {
    ByteBuffer all = ByteBuffer.allocate(List.of(parts).stream().mapToInt(it -> it.length).sum());
    for (byte[] part : parts) {
      all.put(part);
    }
    return all.array();
  }
}
