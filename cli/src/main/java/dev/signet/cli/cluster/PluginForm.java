package dev.signet.cli.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.signet.cli.cluster.OwnKey.ClientKey;
import dev.signet.cli.kubeconfig.ClusterEntry;
import dev.signet.cli.kubeconfig.CredentialSource.ExecPlugin;
import dev.signet.cli.manifest.JsonWriter;
import dev.signet.cli.manifest.Value;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * The ExecCredential objects in which credential plugins are asked and answer.
 *
 * @param cluster what a plugin is told if it wants to know
 * @param tls knows the authorities of the cluster
 */
record PluginForm(ClusterEntry cluster, TlsReader tls) {

  String question(ExecPlugin plugin, boolean interactive) throws UnusableException {
    SequencedMap<String, Value> spec = new LinkedHashMap<>();
    if (plugin.dealings().wantsCluster()) {
      spec.put("cluster", new Value.Fields(clusterFields()));
    }
    spec.put("interactive", new Value.Bool(interactive));
    SequencedMap<String, Value> root = new LinkedHashMap<>();
    root.put("kind", new Value.Text("ExecCredential"));
    root.put("apiVersion", new Value.Text(plugin.apiVersion()));
    root.put("spec", new Value.Fields(spec));
    return JsonWriter.compact(new Value.Fields(root));
  }

  private SequencedMap<String, Value> clusterFields() throws UnusableException {
    SequencedMap<String, Value> fields = new LinkedHashMap<>();
    fields.put("server", new Value.Text(cluster.server()));
    put(fields, "tls-server-name", cluster.trust().serverName());
    if (!cluster.trust().checked()) {
      fields.put("insecure-skip-tls-verify", new Value.Bool(true));
    }
    String authority = Base64.getEncoder().encodeToString(tls.authority());
    put(fields, "certificate-authority-data", authority);
    put(fields, "proxy-url", cluster.proxyUrl());
    if (!cluster.compressed()) {
      fields.put("disable-compression", new Value.Bool(true));
    }
    cluster.toldToPlugins().ifPresent(config -> fields.put("config", config));
    return fields;
  }

  private static void put(SequencedMap<String, Value> fields, String name, String text) {
    if (!text.isEmpty()) {
      fields.put(name, new Value.Text(text));
    }
  }

  /** Reads what a plugin printed. No error holds any of it: it is credentials. */
  Identity answer(ExecPlugin plugin, byte[] output) throws UnusableException {
    JsonObject root = JsonObject.read(output).orElseThrow(PluginForm::undecodable);
    String version = root.text("apiVersion");
    if (!root.text("kind").equals("ExecCredential") || version.isEmpty()) {
      throw undecodable();
    }
    if (!version.equals(plugin.apiVersion())) {
      throw new UnusableException(
          "exec plugin is configured to use API version %s, plugin returned version %s"
              .formatted(plugin.apiVersion(), version));
    }
    return identity(
        root.object("status")
            .orElseThrow(() -> new UnusableException("exec plugin didn't return a status field")));
  }

  private static UnusableException undecodable() {
    return new UnusableException("decoding stdout: the plugin printed no ExecCredential");
  }

  private static Identity identity(JsonObject status) throws UnusableException {
    String token = status.text("token");
    String certificate = status.text("clientCertificateData");
    String key = status.text("clientKeyData");
    if (token.isEmpty() && certificate.isEmpty() && key.isEmpty()) {
      throw new UnusableException("exec plugin didn't return a token or cert/key pair");
    }
    if (certificate.isEmpty() != key.isEmpty()) {
      throw new UnusableException("exec plugin returned only certificate or key, not both");
    }
    Optional<ClientKey> pair =
        certificate.isEmpty()
            ? Optional.empty()
            : Optional.of(IdentityReader.key(certificate.getBytes(UTF_8), key.getBytes(UTF_8)));
    Optional<String> authorization = IdentityReader.header("Bearer ", token);
    return new Identity(authorization, pair, expiry(status.text("expirationTimestamp")));
  }

  private static Optional<Instant> expiry(String text) throws UnusableException {
    try {
      return text.isEmpty()
          ? Optional.empty()
          : Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException e) {
      throw new UnusableException("decoding stdout: expirationTimestamp is no time");
    }
  }
}
