package dev.signet.controller.options;

import dev.signet.controller.log.Level;
import dev.signet.controller.log.Log;
import dev.signet.template.limit.Limits;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the controller was told, checked. */
public record Options(
    Set<Switch> on, KeyOptions keys, Watched watched, ServerOptions servers, LimitOptions limits) {

  /** What is on or off. */
  public enum Switch {
    ACCEPT_DEPRECATED_DATA,
    LOG_INFO_TO_STDOUT,
    OMIT_METRICS_THAT_NAME_OBJECTS,
    DELETE_SECRETS_OF_DELETED,
    SKIP_RECREATE,
    UPDATE_STATUS
  }

  public Options {
    on = Set.copyOf(on);
  }

  public boolean is(Switch which) {
    return on.contains(which);
  }

  /**
   * When keys are made, and which one is served.
   *
   * @param renewPeriod age of the latest key at which the next is made; zero: never
   * @param cutoff at start, a latest key older than this is renewed
   */
  public record KeyOptions(
      NewKeys newKeys, Duration renewPeriod, KeyOrder order, Optional<Instant> cutoff) {}

  /**
   * What a new key is like.
   *
   * @param prefix of the names of key Secrets, and the whole name of the one from before labels
   * @param commonName of the certificate; empty: none
   */
  public record NewKeys(
      String prefix, int bits, Duration validity, String commonName, Marks marks) {}

  /** What is put on new key Secrets beside the label that makes them keys. */
  public record Marks(Map<String, String> labels, Map<String, String> annotations) {
    public Marks {
      labels = Map.copyOf(labels);
      annotations = Map.copyOf(annotations);
    }
  }

  /** By what time the latest key is found. */
  public enum KeyOrder {
    CERTIFICATE_NOT_BEFORE,
    SECRET_CREATION
  }

  /**
   * Which SealedSecrets are handled.
   *
   * @param labelSelector of SealedSecrets, as the API server takes it; empty: all
   */
  public record Watched(Namespaces namespaces, String labelSelector) {}

  /** Where SealedSecrets are handled. */
  public sealed interface Namespaces {
    record All() implements Namespaces {}

    record Own() implements Namespaces {}

    /** Without repeats, in the order given; the own namespace may be among them. */
    record OwnAnd(List<String> others) implements Namespaces {
      public OwnAnd {
        others = List.copyOf(others);
      }
    }
  }

  /**
   * The two HTTP servers, and the log.
   *
   * @param readTimeout zero or less: none
   * @param writeTimeout zero or less: none
   */
  public record ServerOptions(
      String listen,
      String listenMetrics,
      Duration readTimeout,
      Duration writeTimeout,
      LogOptions log) {}

  /** The log: what matters less than the level is not written. */
  public record LogOptions(Level level, Log.Format format) {}

  /**
   * How much of something there may be.
   *
   * @param rate of verify and of rotate, a second
   * @param burst above the rate
   * @param maxUnsealRetries failures after the first until an object counts as failing
   * @param api limit of calls to the API server, if one was asked for
   * @param templates what the templates of one object may use
   */
  public record LimitOptions(
      long rate, long burst, long maxUnsealRetries, Optional<ApiLimit> api, Limits templates) {}

  public record ApiLimit(double perSecond, long burst) {}
}
