package dev.signet.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.signet.e2e.cluster.Command;
import dev.signet.e2e.cluster.Kubeseal;
import dev.signet.e2e.cluster.Namespace;
import dev.signet.e2e.cluster.Signet;
import dev.signet.e2e.cluster.Testbed;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The packaged command finds the controller by itself, through the API server's service proxy. */
final class ServiceProxyIT {
  @RegisterExtension static final Signet signet = Signet.withKeys("key-a");

  private final Namespace namespace = signet.namespace();

  @Test
  @Tag("C-166")
  void the_command_fetches_the_certificate_and_seals_without_a_file() {
    if (Testbed.current().isEmpty()) {
      System.out.println("no testbed leads a Service to this machine: 0 requests by way of one");
      return;
    }
    String own = signet.installation().own().name();
    Testbed.expose(signet.installation().own(), signet.controller().port());
    assertEquals(
        signet.controller().get("/v1/cert.pem"),
        Command.of(Kubeseal.program(), "--controller-namespace", own, "--fetch-cert").out());
    String sealed =
        Command.of(Kubeseal.program(), "--controller-namespace", own, "-o", "yaml")
            .input(
                "{\"kind\": \"Secret\", \"apiVersion\": \"v1\", \"metadata\": {\"name\": \"near\","
                    + " \"namespace\": \""
                    + namespace.name()
                    + "\"}, \"stringData\": {\"k\": \"v\"}}")
            .out();
    namespace.apply(sealed);
    namespace.awaitSecret("near", Map.of("k", "v"));
  }
}
