package dev.signet.cli.peer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.SecureRandom;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import javax.crypto.spec.SecretKeySpec;

/**
 * The sealed format once more, on the JDK's own ciphers: it shares no line with the code under
 * test. It opens without being told the label, and says which one it was by its hash.
 */
record OtherHand(RSAPrivateCrtKey key) {
  static OtherHand of(String pkcs8) {
    try {
      byte[] der = Base64.getMimeDecoder().decode(pkcs8.replaceAll("-----.*-----", ""));
      KeyFactory factory = KeyFactory.getInstance("RSA");
      return new OtherHand(
          (RSAPrivateCrtKey) factory.generatePrivate(new PKCS8EncodedKeySpec(der)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  String seal(String label, byte[] plaintext) {
    byte[] session = new byte[32];
    new SecureRandom().nextBytes(session);
    try {
      var oaep =
          new OAEPParameterSpec(
              "SHA-256",
              "MGF1",
              MGF1ParameterSpec.SHA256,
              new PSource.PSpecified(label.getBytes(UTF_8)));
      var numbers = new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent());
      Cipher rsa = Cipher.getInstance("RSA/ECB/OAEPPadding");
      rsa.init(Cipher.ENCRYPT_MODE, KeyFactory.getInstance("RSA").generatePublic(numbers), oaep);
      byte[] block = rsa.doFinal(session);
      Cipher aes = Cipher.getInstance("AES/GCM/NoPadding");
      aes.init(
          Cipher.ENCRYPT_MODE,
          new SecretKeySpec(session, "AES"),
          new GCMParameterSpec(128, new byte[12]));
      byte[] item = aes.doFinal(plaintext);
      ByteBuffer sealed = ByteBuffer.allocate(2 + block.length + item.length);
      sealed.putShort((short) block.length).put(block).put(item);
      return Base64.getEncoder().encodeToString(sealed.array());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
