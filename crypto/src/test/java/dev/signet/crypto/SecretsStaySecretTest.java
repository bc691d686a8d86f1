package dev.signet.crypto;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Values that hold a secret can be printed, and nobody can change them from outside. */
final class SecretsStaySecretTest {
  @Test
  void a_plaintext_prints_none_of_it() {
    Plaintext plaintext = Plaintext.of("hunter2".getBytes(UTF_8));
    assertEquals("Plaintext[redacted]", plaintext.toString());
    Opened opened = new Opened(plaintext, new Fingerprint("SHA256:x"));
    assertEquals("Opened[plaintext=Plaintext[redacted], key=SHA256:x]", opened.toString());
  }

  @Test
  void a_key_prints_its_fingerprint_alone() {
    SealingKey key = Vectors.key("rsa1024");
    assertEquals("SealingKey[" + key.fingerprint().text() + "]", key.toString());
    String pem = new String(key.privateKeyPem(), US_ASCII);
    String reading = new KeyReading.Read(List.of(key)).toString();
    assertFalse(reading.contains(pem.lines().toList().get(2)));
    assertEquals("Read[all=[" + key + "]]", reading);
  }

  @Test
  void bytes_are_copied_in_and_out_and_compared_by_content() {
    byte[] content = {1, 2, 3};
    Bytes bytes = Bytes.of(content);
    Plaintext plaintext = Plaintext.of(content);
    content[0] = 9;
    Arrays.fill(bytes.toArray(), (byte) 9);
    Arrays.fill(plaintext.reveal(), (byte) 9);

    assertArrayEquals(new byte[] {1, 2, 3}, bytes.toArray());
    assertEquals(Bytes.of(new byte[] {1, 2, 3}), bytes);
    assertEquals(Bytes.of(new byte[] {1, 2, 3}).hashCode(), bytes.hashCode());
    assertNotEquals(Bytes.of(content), bytes);
    assertEquals(3, bytes.size());
    assertEquals("Bytes[3]", bytes.toString());

    assertArrayEquals(new byte[] {1, 2, 3}, plaintext.reveal());
    assertEquals(Plaintext.of(new byte[] {1, 2, 3}), plaintext);
    assertEquals(Plaintext.of(content).hashCode(), plaintext.hashCode());
    assertNotEquals(Plaintext.of(content), plaintext);
    assertEquals(3, plaintext.size());
  }
}
