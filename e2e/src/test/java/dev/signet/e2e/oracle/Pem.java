package dev.signet.e2e.oracle;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.HexFormat;

/** Keys as their Secrets hold them. */
public final class Pem {
  /** Version 0 and the algorithm rsaEncryption without parameters (RFC 5208, section 5). */
  private static final byte[] RSA = HexFormat.of().parseHex("020100300d06092a864886f70d0101010500");

  private Pem() {}

  /** From the private key: the JDK reads no certificate without a name, as the controller's are. */
  public static PublicKey publicKey(String privateKey) {
    RSAPrivateCrtKey key = (RSAPrivateCrtKey) privateKey(privateKey);
    try {
      return KeyFactory.getInstance("RSA")
          .generatePublic(new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent()));
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("no RSA key", e);
    }
  }

  /** {@code RSA PRIVATE KEY}, PKCS#1, which the JDK reads only inside PKCS#8. */
  public static PrivateKey privateKey(String pem) {
    String base64 = pem.replaceAll("-----[^-]*-----", "").replaceAll("\\s", "");
    byte[] pkcs1 = Base64.getDecoder().decode(base64);
    byte[] pkcs8 = der(0x30, RSA, der(0x04, pkcs1, new byte[0]));
    try {
      return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("not a PKCS#1 key", e);
    }
  }

  /** One value whose length needs two bytes, as those of keys of at least 2048 bits do. */
  private static byte[] der(int tag, byte[] first, byte[] second) {
    int length = first.length + second.length;
    return ByteBuffer.allocate(4 + length)
        .put((byte) tag)
        .put((byte) 0x82)
        .putShort((short) length)
        .put(first)
        .put(second)
        .array();
  }
}
