package dev.signet.template.crypto;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * AES-256 in CBC mode under a password, in base64. The password is the key, cut or filled with
 * zeros, and nothing is authenticated: it is what Sprig does, and no more than that.
 */
public final class Aes {
  private static final int KEY_BYTES = 32;
  private static final int BLOCK = 16;

  private Aes() {}

  public static String encrypt(String password, String plaintext, RandomGenerator random) {
    if (plaintext.isEmpty()) {
      return "";
    }
    byte[] plain = plaintext.getBytes(ISO_8859_1);
    int padding = BLOCK - plain.length % BLOCK;
    byte[] padded = Arrays.copyOf(plain, plain.length + padding);
    Arrays.fill(padded, plain.length, padded.length, (byte) padding);
    byte[] iv = new byte[BLOCK];
    random.nextBytes(iv);
    byte[] all = Arrays.copyOf(iv, BLOCK + padded.length);
    byte[] encrypted = run(Cipher.ENCRYPT_MODE, password, iv, padded);
    System.arraycopy(encrypted, 0, all, BLOCK, encrypted.length);
    return Base64Text.encode(all);
  }

  /** Of the padding only the last octet is looked at. */
  public static String decrypt(String password, String text) throws UnusableException {
    if (text.isEmpty()) {
      return "";
    }
    byte[] all = Base64Text.decode(text);
    if (all.length <= BLOCK || all.length % BLOCK != 0) {
      throw new UnusableException("crypto/cipher: input not full blocks");
    }
    byte[] iv = Arrays.copyOf(all, BLOCK);
    byte[] padded =
        run(Cipher.DECRYPT_MODE, password, iv, Arrays.copyOfRange(all, BLOCK, all.length));
    int padding = padded[padded.length - 1] & 0xff;
    if (padding > padded.length) {
      throw new UnusableException("slice bounds out of range");
    }
    return new String(padded, 0, padded.length - padding, ISO_8859_1);
  }

  private static byte[] run(int mode, String password, byte[] iv, byte[] bytes) {
    byte[] key = Arrays.copyOf(password.getBytes(ISO_8859_1), KEY_BYTES);
    try {
      Cipher cipher = Cipher.getInstance("AES/CBC/NoPadding");
      cipher.init(mode, new SecretKeySpec(key, "AES"), new IvParameterSpec(iv));
      return cipher.doFinal(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has AES in CBC mode", e);
    }
  }
}
