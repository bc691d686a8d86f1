package dev.signet.cli.peer;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Errors that the real program takes from Go's libraries and ours has words of its own for: which
 * of ours answers which of those.
 *
 * @param there in the error of the real program
 * @param here in ours
 */
record Wording(Pattern there, Pattern here) {
  private static final List<Wording> ALL =
      List.of(
          of("(illegal base64 data at input byte \\d+)$", "$1"),
          of("cannot unmarshal|parsing time|Time.UnmarshalJSON", "cannot read document \\d+: "),
          of(
              "no kind \"|no kind\\(|unable to decode",
              " is no SealedSecret of |holds no SealedSecret of "),
          of("x509: |asn1: |ParseCertificate", "certificate"),
          of("crypto/rsa: 512-bit keys", "RSA key of 512 bits is too small"),
          of("expected RSA public key but found", "expected RSA public key but found [A-Z]"),
          of("json: offset \\d+: ", "illegal base64 data at input byte "),
          of("copy_file_range: is a directory", "error: read \\S+: is a directory"),
          of("error loading config file \"", "error loading config file \""),
          of("yaml: |json: |unsupported map key", "error: cannot merge into "),
          of(
              "json: |yaml: |json parse error|converting YAML",
              "cannot read document \\d+|cannot read "));

  private static Wording of(String there, String here) {
    return new Wording(Pattern.compile(there, Pattern.MULTILINE), Pattern.compile(here));
  }

  static boolean isOurs(Run run) {
    String there = run.peer().stderr();
    String here = run.hints();
    return ALL.stream().anyMatch(it -> it.fits(there, here));
  }

  private boolean fits(String errorThere, String errorHere) {
    Matcher found = there.matcher(errorThere);
    if (!found.find()) {
      return false;
    }
    return here.pattern().equals("$1")
        ? errorHere.contains(found.group(1))
        : here.matcher(errorHere).find();
  }
}
