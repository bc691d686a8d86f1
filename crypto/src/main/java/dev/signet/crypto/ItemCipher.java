package dev.signet.crypto;

import java.util.Optional;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.modes.GCMModeCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;

/**
 * AES-256-GCM as the sealed format uses it: a nonce of zeros, no associated data, a tag of 16
 * bytes.
 *
 * <p>The zero nonce is safe for one reason only: a session key seals one item and is never used
 * again. A second item under the same key would give away both, and the key of the tag.
 *
 * <p>On timing: Bouncy Castle looks up tables by secret bytes, which somebody who shares a
 * processor's caches could see. He would have to see it in the one pass that there is for a key.
 */
final class ItemCipher {
  private static final int TAG_BITS = 128;
  private static final int NONCE_LENGTH = 12;

  private ItemCipher() {}

  /** The item with its tag behind it. */
  static byte[] encrypt(byte[] sessionKey, byte[] item) {
    try {
      return run(true, sessionKey, item);
    } catch (InvalidCipherTextException e) {
      throw new IllegalStateException("encryption has nothing to verify", e);
    }
  }

  /** The item, or nothing if the tag is not that of this key and these bytes. */
  static Optional<Plaintext> decrypt(byte[] sessionKey, byte[] itemAndTag) {
    try {
      return Optional.of(Plaintext.of(run(false, sessionKey, itemAndTag)));
    } catch (InvalidCipherTextException e) {
      return Optional.empty();
    }
  }

  private static byte[] run(boolean encrypt, byte[] key, byte[] input)
      throws InvalidCipherTextException {
    GCMModeCipher gcm = GCMBlockCipher.newInstance(AESEngine.newInstance());
    gcm.init(encrypt, new AEADParameters(new KeyParameter(key), TAG_BITS, new byte[NONCE_LENGTH]));
    byte[] output = new byte[gcm.getOutputSize(input.length)];
    int written = gcm.processBytes(input, 0, input.length, output, 0);
    gcm.doFinal(output, written);
    return output;
  }
}
