package dev.signet.controller.reseal;

import java.math.BigDecimal;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * What a plain scalar is. By YAML 1.1, as everything around Kubernetes reads it, so that {@code
 * yes} is no label here either. No field of a SealedSecret is a number of another base.
 */
final class Scalar {
  private static final Set<String> NULL = Set.of("", "~", "null", "Null", "NULL");
  private static final Set<String> TRUE =
      Set.of("y", "Y", "yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON");
  private static final Set<String> FALSE =
      Set.of("n", "N", "no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF");
  private static final Pattern WHOLE = Pattern.compile("[-+]?(0|[1-9][0-9]{0,17})");
  private static final Pattern DECIMAL =
      Pattern.compile("[-+]?([0-9]{1,40}(\\.[0-9]{0,40})?|\\.[0-9]{1,40})([eE][-+]?[0-9]{1,3})?");
  private static final Pattern OTHER_NUMBER =
      Pattern.compile(
          "[-+]?(0[xXbBoO]?[0-9a-fA-F_]+|[0-9][0-9_]*(\\.[0-9_]*)?|\\.[0-9_]+"
              + "|\\.(inf|Inf|INF))|\\.(nan|NaN|NAN)");

  /** No number means anything beyond it, and one of millions of digits takes minutes. */
  private static final int LONGEST_NUMBER = 1000;

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private Scalar() {}

  static JsonNode node(String value, boolean text) throws NoManifestException {
    if (text) {
      return NODES.stringNode(value);
    }
    if (NULL.contains(value)) {
      return NODES.nullNode();
    }
    if (TRUE.contains(value) || FALSE.contains(value)) {
      return NODES.booleanNode(TRUE.contains(value));
    }
    if (WHOLE.matcher(value).matches()) {
      return NODES.numberNode(Long.parseLong(value));
    }
    boolean isOctal = value.matches("[-+]?0[0-9]+");
    if (!isOctal && DECIMAL.matcher(value).matches()) {
      return NODES.numberNode(new BigDecimal(value));
    }
    if (OTHER_NUMBER.matcher(value).matches()) {
      checkNumber(value.length());
      throw new NoManifestException("numbers other than decimal ones are not understood");
    }
    return NODES.stringNode(value);
  }

  /** Before it is made a number of. */
  static void checkNumber(int length) throws NoManifestException {
    if (length > LONGEST_NUMBER) {
      throw new NoManifestException("a number is longer than " + LONGEST_NUMBER + " characters");
    }
  }
}
