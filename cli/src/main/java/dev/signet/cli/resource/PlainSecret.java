package dev.signet.cli.resource;

import dev.signet.crypto.Plaintext;
import java.util.Collections;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A Secret to be sealed.
 *
 * @param origin where in the input it stands, for a person
 * @param items by key; a value of stringData has taken the place of one of data
 * @param immutable null if the input does not say
 */
public record PlainSecret(
    String origin,
    Metadata metadata,
    SequencedMap<String, Plaintext> items,
    String type,
    @Nullable Boolean immutable) {
  public PlainSecret {
    items = Collections.unmodifiableSequencedMap(new TreeMap<>(items));
  }

  public PlainSecret with(Metadata other) {
    return new PlainSecret(origin, other, items, type, immutable);
  }
}
