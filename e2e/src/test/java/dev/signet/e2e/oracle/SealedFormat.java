package dev.signet.e2e.oracle;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.spec.MGF1ParameterSpec;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import javax.crypto.spec.SecretKeySpec;

/** The length of the RSA part in two bytes, the session key by RSA-OAEP, the value by AES-GCM. */
public final class SealedFormat {
  private static final SecureRandom RANDOM = new SecureRandom();

  private SealedFormat() {}

  public static byte[] seal(PublicKey key, String label, byte[] value) {
    byte[] session = new byte[32];
    RANDOM.nextBytes(session);
    try {
      byte[] wrapped = oaep(Cipher.ENCRYPT_MODE, key, label).doFinal(session);
      byte[] hidden = gcm(Cipher.ENCRYPT_MODE, session).doFinal(value);
      return ByteBuffer.allocate(2 + wrapped.length + hidden.length)
          .putShort((short) wrapped.length)
          .put(wrapped)
          .put(hidden)
          .array();
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("this key does not seal", e);
    }
  }

  /** Nothing if this key and label do not open it. */
  public static Optional<byte[]> open(PrivateKey key, String label, byte[] sealed) {
    ByteBuffer buffer = ByteBuffer.wrap(sealed);
    if (buffer.remaining() < 2) {
      return Optional.empty();
    }
    byte[] wrapped = new byte[Short.toUnsignedInt(buffer.getShort())];
    if (buffer.remaining() < wrapped.length) {
      return Optional.empty();
    }
    buffer.get(wrapped);
    byte[] hidden = new byte[buffer.remaining()];
    buffer.get(hidden);
    try {
      byte[] session = oaep(Cipher.DECRYPT_MODE, key, label).doFinal(wrapped);
      return session.length == 0
          ? Optional.empty()
          : Optional.of(gcm(Cipher.DECRYPT_MODE, session).doFinal(hidden));
    } catch (GeneralSecurityException e) {
      return Optional.empty();
    }
  }

  private static Cipher oaep(int mode, Key key, String label) throws GeneralSecurityException {
    PSource source = new PSource.PSpecified(label.getBytes(UTF_8));
    OAEPParameterSpec spec =
        new OAEPParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, source);
    Cipher cipher = Cipher.getInstance("RSA/ECB/OAEPPadding");
    cipher.init(mode, key, spec);
    return cipher;
  }

  /** A nonce of zeros is safe here alone: no session key is ever used twice. */
  private static Cipher gcm(int mode, byte[] session) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, new SecretKeySpec(session, "AES"), new GCMParameterSpec(128, new byte[12]));
    return cipher;
  }
}
