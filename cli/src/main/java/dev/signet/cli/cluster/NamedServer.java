package dev.signet.cli.cluster;

import java.security.KeyManagementException;
import java.security.SecureRandom;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLContextSpi;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocketFactory;
import javax.net.ssl.SSLSessionContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;

/**
 * A TLS context that takes every server for the one of a given name: it asks for that name, and
 * finds only that name in the certificate. The JDK's client has no setting for it: it takes the
 * name from the address, so the name has to be exchanged where engines are made.
 */
final class NamedServer extends SSLContextSpi {
  private final SSLContext context;
  private final String name;

  private NamedServer(SSLContext context, String name) {
    this.context = context;
    this.name = name;
  }

  static SSLContext context(SSLContext context, String name) {
    NamedServer named = new NamedServer(context, name);
    return new SSLContext(named, context.getProvider(), context.getProtocol()) {};
  }

  @Override
  protected SSLEngine engineCreateSSLEngine(String host, int port) {
    return new NamedEngine(context.createSSLEngine(name, port), this);
  }

  /** The parameters with our name in place of the one from the address. */
  SSLParameters renamed(SSLParameters parameters) {
    parameters.setServerNames(asked());
    return parameters;
  }

  private List<SNIServerName> asked() {
    boolean isLiteral = name.contains(":") || name.matches("[0-9.]+");
    return isLiteral ? List.of() : List.of(new SNIHostName(name));
  }

  @Override
  protected SSLParameters engineGetDefaultSSLParameters() {
    return context.getDefaultSSLParameters();
  }

  @Override
  protected SSLParameters engineGetSupportedSSLParameters() {
    return context.getSupportedSSLParameters();
  }

  @Override
  protected SSLSessionContext engineGetClientSessionContext() {
    return context.getClientSessionContext();
  }

  @Override
  protected SSLSessionContext engineGetServerSessionContext() {
    return context.getServerSessionContext();
  }

  @Override
  protected void engineInit(KeyManager[] keys, TrustManager[] trust, SecureRandom random)
      throws KeyManagementException {
    throw new KeyManagementException("it is initialised already");
  }

  @Override
  protected SSLEngine engineCreateSSLEngine() {
    throw new UnsupportedOperationException("an engine without a server");
  }

  @Override
  protected SSLSocketFactory engineGetSocketFactory() {
    throw new UnsupportedOperationException("the client uses engines alone");
  }

  @Override
  protected SSLServerSocketFactory engineGetServerSocketFactory() {
    throw new UnsupportedOperationException("this is no server");
  }
}
