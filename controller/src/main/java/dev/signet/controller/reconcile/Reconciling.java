package dev.signet.controller.reconcile;

import dev.signet.controller.kube.ObjectKey;
import dev.signet.controller.queue.Handler;
import dev.signet.controller.queue.WorkQueue;
import dev.signet.controller.reconcile.Rules.Rule;
import dev.signet.crypto.KeyRing;
import dev.signet.crypto.Plaintext;
import dev.signet.template.RenderedData;
import dev.signet.template.limit.Limits;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Puts the parts of this package together. */
public final class Reconciling {
  private static final int MEMORY_KEY_BYTES = 32;

  /** A usual one takes a turn of milliseconds. */
  private static final Duration PATIENCE_FOR_TEMPLATES = Duration.ofMillis(500);

  private final WorkQueue<ObjectKey> queue;
  private final Rules rules;
  private final Tools tools;
  private final Memory memory;

  public Reconciling(WorkQueue<ObjectKey> queue, Rules rules, Tools tools) {
    byte[] key = new byte[MEMORY_KEY_BYTES];
    tools.random().fill(key);
    this.queue = queue;
    this.rules = rules;
    this.tools = tools;
    this.memory = new Memory(key);
  }

  /** Renders a template as everybody writes them, so that the first real one finds all loaded. */
  public static void rehearse() throws InterruptedException {
    Map<String, Plaintext> items =
        Map.of("user", Plaintext.of(new byte[] {'u'}), "password", Plaintext.of(new byte[] {'p'}));
    RenderedData rendered =
        new Templates(1, PATIENCE_FOR_TEMPLATES, Limits.standard())
            .render(
                Map.of(
                    ".dockerconfigjson",
                    """
                    {{- $auth := printf "%s:%s" .user .password | b64enc }}
                    {"auths": {"registry": {"username": {{ .user | toJson }}, "auth": "{{ $auth }}"}}}
                    """,
                    "config.yaml",
                    """
                    {{- with .user }}user: {{ . | quote }}{{ else }}none{{ end }}
                    {{ range $i, $host := list "a" "b" }}{{ if gt $i 0 }},{{ end }}{{ $host | upper }}{{ end }}
                    {{ .missing | default "x" | trim | indent 2 }}
                    {{ .user.field }}
                    """),
                items);
    Templates.cause(rendered.faults());
  }

  /** To be told of all changes before anything is handled. */
  public Wakes wakes() {
    return new Wakes(queue, memory, tools.counts());
  }

  /**
   * The handler for the queue's workers.
   *
   * @param processors how many items may be opened at a time
   */
  public Handler<ObjectKey> handler(Cluster cluster, Supplier<KeyRing> keys, int processors) {
    DeprecatedData deprecatedData =
        rules.has(Rule.ACCEPT_DEPRECATED_DATA)
            ? DeprecatedData.accepted()
            : DeprecatedData.refused();
    Unsealer unsealer =
        new Unsealer(
            deprecatedData,
            new Turns(processors),
            new Templates(
                Templates.atOnce(processors, Runtime.getRuntime().maxMemory(), rules.templates()),
                PATIENCE_FOR_TEMPLATES,
                rules.templates()));
    return handler(cluster, keys, unsealer);
  }

  Handler<ObjectKey> handler(Cluster cluster, Supplier<KeyRing> keys, Unsealer unsealer) {
    return new Reconciler(
        cluster,
        new Opening(keys, unsealer, new Postponements(this::randomLong), tools.clock()),
        new SecretWriter(cluster.secrets(), cluster::hasNoSecret),
        new Books(cluster, memory, tools.clock()),
        report(cluster));
  }

  private long randomLong() {
    byte[] bytes = new byte[Long.BYTES];
    tools.random().fill(bytes);
    return ByteBuffer.wrap(bytes).getLong();
  }

  private Report report(Cluster cluster) {
    return new Report(
        rules.has(Rule.UPDATE_STATUS)
            ? Optional.of(new StatusKeeper(cluster, tools.clock()))
            : Optional.empty(),
        rules.has(Rule.DELETE_SECRETS_OF_DELETED)
            ? Optional.of(new Departed(cluster.sealedSecrets(), cluster.secrets(), tools.log()))
            : Optional.empty(),
        new Patience(queue::failures, rules.passingFailures()),
        tools);
  }
}
