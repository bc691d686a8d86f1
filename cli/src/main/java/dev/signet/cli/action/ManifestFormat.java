package dev.signet.cli.action;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.signet.cli.manifest.Encoding;
import dev.signet.cli.manifest.JsonWriter;
import dev.signet.cli.manifest.Value;
import dev.signet.cli.manifest.YamlWriter;
import java.util.Locale;
import java.util.Optional;

/** How an object is written. */
public enum ManifestFormat {
  JSON,
  YAML;

  /** The format of a name, whatever its case; none given is JSON. Empty if there is no such. */
  public static Optional<ManifestFormat> of(String name) {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "json", "" -> Optional.of(JSON);
      case "yaml" -> Optional.of(YAML);
      default -> Optional.empty();
    };
  }

  /** The format of a text that is there already. */
  static ManifestFormat in(byte[] text) {
    String characters = new String(Encoding.toUtf8(text), UTF_8).stripLeading();
    return characters.startsWith("{") ? JSON : YAML;
  }

  static Failure unsupported(String name) {
    return Failure.of("unsupported output format", name).hint("use -o json or -o yaml");
  }

  /** One document, complete with what separates it from others. */
  public String write(Value value) {
    return switch (this) {
      case JSON -> JsonWriter.indented(value);
      case YAML -> YamlWriter.document(value);
    };
  }
}
