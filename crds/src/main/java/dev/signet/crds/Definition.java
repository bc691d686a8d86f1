package dev.signet.crds;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The CustomResourceDefinition as it is installed. Loads without the Kubernetes client. */
public final class Definition {
  private static final String FILE = "sealedsecrets.bitnami.com.yaml";

  private Definition() {}

  /** One YAML document. */
  public static String yaml() {
    try (InputStream in = Definition.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException(FILE + " is not packaged with " + Definition.class);
      }
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
