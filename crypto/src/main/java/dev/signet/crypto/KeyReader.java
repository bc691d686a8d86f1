package dev.signet.crypto;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.RSAPrivateKey;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.jspecify.annotations.Nullable;

/** Reads private keys out of PEM: PKCS#1, PKCS#8, and SEC1 to say that it is of no use. */
final class KeyReader {
  private KeyReader() {}

  /** Every RSA key of the file; a fault only if there is none. */
  static KeyReading readAll(byte[] file) {
    String text = PemFile.text(file);
    List<SealingKey> keys = new ArrayList<>();
    List<KeyReading> readings = readBlocks(text);
    for (KeyReading reading : readings) {
      if (reading instanceof KeyReading.Read(List<SealingKey> one)) {
        keys.addAll(one);
      }
    }
    return keys.isEmpty() ? firstOf(readings, file, text) : new KeyReading.Read(keys);
  }

  /**
   * The first private key of the file that is neither damaged nor encrypted. It decides, even if it
   * is of the wrong kind and a good one follows: the upstream controller does so, and a key Secret
   * must not hold one key for it and another for us.
   */
  static KeyReading readFirst(byte[] file) {
    String text = PemFile.text(file);
    List<KeyReading> readings = readBlocks(text);
    for (KeyReading reading : readings) {
      if (reading instanceof KeyReading.Read || reading instanceof KeyReading.NotRsa) {
        return reading;
      }
    }
    return firstOf(readings, file, text);
  }

  private static KeyReading firstOf(List<KeyReading> readings, byte[] file, String text) {
    return readings.isEmpty()
        ? new KeyReading.NoKey(FileLook.withoutKey(file, text))
        : readings.getFirst();
  }

  private static List<KeyReading> readBlocks(String text) {
    List<KeyReading> readings = new ArrayList<>();
    for (PemFile.Block block : PemFile.blocks(text)) {
      KeyReading reading = read(block);
      if (reading != null) {
        readings.add(reading);
      }
    }
    return readings;
  }

  /** Null for a block of another kind. */
  private static @Nullable KeyReading read(PemFile.Block block) {
    byte[] der = block.content().toArray();
    try {
      return switch (block.type()) {
        case "ENCRYPTED PRIVATE KEY" -> new KeyReading.Encrypted();
        case "PRIVATE KEY" -> fromPkcs8(PrivateKeyInfo.getInstance(der));
        case "RSA PRIVATE KEY", "EC PRIVATE KEY" ->
            isEncrypted(block) ? new KeyReading.Encrypted() : fromTraditional(block.type(), der);
        default -> null;
      };
    } catch (IOException | IllegalArgumentException | IllegalStateException e) {
      return new KeyReading.Unusable("its block %s is damaged".formatted(block.type()));
    }
  }

  /** RFC 1421, section 4.6.1.1, in the form that OpenSSL gave it. */
  private static boolean isEncrypted(PemFile.Block block) {
    return block.headers().getOrDefault("Proc-Type", "").endsWith(",ENCRYPTED");
  }

  private static KeyReading fromTraditional(String type, byte[] der) {
    if (type.startsWith("EC")) {
      ECPrivateKey _ = ECPrivateKey.getInstance(der);
      return new KeyReading.NotRsa(KeyAlgorithm.ECDSA);
    }
    return fromPkcs1(RSAPrivateKey.getInstance(der));
  }

  private static KeyReading fromPkcs8(PrivateKeyInfo info) throws IOException {
    if (!info.getPrivateKeyAlgorithm().getAlgorithm().equals(PKCSObjectIdentifiers.rsaEncryption)) {
      return new KeyReading.NotRsa(KeyAlgorithm.nameOf(info.getPrivateKeyAlgorithm()));
    }
    return fromPkcs1(RSAPrivateKey.getInstance(info.parsePrivateKey()));
  }

  private static KeyReading fromPkcs1(RSAPrivateKey numbers) {
    String objection = RsaNumbers.objection(numbers);
    return objection == null
        ? new KeyReading.Read(List.of(SealingKey.of(numbers, null)))
        : new KeyReading.Unusable(objection);
  }
}
