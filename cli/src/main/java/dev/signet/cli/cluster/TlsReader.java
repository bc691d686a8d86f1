package dev.signet.cli.cluster;

import dev.signet.cli.cluster.OwnKey.ClientKey;
import dev.signet.cli.cluster.Tls.Trust;
import dev.signet.cli.files.FileFault;
import dev.signet.cli.files.Inputs;
import dev.signet.cli.kubeconfig.ClusterEntry.ServerTrust;
import dev.signet.cli.terminal.Terminal;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/** Gathers what TLS with an API server needs. */
record TlsReader(ServerTrust trust, Terminal terminal) {

  Tls read(Optional<ClientKey> own) throws UnusableException {
    return new Tls(whom(), trust.serverName(), own);
  }

  /** For where the configuration says nothing about trust. */
  static Tls plain(Terminal terminal) {
    Trust trust = new Trust.Usual(new SystemRoots(terminal.env(), terminal.place().directory()));
    return new Tls(trust, "", Optional.empty());
  }

  private Trust whom() throws UnusableException {
    if (!trust.checked()) {
      if (trust.hasAuthority()) {
        throw new UnusableException(
            "specifying a root certificates file with the insecure flag is not allowed");
      }
      return new Trust.Anybody();
    }
    if (!trust.hasAuthority()) {
      return plain(terminal).trust();
    }
    PemFile pem = new PemFile(authority());
    List<X509Certificate> authorities = pem.certificates();
    if (authorities.isEmpty()) {
      throw new UnusableException(
          "unable to load root certificates: "
              + (pem.hasBlocks()
                  ? "no valid certificate authority data seen"
                  : "unable to parse bytes as PEM block"));
    }
    return new Trust.SignedBy(authorities);
  }

  /** The PEM text of the cluster's own authorities; empty if it has none. */
  byte[] authority() throws UnusableException {
    if (trust.authorityData().size() > 0 || trust.authorityFile().isEmpty()) {
      return trust.authorityData().toArray();
    }
    try {
      return new Inputs(terminal).read(trust.authorityFile());
    } catch (FileFault e) {
      throw new UnusableException(String.valueOf(e.getMessage()));
    }
  }
}
