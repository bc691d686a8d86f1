package dev.signet.crypto;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.bouncycastle.asn1.pkcs.RSAPrivateKey;
import org.bouncycastle.crypto.params.RSAPrivateCrtKeyParameters;
import org.junit.jupiter.api.Test;

final class BlindedRsaTest {
  private final RandomGenerator random = Seeded.random();
  private final RSAPrivateKey numbers = Vectors.numbers("rsa1024");
  private final PublicKey publicKey = RsaNumbers.publicKey(numbers);
  private final PrivateOperation operation =
      new BlindedRsa(RsaNumbers.parameters(numbers), random::nextBytes);

  @Test
  void it_undoes_the_public_operation() {
    for (int run = 0; run < 300; run++) {
      byte[] block = randomBlock();
      assertArrayEquals(block, operation.apply(publicKey.apply(block)), Seeded.at(run));
    }
  }

  @Test
  void leading_zeros_are_kept() {
    for (int zeros = 0; zeros < 128; zeros++) {
      byte[] block = randomBlock();
      Arrays.fill(block, 0, zeros, (byte) 0);
      assertArrayEquals(block, operation.apply(publicKey.apply(block)), zeros + " zeros");
    }
  }

  @Test
  void the_smallest_and_the_largest_block_work() {
    BigInteger largest = publicKey.modulus().subtract(BigInteger.ONE);
    for (BigInteger number : new BigInteger[] {BigInteger.ZERO, BigInteger.ONE, largest}) {
      byte[] block = FixedLength.toBytes(number, 128);
      assertArrayEquals(block, operation.apply(publicKey.apply(block)), number.toString(16));
    }
  }

  @Test
  void the_blinding_changes_nothing_but_the_way() {
    byte[] block = randomBlock();
    byte[] ones = new byte[publicKey.size() + 16];
    ones[ones.length - 1] = 1;
    PrivateOperation unblinded =
        new BlindedRsa(RsaNumbers.parameters(numbers), FixedRandom.of(ones));
    assertArrayEquals(operation.apply(block), unblinded.apply(block));
  }

  /** One wrong result by the Chinese remainder theorem, once let out, factors the modulus. */
  @Test
  void a_faulty_result_never_leaves() {
    RSAPrivateCrtKeyParameters good = RsaNumbers.parameters(numbers);
    RSAPrivateCrtKeyParameters faulty =
        new RSAPrivateCrtKeyParameters(
            good.getModulus(),
            good.getPublicExponent(),
            good.getExponent(),
            good.getP(),
            good.getQ(),
            good.getDP().flipBit(3),
            good.getDQ(),
            good.getQInv(),
            true);
    byte[] result = new BlindedRsa(faulty, random::nextBytes).apply(randomBlock());
    assertArrayEquals(new byte[128], result);
  }

  private byte[] randomBlock() {
    return FixedLength.toBytes(
        new BigInteger(1, Seeded.bytes(random, 140)).mod(publicKey.modulus()), 128);
  }
}
