package dev.signet.cli.peer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.signet.cli.peer.Invocation.Content;
import dev.signet.crypto.Bytes;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** What one program seals the other opens, to the last byte. */
@Tag("K-01")
@Tag("K-03")
@Tag("K-04")
@Tag("K-05")
@Tag("K-110")
final class CrossOpeningTest {
  private static final int ROUNDS = 20;
  private static final int LARGE = 900 * 1024;
  private static final List<String> SCOPES = List.of("strict", "namespace-wide", "cluster-wide");
  private static final List<String> FORMATS = List.of("json", "yaml");

  private final KeySet keys = KeySet.load().blind();
  private final long seed = Long.getLong("signet.seed", 4_000_001);

  @Test
  void what_is_sealed_here_opens_there_and_the_other_way_round() {
    Optional<Peer> peer = Peer.find(keys);
    if (peer.isEmpty()) {
      System.out.println("cross opening: peer absent: 0 compared");
      return;
    }
    Own own = new Own(keys);
    int opened = 0;
    for (int round = 0; round < ROUNDS; round++) {
      for (String scope : SCOPES) {
        for (String format : FORMATS) {
          Draw draw = new Draw(seed, opened);
          opened += cross(draw, new Way(scope, format, own, peer.get()), round);
          opened += cross(draw, new Way(scope, format, peer.get(), own), round);
        }
      }
    }
    System.out.printf("cross opening: seed %d: %d values compared%n", seed, opened);
    assertEquals(ROUNDS * SCOPES.size() * FORMATS.size() * 2 * 5, opened);
  }

  /** Who seals and who opens, and how. */
  private record Way(String scope, String format, Program sealer, Program opener) {}

  private int cross(Draw draw, Way way, int round) {
    Map<String, byte[]> items = items(draw, round);
    String key = draw.of(keys.rsa());
    Outcome sealed = way.sealer().run(sealing(draw, way, items, key));
    assertEquals("", sealed.withoutHints().stderr());
    Outcome opened = way.opener().run(opening(way, sealed.stdout(), key));
    assertEquals("", opened.withoutHints().stderr());
    assertEquals(hashes(items), hashes(opened(opened.stdout())), way::toString);
    return items.size();
  }

  private static Map<String, byte[]> items(Draw draw, int round) {
    Map<String, byte[]> items = new TreeMap<>();
    items.put("empty", new byte[0]);
    items.put("nul", "a\0b\0\0".getBytes(UTF_8));
    items.put("text", (Words.text(draw) + "größe 日本語 \uD83D\uDE00\r\n").getBytes(UTF_8));
    items.put("noise", draw.bytes(draw.below(3000)));
    items.put("large", draw.bytes(round == 0 ? LARGE : draw.below(100)));
    return items;
  }

  private Invocation sealing(Draw draw, Way way, Map<String, byte[]> items, String key) {
    var secret = new StringBuilder("kind: Secret\nmetadata:\n");
    secret.append("  name: n-").append(HexFormat.of().formatHex(draw.bytes(6))).append('\n');
    secret.append("  namespace: s-").append(HexFormat.of().formatHex(draw.bytes(6)));
    secret.append("\ndata:\n");
    items.forEach(
        (name, value) ->
            secret.append("  " + name + ": " + Base64.getEncoder().encodeToString(value) + "\n"));
    return new Invocation(
        List.of("--cert", "c.pem", "-o", way.format(), "--scope", way.scope()),
        Map.of(),
        Bytes.of(secret.toString().getBytes(UTF_8)),
        new TreeMap<>(Map.of("c.pem", Content.text(keys.text(key, "crt")))));
  }

  private Invocation opening(Way way, String sealed, String key) {
    return new Invocation(
        List.of("--recovery-unseal", "--recovery-private-key", "key.pem", "-o", way.format()),
        Map.of(),
        Bytes.of(sealed.getBytes(UTF_8)),
        new TreeMap<>(Map.of("key.pem", Content.text(keys.text(key, "pkcs1")))));
  }

  private static Map<String, byte[]> opened(String secret) {
    Load load = new Load(LoadSettings.builder().setCodePointLimit(8 * LARGE).build());
    Map<?, ?> whole = (Map<?, ?>) load.loadFromString(secret);
    Map<?, ?> data = (Map<?, ?>) requireNonNull(whole.get("data"));
    Map<String, byte[]> items = new TreeMap<>();
    data.forEach(
        (name, value) ->
            items.put(
                (String) name, Base64.getDecoder().decode(value == null ? "" : (String) value)));
    return items;
  }

  private static List<String> hashes(Map<String, byte[]> items) {
    return items.entrySet().stream()
        .map(item -> item.getKey() + " " + KeySet.sha256(item.getValue()))
        .toList();
  }
}
