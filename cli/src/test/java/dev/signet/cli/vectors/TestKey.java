package dev.signet.cli.vectors;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Opens sealed values with nothing but the JDK, without being told their label: another reading of
 * the format than the one under test.
 */
public record TestKey(String name, RSAPrivateCrtKey key) {
  private static final int HASH = 32;

  /** What is in a value: the hash of its label, and its plaintext. */
  @SuppressWarnings("ArrayRecordComponent") // a test's own bytes
  public record Opened(byte[] labelHash, byte[] plaintext) {}

  static TestKey read(String name, String pkcs8) {
    String base64 = pkcs8.replaceAll("-----[A-Z ]+-----|\\s", "");
    try {
      var spec = new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64));
      return new TestKey(
          name, (RSAPrivateCrtKey) KeyFactory.getInstance("RSA").generatePrivate(spec));
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private int size() {
    return (key.getModulus().bitLength() + 7) / 8;
  }

  Optional<Opened> open(byte[] sealed) {
    int size = size();
    if (sealed.length < 2 + size + 16 || (((sealed[0] & 0xff) << 8) | (sealed[1] & 0xff)) != size) {
      return Optional.empty();
    }
    byte[] block = decrypt(Arrays.copyOfRange(sealed, 2, 2 + size));
    if (block.length != size || block[0] != 0) {
      return Optional.empty();
    }
    byte[] maskedSeed = Arrays.copyOfRange(block, 1, 1 + HASH);
    byte[] maskedRest = Arrays.copyOfRange(block, 1 + HASH, size);
    byte[] seed = xor(maskedSeed, mask(maskedRest, HASH));
    byte[] rest = xor(maskedRest, mask(seed, maskedRest.length));
    int one = HASH;
    while (one < rest.length && rest[one] == 0) {
      one++;
    }
    if (rest.length - one != 1 + HASH || rest[one] != 1) {
      return Optional.empty();
    }
    byte[] sessionKey = Arrays.copyOfRange(rest, one + 1, rest.length);
    return plaintext(sessionKey, Arrays.copyOfRange(sealed, 2 + size, sealed.length))
        .map(plaintext -> new Opened(Arrays.copyOf(rest, HASH), plaintext));
  }

  private byte[] decrypt(byte[] block) {
    BigInteger value = new BigInteger(1, block);
    if (value.compareTo(key.getModulus()) >= 0) {
      return new byte[0];
    }
    byte[] number = value.modPow(key.getPrivateExponent(), key.getModulus()).toByteArray();
    byte[] padded = new byte[size()];
    int from = Math.max(0, number.length - padded.length);
    int length = number.length - from;
    System.arraycopy(number, from, padded, padded.length - length, length);
    return padded;
  }

  private static Optional<byte[]> plaintext(byte[] sessionKey, byte[] encrypted) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(
          Cipher.DECRYPT_MODE,
          new SecretKeySpec(sessionKey, "AES"),
          new GCMParameterSpec(128, new byte[12]));
      return Optional.of(cipher.doFinal(encrypted));
    } catch (AEADBadTagException e) {
      return Optional.empty();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] mask(byte[] seed, int length) {
    byte[] mask = new byte[length];
    for (int block = 0; block * HASH < length; block++) {
      MessageDigest sha256 = sha256();
      sha256.update(seed);
      sha256.update(new byte[] {0, 0, (byte) (block >> 8), (byte) block});
      byte[] hash = sha256.digest();
      System.arraycopy(hash, 0, mask, block * HASH, Math.min(HASH, length - block * HASH));
    }
    return mask;
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] xor(byte[] a, byte[] b) {
    byte[] xor = new byte[a.length];
    for (int i = 0; i < a.length; i++) {
      xor[i] = (byte) (a[i] ^ b[i]);
    }
    return xor;
  }
}
