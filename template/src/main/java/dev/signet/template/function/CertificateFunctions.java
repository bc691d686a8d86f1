package dev.signet.template.function;

import static dev.signet.template.value.Type.CERTIFICATE;
import static dev.signet.template.value.Type.INT;
import static dev.signet.template.value.Type.LIST;
import static dev.signet.template.value.Type.STRING;

import dev.signet.template.crypto.CertificateMaker;
import dev.signet.template.crypto.CertificateRequest;
import dev.signet.template.crypto.KeyPairText;
import dev.signet.template.crypto.UnusableException;
import dev.signet.template.limit.Limit;
import dev.signet.template.value.Type;
import dev.signet.template.value.Utf8;
import dev.signet.template.value.Value;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Certificates, each in a form that makes a key and one that takes it. */
final class CertificateFunctions {
  /** Reading keys and signing with them. */
  private static final int STEPS = 5_000;

  /** From here on, a key of twice the size takes eight times as long. */
  private static final double USUAL_KEY_OCTETS = 2_048;

  private final CertificateMaker maker;

  private CertificateFunctions(CertificateMaker maker) {
    this.maker = maker;
  }

  /** Makes it of a request and a key, which is null if one is to be made. */
  private interface Making {
    KeyPairText make(Call call, @Nullable String key) throws UnusableException;
  }

  static List<Function> all(Environment environment) {
    var functions =
        new CertificateFunctions(new CertificateMaker(environment.clock(), environment.random()));
    List<Type> names = List.of(STRING, LIST, LIST, INT);
    return Stream.of(
            both("genCA", List.of(STRING, INT), functions::authority),
            both("genSelfSignedCert", names, functions::selfSigned),
            both("genSignedCert", with(names, CERTIFICATE), functions::signed),
            List.of(
                Function.of(
                    "buildCustomCert", List.of(STRING, STRING), CertificateFunctions::existing)))
        .flatMap(List::stream)
        .toList();
  }

  private static List<Type> with(List<Type> types, Type last) {
    return Stream.concat(types.stream(), Stream.of(last)).toList();
  }

  private static List<Function> both(String name, List<Type> types, Making making) {
    return List.of(
        Function.of(
            name,
            types,
            call -> {
              call.budget().take(Limit.LARGE_KEYS);
              return made(call, making, null);
            }),
        Function.of(
            name + "WithKey",
            with(types, STRING),
            call -> made(call, making, call.octets(types.size()))));
  }

  private static Value made(Call call, Making making, @Nullable String key) {
    chargeKey(call, key == null ? "" : key);
    try {
      return charged(call, making.make(call, key));
    } catch (UnusableException e) {
      throw new CallException(e.reason());
    }
  }

  private static void chargeKey(Call call, String key) {
    call.budget().steps((long) (STEPS * (1 + Math.pow(key.length() / USUAL_KEY_OCTETS, 3))));
  }

  private static Value charged(Call call, KeyPairText pair) {
    call.budget().text(pair.certificate().length());
    call.budget().text(pair.key().length());
    return pair;
  }

  private KeyPairText authority(Call call, @Nullable String key) throws UnusableException {
    var request =
        new CertificateRequest(text(call, call.octets(0)), List.of(), List.of(), call.integer(1));
    return maker.authority(request, key);
  }

  private KeyPairText selfSigned(Call call, @Nullable String key) throws UnusableException {
    return maker.selfSigned(request(call), key);
  }

  private KeyPairText signed(Call call, @Nullable String key) throws UnusableException {
    if (call.value(4) instanceof KeyPairText authority) {
      chargeKey(call, authority.key());
      return maker.signed(request(call), authority, key);
    }
    throw new IllegalStateException("argument was not checked");
  }

  private static CertificateRequest request(Call call) {
    return new CertificateRequest(
        text(call, call.octets(0)),
        texts(call, call.value(1), "error parsing ip: it is not a string"),
        texts(call, call.value(2), "error processing alternate dns name: it is not a string"),
        call.integer(3));
  }

  private static List<String> texts(Call call, Value list, String complaint) {
    List<String> texts = new ArrayList<>();
    if (list instanceof Value.Items items) {
      for (Value item : items.list()) {
        if (!(item instanceof Value.Text(String octets))) {
          throw new CallException(complaint);
        }
        texts.add(text(call, octets));
      }
    }
    return texts;
  }

  private static String text(Call call, String octets) {
    call.budget().text(octets.length());
    for (int index = 0; index < octets.length(); ) {
      Utf8.Rune rune = Utf8.at(octets, index);
      if (rune.isBad()) {
        throw new CallException("error creating certificate: string not valid UTF-8");
      }
      index += rune.width();
    }
    return new String(Value.Text.octets(octets).toBytes(), StandardCharsets.UTF_8);
  }

  private static Value existing(Call call) {
    chargeKey(call, call.octets(1));
    call.budget().text(call.octets(0).length());
    call.budget().text(call.octets(1).length());
    try {
      return charged(call, CertificateMaker.existing(call.octets(0), call.octets(1)));
    } catch (UnusableException e) {
      throw new CallException(e.reason());
    }
  }
}
