package dev.signet.cli.cluster;

import dev.signet.cli.cluster.OwnKey.ClientKey;
import java.time.Instant;
import java.util.Optional;

/**
 * What proves to the API server who asks.
 *
 * @param authorization value of the header
 * @param key for TLS
 * @param expiry when it has to be asked for again, if it was lent
 */
record Identity(Optional<String> authorization, Optional<ClientKey> key, Optional<Instant> expiry) {
  static final Identity NOBODY = new Identity(Optional.empty(), Optional.empty(), Optional.empty());

  static Identity bearer(String token, Optional<ClientKey> key) {
    return new Identity(Optional.of("Bearer " + token), key, Optional.empty());
  }

  boolean isExpired(Instant now) {
    return expiry.filter(now::isAfter).isPresent();
  }

  @Override
  public String toString() {
    return "Identity[redacted]";
  }
}
