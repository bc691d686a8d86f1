package dev.signet.crypto;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.pkcs.RSAPrivateKey;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Keys that are well-formed ASN.1 and would still open nothing, or worse, leak themselves. */
@Tag("C-55")
final class RsaNumbersTest {
  private final RSAPrivateKey good = Vectors.numbers("rsa1024");

  /** Each number of the key in turn is off: by a bit, by its sign, to zero, out of range. */
  @Test
  void numbers_that_do_not_belong_together_are_refused() throws IOException {
    List<UnaryOperator<BigInteger>> changes =
        List.of(
            number -> number.flipBit(1),
            BigInteger::negate,
            _ -> BigInteger.ZERO,
            number -> number.add(good.getModulus().shiftLeft(8)));
    for (int at = 0; at < 8; at++) {
      for (UnaryOperator<BigInteger> change : changes) {
        BigInteger[] numbers = numbers();
        numbers[at] = change.apply(numbers[at]);
        assertInstanceOf(KeyReading.Unusable.class, read(numbers), "number " + at);
      }
    }
    assertInstanceOf(KeyReading.Read.class, read(numbers()));
  }

  @Test
  void a_private_exponent_that_is_right_for_one_prime_alone_is_refused() throws IOException {
    for (BigInteger prime : List.of(good.getPrime1(), good.getPrime2())) {
      BigInteger[] numbers = numbers();
      numbers[2] = numbers[2].mod(prime.subtract(BigInteger.ONE));
      assertInstanceOf(KeyReading.Unusable.class, read(numbers));
    }
  }

  /** RFC 8017, appendix A.1.2: version 1 says that a list of further primes follows. */
  @Test
  void a_key_of_more_than_two_primes_is_refused() throws IOException {
    ASN1Encodable[] parts = Arrays.copyOf(ASN1Sequence.getInstance(good).toArray(), 10);
    parts[0] = new ASN1Integer(1);
    parts[9] = new DERSequence(new DERSequence(new ASN1Encodable[] {parts[4], parts[6], parts[8]}));
    assertEquals(
        new KeyReading.Unusable("RSA key of more than two primes"),
        read(new DERSequence(parts).getEncoded()));
  }

  private BigInteger[] numbers() {
    return new BigInteger[] {
      good.getModulus(),
      good.getPublicExponent(),
      good.getPrivateExponent(),
      good.getPrime1(),
      good.getPrime2(),
      good.getExponent1(),
      good.getExponent2(),
      good.getCoefficient()
    };
  }

  private static KeyReading read(BigInteger[] n) throws IOException {
    return read(new RSAPrivateKey(n[0], n[1], n[2], n[3], n[4], n[5], n[6], n[7]).getEncoded());
  }

  private static KeyReading read(byte[] pkcs1) {
    return SealingKey.readPrivateKeys(PemFile.encode("RSA PRIVATE KEY", pkcs1).getBytes(US_ASCII));
  }
}
