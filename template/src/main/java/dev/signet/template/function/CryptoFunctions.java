package dev.signet.template.function;

import static dev.signet.template.value.Type.STRING;
import static dev.signet.template.value.Type.UINT32;

import dev.signet.template.crypto.Aes;
import dev.signet.template.crypto.KeyMaker;
import dev.signet.template.crypto.Passwords;
import dev.signet.template.crypto.UnusableException;
import dev.signet.template.limit.Limit;
import dev.signet.template.value.Value;
import java.util.List;
import java.util.random.RandomGenerator;

/** Passwords, encryption and private keys. What Sprig prints as a failure is printed here too. */
final class CryptoFunctions {
  private static final String TOO_LONG =
      "failed to encrypt string with bcrypt: bcrypt: password length exceeds 72 bytes";

  /** Base64 and padding, twice over. */
  private static final int GROWTH = 4;

  private static final int PADDING = 64;

  private final RandomGenerator random;
  private final KeyMaker keys;

  private CryptoFunctions(RandomGenerator random) {
    this.random = random;
    this.keys = new KeyMaker(random);
  }

  static List<Function> all(RandomGenerator random) {
    var functions = new CryptoFunctions(random);
    return List.of(
        Function.of(
            "bcrypt", List.of(STRING), call -> call.text(functions.bcrypt(call, call.octets(0)))),
        Function.of("htpasswd", List.of(STRING, STRING), functions::htpasswd),
        Function.of(
            "derivePassword",
            List.of(UINT32, STRING, STRING, STRING, STRING),
            CryptoFunctions::derive),
        Function.of("encryptAES", List.of(STRING, STRING), functions::encrypt),
        Function.of("decryptAES", List.of(STRING, STRING), CryptoFunctions::decrypt),
        Function.of("genPrivateKey", List.of(STRING), functions::privateKey));
  }

  private String bcrypt(Call call, String password) {
    if (password.length() > Passwords.LONGEST) {
      return TOO_LONG;
    }
    call.budget().take(Limit.PASSWORD_HASHES);
    return Passwords.bcrypt(password, random);
  }

  private Value htpasswd(Call call) {
    String user = call.octets(0);
    if (user.indexOf(':') >= 0) {
      return call.text("invalid username: " + user);
    }
    return call.text(user + ":" + bcrypt(call, call.octets(1)));
  }

  private static Value derive(Call call) {
    String type = call.octets(1);
    if (!Passwords.isType(type)) {
      return call.text("cannot find password template " + type);
    }
    call.budget().take(Limit.PASSWORD_HASHES);
    for (int index = 2; index <= 4; index++) {
      call.budget().steps(call.octets(index).length());
    }
    var site = new Passwords.Site(call.octets(3), call.octets(4), (int) call.integer(0));
    return call.text(Passwords.derived(type, call.octets(2), site));
  }

  private Value encrypt(Call call) {
    chargeCipher(call);
    return Value.Text.octets(Aes.encrypt(call.octets(0), call.octets(1), random));
  }

  private static Value decrypt(Call call) {
    chargeCipher(call);
    try {
      return Value.Text.octets(Aes.decrypt(call.octets(0), call.octets(1)));
    } catch (UnusableException e) {
      throw new CallException(e.reason());
    }
  }

  private static void chargeCipher(Call call) {
    call.budget().text((long) GROWTH * call.octets(1).length() + PADDING);
  }

  private Value privateKey(Call call) {
    String type = call.octets(0);
    return switch (type) {
      case "", "rsa" -> made(call, KeyMaker.Kind.RSA, Limit.LARGE_KEYS);
      case "dsa" -> made(call, KeyMaker.Kind.DSA, Limit.LARGE_KEYS);
      case "ecdsa" -> made(call, KeyMaker.Kind.ECDSA, Limit.SMALL_KEYS);
      case "ed25519" -> made(call, KeyMaker.Kind.ED25519, Limit.SMALL_KEYS);
      default -> call.text("Unknown type " + type);
    };
  }

  private Value made(Call call, KeyMaker.Kind kind, Limit limit) {
    call.budget().take(limit);
    return call.text(keys.pem(kind, call.budget()::pause));
  }
}
