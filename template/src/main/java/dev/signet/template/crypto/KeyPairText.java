package dev.signet.template.crypto;

import dev.signet.template.value.Type;
import dev.signet.template.value.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A certificate and its private key, both in PEM. Prints redacted. */
public record KeyPairText(String certificate, String key) implements Value.Opaque {
  @Override
  public Type type() {
    return Type.CERTIFICATE;
  }

  /** It has no text: its fields are printed. */
  @Override
  public @Nullable String text() {
    return null;
  }

  @Override
  public List<Value.Field> fields() {
    return List.of(
        new Value.Field("Cert", Value.Text.octets(certificate)),
        new Value.Field("Key", Value.Text.octets(key)));
  }

  @Override
  public String toString() {
    return "KeyPairText[redacted]";
  }
}
