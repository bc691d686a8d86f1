package dev.signet.cli.kubeconfig;

import dev.signet.cli.kubeconfig.ClusterOptions.Impersonation;
import dev.signet.crypto.Bytes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who asks, and how he proves it. None of it says which method wins: see the one who connects.
 *
 * @param source who hands out credentials if none are here, null if nobody does
 */
public record UserEntry(
    Token token,
    Password password,
    ClientCertificate certificate,
    Impersonated impersonated,
    @Nullable CredentialSource source) {

  public static final UserEntry NONE =
      new UserEntry(
          new Token("", ""),
          new Password("", ""),
          new ClientCertificate(
              new Pem("", Bytes.of(new byte[0])), new Pem("", Bytes.of(new byte[0]))),
          new Impersonated(Impersonation.NONE, Map.of()),
          null);

  /** A bearer token, or the file that holds it. */
  public record Token(String text, String file) {
    @Override
    public String toString() {
      return "Token[redacted]";
    }
  }

  public record Password(String username, String password) {
    @Override
    public String toString() {
      return "Password[redacted]";
    }

    public boolean isGiven() {
      return !username.isEmpty() || !password.isEmpty();
    }
  }

  /** PEM in a file, or in the kubeconfig itself, which wins. */
  public record Pem(String file, Bytes data) {
    public boolean isGiven() {
      return !file.isEmpty() || data.size() > 0;
    }
  }

  public record ClientCertificate(Pem certificate, Pem key) {
    public boolean isGiven() {
      return certificate.isGiven();
    }
  }

  /** Somebody else in whose name the requests go out, with further attributes of his. */
  public record Impersonated(Impersonation who, Map<String, List<String>> extra) {
    public Impersonated {
      extra = Map.copyOf(extra);
    }
  }

  public Optional<CredentialSource> credentialSource() {
    return Optional.ofNullable(source);
  }
}
