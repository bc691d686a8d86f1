package dev.signet.cli.options;

import java.util.List;

/** Command lines that the help shows, each of which works as it stands. */
public final class Examples {
  /** An example: what it is for, and the line. */
  public record Example(String purpose, String line) {}

  public static final List<Example> ALL =
      List.of(
          new Example("keep the certificate for later", "kubeseal --fetch-cert > cert.pem"),
          new Example(
              "seal a Secret without a cluster",
              "kubeseal --cert cert.pem -f secret.yaml -w sealed.yaml"),
          new Example(
              "seal one value",
              "printf %s \"$PASSWORD\" | kubeseal --cert cert.pem --raw --name db -n team-a"),
          new Example(
              "add an item to a sealed file",
              "kubeseal --cert cert.pem -f more.yaml --merge-into sealed.yaml"),
          new Example(
              "seal a file anew under the newest key", "kubeseal --re-encrypt -f sealed.yaml"),
          new Example(
              "open everything with a backup of the keys",
              "kubeseal --recovery-unseal --recovery-private-key keys.yaml -f sealed.yaml"),
          new Example(
              "check the templates of a sealed file", "kubeseal template check -f sealed.yaml"),
          new Example("complete words in bash", "source <(kubeseal completion bash)"));

  private Examples() {}

  static String text() {
    var text = new StringBuilder("Examples:\n");
    for (Example example : ALL) {
      text.append("  # ").append(example.purpose()).append('\n');
      text.append("  ").append(example.line()).append('\n');
    }
    return text.toString();
  }
}
