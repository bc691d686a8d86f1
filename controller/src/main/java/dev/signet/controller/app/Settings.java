package dev.signet.controller.app;

import dev.signet.controller.keys.KeyOrder;
import dev.signet.controller.keys.KeyPlace;
import dev.signet.controller.keys.KeySettings;
import dev.signet.controller.keys.RenewalRules;
import dev.signet.controller.kube.ClientSettings;
import dev.signet.controller.kube.Outcome;
import dev.signet.controller.kube.Reach;
import dev.signet.controller.options.Options;
import dev.signet.controller.options.Options.KeyOptions;
import dev.signet.controller.options.Options.Namespaces;
import dev.signet.controller.options.Options.NewKeys;
import dev.signet.controller.options.Options.Switch;
import dev.signet.controller.reconcile.Rules;
import dev.signet.controller.reconcile.Rules.Rule;
import dev.signet.crypto.KeySpec;
import dev.signet.crypto.RandomSource;
import dev.signet.crypto.SealingKey;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** What the options mean to each part. */
final class Settings {
  /** How long the keys may be out of date where nothing tells of changes. */
  private static final Duration LOOKS_IF_NOT_WATCHED = Duration.ofSeconds(5);

  private static final Duration LOOKS_IF_WATCHED = Duration.ofMinutes(1);

  private final Options options;
  private final String namespace;

  Settings(Options options, String namespace) {
    this.options = options;
    this.namespace = namespace;
  }

  ClientSettings client() {
    ClientSettings usual = ClientSettings.usual("signet-controller/" + Version.text());
    return options
        .limits()
        .api()
        .map(limit -> new ClientSettings.Limit(limit.perSecond(), atOnce(limit.burst())))
        .map(usual::with)
        .orElse(usual);
  }

  private static int atOnce(long burst) {
    return (int) Math.min(burst, Integer.MAX_VALUE);
  }

  Reach reach() {
    return switch (options.watched().namespaces()) {
      case Namespaces.All() -> new Reach.Everywhere();
      case Namespaces.Own() -> new Reach.Namespaces(List.of(namespace));
      case Namespaces.OwnAnd(List<String> others) -> {
        List<String> names = new ArrayList<>(others);
        names.add(namespace);
        yield new Reach.Namespaces(names);
      }
    };
  }

  boolean watchesSecrets() {
    return !options.is(Switch.SKIP_RECREATE);
  }

  Rules rules() {
    Set<Rule> on = EnumSet.noneOf(Rule.class);
    for (Rule rule : Rule.values()) {
      Switch which =
          switch (rule) {
            case ACCEPT_DEPRECATED_DATA -> Switch.ACCEPT_DEPRECATED_DATA;
            case UPDATE_STATUS -> Switch.UPDATE_STATUS;
            case DELETE_SECRETS_OF_DELETED -> Switch.DELETE_SECRETS_OF_DELETED;
          };
      if (options.is(which)) {
        on.add(rule);
      }
    }
    return new Rules(on, options.limits().maxUnsealRetries(), options.limits().templates());
  }

  KeyPlace keyPlace() {
    NewKeys newKeys = options.keys().newKeys();
    return new KeyPlace(
        namespace, newKeys.prefix(), newKeys.marks().labels(), newKeys.marks().annotations());
  }

  KeySettings keys(Clock clock, RandomSource random, Supplier<Outcome<String>> account) {
    KeyOptions keys = options.keys();
    NewKeys newKeys = keys.newKeys();
    KeySpec spec = new KeySpec(newKeys.bits(), newKeys.validity(), newKeys.commonName());
    KeyOrder order =
        switch (keys.order()) {
          case CERTIFICATE_NOT_BEFORE -> KeyOrder.CERTIFICATE_NOT_BEFORE;
          case SECRET_CREATION -> KeyOrder.SECRET_CREATION;
        };
    return new KeySettings(
        order,
        new RenewalRules(keys.renewPeriod(), keys.cutoff()),
        () -> SealingKey.generate(spec, clock, random),
        account,
        watchesSecrets() ? LOOKS_IF_WATCHED : LOOKS_IF_NOT_WATCHED);
  }
}
