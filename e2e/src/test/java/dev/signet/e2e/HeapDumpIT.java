package dev.signet.e2e;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.e2e.cluster.Await;
import dev.signet.e2e.cluster.Command;
import dev.signet.e2e.cluster.Kind;
import dev.signet.e2e.cluster.Namespace;
import dev.signet.e2e.cluster.Signet;
import dev.signet.e2e.fault.Marker;
import dev.signet.e2e.oracle.Sealing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.node.ObjectNode;

/** What the memory of a process that has nothing to do still holds of what went through it. */
final class HeapDumpIT {
  @RegisterExtension static final Signet signet = Signet.withKeys("key-a");

  private final Namespace namespace = signet.namespace();
  private final Sealing sealing = signet.sealing();
  private final Map<String, Marker> markers = new LinkedHashMap<>();

  /**
   * What SECURITY.md says of the memory of an idle process: the keys, and of Secrets no more than
   * the few that went through it last. One that is only watched never does.
   */
  @Test
  @Tag("C-109")
  @Tag("C-181")
  void an_idle_process_keeps_no_plaintext_but_of_the_last_few() throws IOException {
    for (int i = 0; i < 30; i++) {
      namespace.create(Kind.SEALED_SECRET, sealed("heap-" + i));
    }
    markers.keySet().forEach(it -> namespace.awaitSynced(it, "True"));
    Marker foreign = Marker.ofLetters();
    namespace.kubectl(
        "create", "secret", "generic", "foreign", "--from-literal=k=" + foreign.text());
    ObjectNode asked = sealed("heap-asked");
    for (String path : List.of("/v1/verify", "/v1/rotate")) {
      signet.controller().post(path, asked.toString());
    }
    Await.pause(Duration.ofSeconds(3));
    Path dump = Path.of("target", "e2e", "heap-%d.hprof".formatted(System.nanoTime()));
    String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    Command.of(
            jcmd,
            Long.toString(signet.controller().pid()),
            "GC.heap_dump",
            dump.toAbsolutePath().toString())
        .out();
    String text = Files.readString(dump, ISO_8859_1);
    Files.delete(dump);
    List<String> kept =
        markers.entrySet().stream()
            .filter(it -> !it.getValue().in(text).isEmpty())
            .map(Map.Entry::getKey)
            .toList();
    System.out.printf(
        "a dump of %d bytes after %d plaintexts holds those of %s%n",
        text.length(), markers.size(), kept);
    assertTrue(kept.size() <= 5, kept::toString);
    assertFalse(kept.contains("heap-asked"));
    assertEquals(List.of(), foreign.in(text), "more than metadata is watched");
  }

  private ObjectNode sealed(String name) {
    Marker marker = Marker.ofLetters();
    markers.put(name, marker);
    return sealing.sealedSecret(namespace.name(), name, Map.of("k", marker.text()));
  }
}
