package dev.signet.cli.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.signet.cli.cluster.OwnKey.ClientKey;
import dev.signet.cli.files.FileFault;
import dev.signet.cli.files.Inputs;
import dev.signet.cli.kubeconfig.CredentialSource.AuthProvider;
import dev.signet.cli.kubeconfig.CredentialSource.ExecPlugin;
import dev.signet.cli.kubeconfig.UserEntry;
import dev.signet.cli.kubeconfig.UserEntry.ClientCertificate;
import dev.signet.cli.kubeconfig.UserEntry.Password;
import dev.signet.cli.kubeconfig.UserEntry.Pem;
import dev.signet.cli.kubeconfig.UserEntry.Token;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAKey;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * Gathers what a user has to prove himself. What he holds himself goes before what a plugin hands
 * out, so that {@code --token} spares a visit to the plugin.
 */
final class IdentityReader {
  private final UserEntry user;
  private final Inputs inputs;
  private final PluginRun plugin;

  IdentityReader(UserEntry user, Inputs inputs, PluginRun plugin) {
    this.user = user;
    this.inputs = inputs;
    this.plugin = plugin;
  }

  /** Reads files and runs the plugin, if it comes to that. */
  Identity read() throws UnusableException {
    Optional<String> token = token(user.token());
    Optional<String> basic = basic(user.password());
    if (token.isPresent() && basic.isPresent()) {
      throw new UnusableException("username/password or bearer token may be set, but not both");
    }
    Optional<ClientKey> key = key(user.certificate());
    Optional<String> own = token.or(() -> basic);
    if (own.isPresent() || key.isPresent()) {
      return new Identity(own, key, Optional.empty());
    }
    return switch (user.source()) {
      case null -> Identity.NOBODY;
      case ExecPlugin exec -> handedOut(exec);
      case AuthProvider(String name, String idToken) when name.equals("oidc") ->
          idToken.isEmpty() ? Identity.NOBODY : Identity.bearer(idToken, Optional.empty());
      case AuthProvider(String name, String idToken) ->
          throw new UnusableException(
              Fault.of("no Auth Provider found for name \"%s\"".formatted(name))
                  .hint("use a credential plugin (exec) in the kubeconfig instead"));
    };
  }

  private Identity handedOut(ExecPlugin exec) throws UnusableException {
    try {
      return plugin.run(exec);
    } catch (UnusableException e) {
      throw new UnusableException(e.fault().within("getting credentials: %s"));
    }
  }

  /** The file goes before the text: it is the one that gets renewed. */
  private Optional<String> token(Token token) throws UnusableException {
    if (token.file().isEmpty()) {
      return header("Bearer ", token.text());
    }
    try {
      String read = new String(inputs.read(token.file()), UTF_8).strip();
      return header("Bearer ", read.isEmpty() ? token.text() : read);
    } catch (FileFault e) {
      if (token.text().isEmpty()) {
        throw new UnusableException(String.valueOf(e.getMessage()));
      }
      return header("Bearer ", token.text());
    }
  }

  private static Optional<String> basic(Password password) throws UnusableException {
    if (password.username().isEmpty()) {
      return Optional.empty();
    }
    String plain = password.username() + ":" + password.password();
    return header("Basic ", Base64.getEncoder().encodeToString(plain.getBytes(UTF_8)));
  }

  /** The value of the header; empty for no credentials. */
  static Optional<String> header(String kind, String credentials) throws UnusableException {
    if (credentials.isEmpty()) {
      return Optional.empty();
    }
    String value = kind + credentials;
    if (!new Outgoing.Header("Authorization", value).isSendable()) {
      throw new UnusableException("net/http: invalid header field value for \"Authorization\"");
    }
    return Optional.of(value);
  }

  private Optional<ClientKey> key(ClientCertificate pair) throws UnusableException {
    return pair.isGiven()
        ? Optional.of(key(content(pair.certificate()), content(pair.key())))
        : Optional.empty();
  }

  private byte[] content(Pem pem) throws UnusableException {
    try {
      return pem.data().size() > 0 ? pem.data().toArray() : inputs.read(pem.file());
    } catch (FileFault e) {
      throw new UnusableException(String.valueOf(e.getMessage()));
    }
  }

  /** A pair out of PEM. Errors name what is missing, never what is there. */
  static ClientKey key(byte[] certificate, byte[] key) throws UnusableException {
    List<X509Certificate> chain = new PemFile(certificate).certificates();
    if (chain.isEmpty()) {
      throw new UnusableException("tls: failed to find any PEM data in certificate input");
    }
    Optional<PrivateKey> found = new PemFile(key).privateKey();
    if (found.isEmpty()) {
      throw new UnusableException("tls: failed to find any PEM data in key input");
    }
    if (!found.get().getAlgorithm().equals(chain.getFirst().getPublicKey().getAlgorithm())) {
      throw new UnusableException("tls: private key type does not match public key type");
    }
    if (!belongs(found.get(), chain.getFirst().getPublicKey())) {
      throw new UnusableException("tls: private key does not match public key");
    }
    return new ClientKey(found.get(), chain);
  }

  /** Looks at RSA alone, the usual kind: for others the server finds out. */
  private static boolean belongs(PrivateKey key, PublicKey certified) {
    return !(key instanceof RSAKey own)
        || !(certified instanceof RSAKey other)
        || own.getModulus().equals(other.getModulus());
  }
}
