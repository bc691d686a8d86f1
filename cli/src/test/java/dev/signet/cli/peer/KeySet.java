package dev.signet.cli.peer;

import dev.signet.cli.vectors.TestKeys;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** The throw-away keys beside the recorded cases, and what they say of a sealed value. */
final class KeySet {
  private static final int SHORT = 200;

  private final TestKeys keys;
  private final boolean opens;

  private KeySet(TestKeys keys, boolean opens) {
    this.keys = keys;
    this.opens = opens;
  }

  static KeySet load() {
    return new KeySet(new TestKeys(), true);
  }

  /** The same keys, with which nothing is opened: outputs stay as they are. */
  KeySet blind() {
    return new KeySet(keys, false);
  }

  /** Names of RSA keys that have a certificate and both private forms. */
  List<String> rsa() {
    return List.of("rsa1024", "rsa2048-a", "rsa2048-b", "rsa3072", "rsa4096");
  }

  /**
   * A PEM text.
   *
   * @param form such as {@code crt} or {@code pkcs1}
   */
  String text(String key, String form) {
    return keys.text(key + "." + form);
  }

  OtherHand hand(String key) {
    return OtherHand.of(text(key, "pkcs8"));
  }

  /** Label, by its hash, and plaintext, if a key of the set opens the value. */
  Optional<String> open(byte[] sealed) {
    return opens ? keys.open(sealed).map(KeySet::placeholder) : Optional.empty();
  }

  /** A word that needs no quotes in YAML. */
  private static String placeholder(TestKeys.Found found) {
    byte[] plaintext = found.opened().plaintext();
    String label = HexFormat.of().formatHex(found.opened().labelHash(), 0, 6);
    String shown =
        plaintext.length < SHORT
            ? Base64.getUrlEncoder().withoutPadding().encodeToString(plaintext)
            : sha256(plaintext);
    return "sealed-" + found.key() + "-" + label + "-" + shown;
  }

  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
