package dev.signet.template.function;

import static dev.signet.template.value.Type.INT;
import static dev.signet.template.value.Type.STRING;

import dev.signet.template.format.Octets;
import dev.signet.template.value.Utf8;
import dev.signet.template.value.Value;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.random.RandomGenerator;

/** Whatever is drawn. */
final class RandomFunctions {
  private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  private static final String DIGITS = "0123456789";
  private static final int FIRST_PRINTABLE = ' ';
  private static final int LAST_PRINTABLE = '~';

  /** To draw one costs as much as a step does for several others. */
  private static final int DRAWN_PER_STEP = 4;

  private static final int UUID_BYTES = 16;
  private static final int VERSION = 6;
  private static final int VARIANT = 8;

  private final RandomGenerator random;

  private RandomFunctions(RandomGenerator random) {
    this.random = random;
  }

  static List<Function> all(RandomGenerator random) {
    var functions = new RandomFunctions(random);
    return List.of(
        functions.drawing("randAlpha", LETTERS),
        functions.drawing("randAlphaNum", LETTERS + DIGITS),
        functions.drawing("randNumeric", DIGITS),
        functions.drawing("randAscii", printable()),
        Function.of("randBytes", List.of(INT), functions::bytes),
        Function.of("randInt", List.of(INT, INT), functions::number),
        Function.of("uuidv4", List.of(), functions::uuid),
        Function.of("shuffle", List.of(STRING), functions::shuffled));
  }

  private static String printable() {
    var all = new StringBuilder();
    for (int code = FIRST_PRINTABLE; code <= LAST_PRINTABLE; code++) {
      all.append((char) code);
    }
    return all.toString();
  }

  private Function drawing(String name, String characters) {
    return Function.of(name, List.of(INT), call -> drawn(call, characters));
  }

  private Value drawn(Call call, String characters) {
    long count = Math.max(0, call.integer(0));
    call.budget().text(count);
    var drawn = new StringBuilder();
    for (long index = 0; index < count; index++) {
      if (index % DRAWN_PER_STEP == 0) {
        call.budget().step();
      }
      drawn.append(characters.charAt(random.nextInt(characters.length())));
    }
    return Value.Text.octets(drawn.toString());
  }

  private Value bytes(Call call) {
    long count = call.integer(0);
    if (count < 0) {
      throw new CallException("makeslice: len out of range");
    }
    // The bytes, and four characters for three of them.
    call.budget().text(count);
    call.budget().text((count + 2) / 3 * 4);
    byte[] bytes = new byte[(int) count];
    random.nextBytes(bytes);
    return Value.Text.of(Base64.getEncoder().encode(bytes));
  }

  private Value number(Call call) {
    long least = call.integer(0);
    long range = call.integer(1) - least;
    if (range <= 0) {
      throw new CallException("invalid argument to Intn");
    }
    return Value.Int.of(least + random.nextLong(range));
  }

  private Value uuid(Call call) {
    byte[] bytes = new byte[UUID_BYTES];
    random.nextBytes(bytes);
    bytes[VERSION] = (byte) ((bytes[VERSION] & 0x0f) | 0x40);
    bytes[VARIANT] = (byte) ((bytes[VARIANT] & 0x3f) | 0x80);
    var text = new StringBuilder();
    for (int index = 0; index < UUID_BYTES; index++) {
      boolean isGroup = index == 4 || index == 6 || index == 8 || index == 10;
      text.append(isGroup ? "-" : "").append(HexFormat.of().toHexDigits(bytes[index]));
    }
    return call.text(text.toString());
  }

  /** Of characters; what is none becomes one. */
  private Value shuffled(Call call) {
    String octets = call.octets(0);
    call.budget().items(octets.length());
    int[] codes = new int[Utf8.count(octets)];
    for (int index = 0, position = 0; index < codes.length; index++) {
      Utf8.Rune rune = Utf8.at(octets, position);
      codes[index] = rune.code();
      position += rune.width();
    }
    Octets out = Octets.text(call.budget());
    for (int left = codes.length; left > 0; left--) {
      call.budget().step();
      int chosen = random.nextInt(left);
      out.addCharacter(codes[chosen]);
      codes[chosen] = codes[left - 1];
    }
    return out.toText();
  }
}
