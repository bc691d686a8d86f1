package dev.signet.cli.vectors;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts placeholders for what differs from run to run, as {@code vectors/README.md} says: sealed
 * values are really opened, and stand as their label and plaintext.
 */
final class Normalisation {
  private static final Pattern SEALED =
      Pattern.compile("(?<![A-Za-z0-9+/=])[A-Za-z0-9+/]{192,}={0,2}(?![A-Za-z0-9+/=])");
  private static final Pattern USAGE = Pattern.compile("(?m)^Usage of .*:$");
  private static final Pattern WANTED =
      Pattern.compile(
          "\\{\\{sealed(?:-with=[^:]*)?:(.*?):(?:[A-Za-z0-9+/=]*|sha256=[0-9a-f]*)\\}\\}");
  private static final Pattern WORD = Pattern.compile("[^\\s\"'{}\\[\\],:=\\\\/]+");
  private static final int LONG_PLAINTEXT = 4096;

  private final RecordedCase recorded;
  private final TestKeys keys;
  private final Map<String, String> places;
  private final String given;

  /**
   * Makes a normalisation.
   *
   * @param places what to replace, and the placeholder
   * @param given all inputs of the case: sealed values in them are copied, not made
   */
  Normalisation(RecordedCase recorded, TestKeys keys, Map<String, String> places, String given) {
    this.recorded = recorded;
    this.keys = keys;
    this.places = places;
    this.given = given;
  }

  /** Text, or the base64 of bytes that are none, in the form of an expectation. */
  String normal(byte[] bytes) {
    try {
      return normal(UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException e) {
      return "{\"base64\":\"" + Base64.getEncoder().encodeToString(bytes) + "\"}";
    }
  }

  String normal(String text) {
    String replaced = text;
    for (Map.Entry<String, String> place : places.entrySet()) {
      replaced = replaced.replace(place.getKey(), place.getValue());
    }
    replaced = USAGE.matcher(replaced).replaceAll("Usage of {{argv0}}:");
    return SEALED
        .matcher(replaced)
        .replaceAll(match -> Matcher.quoteReplacement(placeholder(match)));
  }

  private String placeholder(MatchResult match) {
    String text = match.group();
    if (given.contains(text)) {
      return text;
    }
    byte[] sealed;
    try {
      sealed = Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      return text;
    }
    return keys.open(sealed).map(this::placeholder).orElse(text);
  }

  private String placeholder(TestKeys.Found found) {
    byte[] plaintext = found.opened().plaintext();
    String shown =
        plaintext.length <= LONG_PLAINTEXT
            ? Base64.getEncoder().encodeToString(plaintext)
            : "sha256=" + HexFormat.of().formatHex(TestKey.sha256().digest(plaintext));
    String with = found.key().equals(recorded.key()) ? "" : "-with=" + found.key();
    return "{{sealed%s:%s:%s}}".formatted(with, label(found.opened().labelHash()), shown);
  }

  private String label(byte[] hash) {
    for (String label : labels()) {
      if (Arrays.equals(hash, TestKey.sha256().digest(label.getBytes(UTF_8)))) {
        return label;
      }
    }
    return "?" + HexFormat.of().formatHex(hash);
  }

  /** Those that the expectation names, then every pair of words of the case. */
  private List<String> labels() {
    List<String> labels = new ArrayList<>();
    List<String> texts = new ArrayList<>();
    collect(recorded.json(), texts);
    Set<String> words = new LinkedHashSet<>(List.of("default", "true", "false"));
    for (String text : texts) {
      WANTED.matcher(text).results().forEach(found -> labels.add(found.group(1)));
      WORD.matcher(text)
          .results()
          .map(MatchResult::group)
          .filter(word -> word.length() < 100)
          .forEach(words::add);
    }
    labels.add("");
    labels.addAll(words);
    for (String namespace : words) {
      for (String name : words) {
        labels.add(namespace + "/" + name);
      }
    }
    return labels;
  }

  private static void collect(tools.jackson.databind.JsonNode node, List<String> texts) {
    if (node.isString()) {
      texts.add(node.asString());
    }
    node.forEach(child -> collect(child, texts));
  }
}
