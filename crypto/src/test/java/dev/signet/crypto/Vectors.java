package dev.signet.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bouncycastle.asn1.pkcs.RSAPrivateKey;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * The recorded cases under {@code vectors/}, which an empty or missing file can never stand for.
 */
final class Vectors {
  private static final Path FOLDER = Path.of(System.getProperty("signet.vectors"));

  /** One case, with whatever fields its file gives it. */
  record Case(Map<String, Object> fields) {
    String name() {
      return text("name");
    }

    boolean has(String field) {
      return fields.containsKey(field);
    }

    String text(String field) {
      if (fields.get(field) instanceof String text) {
        return text;
      }
      throw new AssertionError("no text " + field + " in " + fields.keySet());
    }

    byte[] base64(String field) {
      return Base64.getDecoder().decode(text(field));
    }

    byte[] hex(String field) {
      return HexFormat.of().parseHex(text(field));
    }

    int number(String field) {
      return (Integer) fields.getOrDefault(field, 0);
    }

    List<String> texts(String field) {
      return list(fields.get(field)).stream().map(String.class::cast).toList();
    }

    Case child(String field) {
      return new Case(object(fields.get(field)));
    }

    Map<String, String> map(String field) {
      if (!has(field)) {
        return Map.of();
      }
      return object(fields.get(field)).entrySet().stream()
          .collect(Collectors.toMap(Map.Entry::getKey, e -> (String) e.getValue()));
    }

    byte[] plaintext() {
      return has("plaintext_repeat")
          ? text("plaintext_repeat").repeat(number("plaintext_count")).getBytes(UTF_8)
          : base64("plaintext");
    }

    /** The case's keys as a ring, in the order given. */
    KeyRing ring() {
      return KeyRing.of(texts("keys").stream().map(Vectors::key).toList());
    }

    /** A scope with the case's label: which kind it is makes no difference to the bytes. */
    Scope scope() {
      return new Scope.NamespaceWide(text("label"));
    }

    @Override
    public String toString() {
      return name();
    }
  }

  private Vectors() {}

  static List<Case> cases(String file) {
    List<Case> cases =
        list(read(file).get("cases")).stream().map(each -> new Case(object(each))).toList();
    if (cases.isEmpty()) {
      throw new AssertionError("no cases in " + file);
    }
    return cases;
  }

  /** The files of a folder that hold cases. */
  static List<String> filesOfCases(String folder) {
    try (Stream<Path> files = Files.list(FOLDER.resolve(folder))) {
      return files
          .map(path -> folder + "/" + path.getFileName())
          .filter(file -> file.endsWith(".json") && read(file).containsKey("cases"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Map<String, Case> keys() {
    Map<String, Case> keys = new TreeMap<>();
    object(read("crypto/keys.json").get("keys"))
        .forEach((name, key) -> keys.put(name, new Case(object(key))));
    if (keys.isEmpty()) {
      throw new AssertionError("no keys");
    }
    return keys;
  }

  /** A private key of the key set. */
  static SealingKey key(String name) {
    if (SealingKey.readPrivateKeys(pem(name, "pkcs1")) instanceof KeyReading.Read read) {
      return read.first();
    }
    throw new AssertionError("no key " + name);
  }

  /** The numbers of a private key of the key set. */
  static RSAPrivateKey numbers(String name) {
    String text = PemFile.text(pem(name, "pkcs1"));
    return RSAPrivateKey.getInstance(PemFile.blocks(text).getFirst().content().toArray());
  }

  static SealingCertificate certificate(String name) {
    if (SealingCertificate.read(pem(name, "crt")) instanceof CertificateReading.Read read) {
      return read.first();
    }
    throw new AssertionError("no certificate " + name);
  }

  /** One form of a key of the key set. */
  static byte[] pem(String name, String form) {
    Case key = keys().get(name);
    if (key == null) {
      throw new AssertionError("no key " + name);
    }
    return key.text(form).getBytes(UTF_8);
  }

  static Map<String, Object> read(String file) {
    try {
      String json = Files.readString(FOLDER.resolve(file));
      return object(new Load(LoadSettings.builder().build()).loadFromString(json));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<?> list(@Nullable Object value) {
    if (value instanceof List<?> list) {
      return list;
    }
    throw new AssertionError("no list");
  }

  @SuppressWarnings("unchecked") // JSON has no keys but strings
  private static Map<String, Object> object(@Nullable Object value) {
    if (value instanceof Map<?, ?> object) {
      return (Map<String, Object>) object;
    }
    throw new AssertionError("no object");
  }
}
