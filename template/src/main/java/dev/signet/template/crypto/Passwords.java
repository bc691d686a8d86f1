package dev.signet.template.crypto;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.generators.OpenBSDBCrypt;
import org.bouncycastle.crypto.generators.SCrypt;

/** Passwords: hashed by bcrypt, and derived from one that is remembered. */
public final class Passwords {
  /** Bcrypt takes no more into account. */
  public static final int LONGEST = 72;

  private static final int SALT_BYTES = 16;
  private static final int COST = 10;
  private static final int SCRYPT_COST = 32_768;
  private static final int SCRYPT_BLOCK = 8;
  private static final int SCRYPT_PARALLEL = 2;
  private static final int KEY_BYTES = 64;

  /** Of the Master Password algorithm, version 3 (https://spectre.app/spectre-algorithm.pdf). */
  private static final String SCOPE = "com.lyndir.masterpassword";

  private static final Map<String, List<String>> TEMPLATES =
      Map.of(
          "maximum", List.of("anoxxxxxxxxxxxxxxxxx", "axxxxxxxxxxxxxxxxxno"),
          "long",
              List.of(
                  "CvcvnoCvcvCvcv",
                  "CvcvCvcvnoCvcv",
                  "CvcvCvcvCvcvno",
                  "CvccnoCvcvCvcv",
                  "CvccCvcvnoCvcv",
                  "CvccCvcvCvcvno",
                  "CvcvnoCvccCvcv",
                  "CvcvCvccnoCvcv",
                  "CvcvCvccCvcvno",
                  "CvcvnoCvcvCvcc",
                  "CvcvCvcvnoCvcc",
                  "CvcvCvcvCvccno",
                  "CvccnoCvccCvcv",
                  "CvccCvccnoCvcv",
                  "CvccCvccCvcvno",
                  "CvcvnoCvccCvcc",
                  "CvcvCvccnoCvcc",
                  "CvcvCvccCvccno",
                  "CvccnoCvcvCvcc",
                  "CvccCvcvnoCvcc",
                  "CvccCvcvCvccno"),
          "medium", List.of("CvcnoCvc", "CvcCvcno"),
          "short", List.of("Cvcn"),
          "basic", List.of("aaanaaan", "aannaaan", "aaannaaa"),
          "pin", List.of("nnnn"));

  private static final String VOWELS = "AEIOU";
  private static final String CONSONANTS = "BCDFGHJKLMNPQRSTVWXYZ";
  private static final String SMALL_VOWELS = "aeiou";
  private static final String SMALL_CONSONANTS = "bcdfghjklmnpqrstvwxyz";
  private static final String LETTERS = VOWELS + SMALL_VOWELS + CONSONANTS + SMALL_CONSONANTS;
  private static final String DIGITS = "0123456789";

  private static final Map<Character, String> CHARACTERS =
      Map.of(
          'V', VOWELS,
          'C', CONSONANTS,
          'v', SMALL_VOWELS,
          'c', SMALL_CONSONANTS,
          'A', VOWELS + CONSONANTS,
          'a', LETTERS,
          'n', DIGITS,
          'o', "@&%?,=[]_:-+*$#!'^~;()/.",
          'x', LETTERS + DIGITS + "!@#$%^&*()");

  private Passwords() {}

  /** With a salt that is drawn. The password has at most {@link #LONGEST} octets. */
  public static String bcrypt(String password, RandomGenerator random) {
    byte[] salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    return OpenBSDBCrypt.generate("2a", password.getBytes(ISO_8859_1), salt, COST);
  }

  /** Whether passwords of this type can be derived. */
  public static boolean isType(String type) {
    return TEMPLATES.containsKey(type);
  }

  /**
   * What a site gets.
   *
   * @param user whose password it is
   */
  public record Site(String user, String name, int counter) {}

  /** Derives the password for a site from the one that is remembered. */
  public static String derived(String type, String password, Site site) {
    byte[] salt = lengthAndText(SCOPE, site.user(), 0).array();
    byte[] key =
        SCrypt.generate(
            password.getBytes(ISO_8859_1),
            salt,
            SCRYPT_COST,
            SCRYPT_BLOCK,
            SCRYPT_PARALLEL,
            KEY_BYTES);
    byte[] seed =
        mac(key, lengthAndText(SCOPE, site.name(), Integer.BYTES).putInt(site.counter()).array());
    List<String> templates = TEMPLATES.getOrDefault(type, List.of(""));
    String template = templates.get((seed[0] & 0xff) % templates.size());
    var derived = new StringBuilder();
    for (int index = 0; index < template.length(); index++) {
      String characters = CHARACTERS.getOrDefault(template.charAt(index), "");
      derived.append(characters.charAt((seed[index + 1] & 0xff) % characters.length()));
    }
    return derived.toString();
  }

  private static ByteBuffer lengthAndText(String scope, String octets, int more) {
    byte[] start = scope.getBytes(ISO_8859_1);
    byte[] text = octets.getBytes(ISO_8859_1);
    return ByteBuffer.allocate(start.length + Integer.BYTES + text.length + more)
        .put(start)
        .putInt(text.length)
        .put(text);
  }

  private static byte[] mac(byte[] key, byte[] bytes) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HmacSHA256", e);
    }
  }
}
