package dev.signet.cli.manifest;

import dev.signet.cli.manifest.Node.Position;
import dev.signet.cli.manifest.Node.Scalar;
import dev.signet.cli.manifest.Syntax.Leaf;
import dev.signet.cli.manifest.Syntax.Quotes;
import dev.signet.cli.manifest.Yaml11.Meaning;
import dev.signet.crypto.GoBase64;
import dev.signet.crypto.IllegalBase64Exception;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** What a scalar means, by its tag, its quotes and its text. */
final class Scalars {
  private static final String TAGS = "tag:yaml.org,2002:";

  private Scalars() {}

  static Scalar resolve(Leaf leaf, Position at) throws BrokenException {
    String text = leaf.text();
    return switch (leaf.tag()) {
      case "" ->
          leaf.quotes() == Quotes.PLAIN
              ? scalar(text, Yaml11.meaning(text), at)
              : string(text, text, at);
      case TAGS + "binary" -> string(text, binary(leaf), at);
      case TAGS + "int" -> tagged(leaf, Node.Type.INTEGER, at);
      case TAGS + "float" -> tagged(leaf, Node.Type.FLOAT, at);
      case TAGS + "bool" -> tagged(leaf, Node.Type.BOOLEAN, at);
      case TAGS + "null" -> tagged(leaf, Node.Type.NULL, at);
      case TAGS + "timestamp" -> {
        if (!Timestamp.matches(text)) {
          throw mismatch(leaf);
        }
        yield string(text, text, at);
      }
      default -> string(text, text, at);
    };
  }

  private static Scalar tagged(Leaf leaf, Node.Type wanted, Position at) throws BrokenException {
    Meaning meaning = Yaml11.meaning(leaf.text());
    if (wanted == Node.Type.FLOAT
        && meaning instanceof Meaning.Whole(var whole)
        && whole.bitLength() < Long.SIZE) {
      meaning = new Meaning.Real(whole.doubleValue());
    }
    if (meaning.type() != wanted || Timestamp.matches(leaf.text())) {
      throw mismatch(leaf);
    }
    return scalar(leaf.text(), meaning, at);
  }

  private static BrokenException mismatch(Leaf leaf) {
    return new BrokenException(leaf.span().line(), "a value that is not what its tag says");
  }

  private static String binary(Leaf leaf) throws BrokenException {
    try {
      return Utf8.lenient(GoBase64.decode(leaf.text()));
    } catch (IllegalBase64Exception e) {
      throw new BrokenException(leaf.span().line(), "a !!binary value that is no base64");
    }
  }

  private static Scalar string(String text, String string, Position at) {
    return new Scalar(text, Node.Type.STRING, string, at);
  }

  private static Scalar scalar(String text, Meaning meaning, Position at) {
    return new Scalar(text, meaning.type(), meaning.string(text), at);
  }

  /**
   * A key as text.
   *
   * @param line of the document, for a key that cannot be one
   */
  static String key(Scalar scalar, int line) throws BrokenException {
    return switch (scalar.type()) {
      case STRING, BOOLEAN -> scalar.string();
      case NULL -> throw new BrokenException(line, "a key that is null");
      case INTEGER -> {
        if (scalar.string().length() > 18 && isUnsigned(scalar.string())) {
          throw new BrokenException(line, "a key that is a number beyond 64 bits");
        }
        yield scalar.string();
      }
      case FLOAT ->
          switch (scalar.string()) {
            case "+Inf" -> ".inf";
            case "-Inf" -> "-.inf";
            case "NaN" -> ".nan";
            default -> scalar.string();
          };
    };
  }

  /** The text of a key that was read already. */
  static @Nullable String keyText(Leaf leaf) {
    try {
      return key(resolve(leaf, new Position(1, 1)), 0);
    } catch (BrokenException e) {
      return null;
    }
  }

  private static boolean isUnsigned(String number) {
    return new BigInteger(number).bitLength() >= Long.SIZE;
  }
}
