package dev.signet.controller.kube.watch;

import dev.signet.controller.kube.ApiServer;
import dev.signet.controller.kube.Reach;
import dev.signet.controller.kube.Resource;
import dev.signet.controller.kube.SecretRecord;
import dev.signet.controller.kube.watch.Source.Form;
import dev.signet.controller.kube.watch.Source.Selection;
import dev.signet.controller.log.Log;
import dev.signet.crds.SealedSecret;
import java.util.List;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import tools.jackson.databind.node.ObjectNode;

/** Makes informers; none begins before it is told to. */
public final class Informers {
  private static final int LISTS_AT_ONCE = 8;

  private final ApiServer server;
  private final WatchTiming timing;
  private final RandomGenerator random;
  private final Log log;
  private final ListTurns turns = new ListTurns(LISTS_AT_ONCE);

  public Informers(ApiServer server, WatchTiming timing, RandomGenerator random, Log log) {
    this.server = server;
    this.timing = timing;
    this.random = random;
    this.log = log;
  }

  /**
   * SealedSecrets in full.
   *
   * @param labelSelector empty for all
   */
  public Informer<SealedSecret> sealedSecrets(
      Reach reach, String labelSelector, Listener<SealedSecret> listener) {
    Selection selection = new Selection(labelSelector, "", Form.FULL);
    return informer(
        new Source<>(Resource.SEALED_SECRETS, selection, SealedSecret::of), reach, listener);
  }

  /** All Secrets, of which metadata alone is asked for and little of that is kept. */
  public Informer<SecretRecord> secretRecords(Reach reach, Listener<SecretRecord> listener) {
    Selection selection = new Selection("", "", Form.METADATA);
    return informer(new Source<>(Resource.SECRETS, selection, SecretRecord::of), reach, listener);
  }

  /** Secrets of one namespace in full, those with a label: keys. */
  public Informer<ObjectNode> labelledSecrets(
      String namespace, String labelSelector, Listener<ObjectNode> listener) {
    return secrets(namespace, new Selection(labelSelector, "", Form.FULL), listener);
  }

  /** The one Secret of this name in full, while there is one. */
  public Informer<ObjectNode> namedSecret(
      String namespace, String name, Listener<ObjectNode> listener) {
    return secrets(namespace, new Selection("", "metadata.name=" + name, Form.FULL), listener);
  }

  private Informer<ObjectNode> secrets(
      String namespace, Selection selection, Listener<ObjectNode> listener) {
    Reach reach = new Reach.Namespaces(List.of(namespace));
    return informer(
        new Source<>(Resource.SECRETS, selection, Function.identity()), reach, listener);
  }

  private <T> Informer<T> informer(Source<T> source, Reach reach, Listener<T> listener) {
    var shared = new Reflector.Shared<>(server, source, timing, turns, random);
    return new ReflectorGroup<>(
        reach, namespace -> new Reflector<>(shared, namespace, listener, log));
  }
}
