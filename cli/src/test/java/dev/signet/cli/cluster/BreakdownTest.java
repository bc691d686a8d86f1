package dev.signet.cli.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("K-131")
@Tag("K-138")
final class BreakdownTest {
  private static final String UNVERIFIED = "tls: failed to verify certificate: x509: ";

  private record Row(Throwable thrown, String text) {}

  private static final List<Row> TABLE =
      List.of(
          new Row(
              new ConnectException("Connection refused"),
              "dial tcp h:443: connect: connection refused"),
          new Row(
              caused(new ConnectException(), new ClosedChannelException()),
              "dial tcp h:443: connect: connection refused"),
          new Row(
              new ConnectException("Network is unreachable"),
              "dial tcp h:443: connect: network is unreachable"),
          new Row(
              caused(new ConnectException(), new UnresolvedAddressException()),
              "dial tcp: lookup h: no such host"),
          new Row(new NoRouteToHostException(), "dial tcp h:443: connect: no route to host"),
          new Row(new IOException("HTTP/1.1 header parser received no bytes"), "EOF"),
          new Row(new IOException("Connection reset"), "EOF"),
          new Row(caused(new SSLHandshakeException("x"), new EOFException("y")), "EOF"),
          new Row(
              caused(new SSLHandshakeException("x"), new CertPathBuilderException("no path")),
              UNVERIFIED + "certificate signed by unknown authority"),
          new Row(
              caused(new SSLHandshakeException("x"), new CertificateExpiredException("NotAfter")),
              UNVERIFIED + "certificate has expired or is not yet valid"),
          new Row(
              caused(
                  new SSLHandshakeException("x"),
                  new CertificateException("No name matching h found.")),
              UNVERIFIED + "certificate is for other names: No name matching h found"),
          new Row(
              new SSLHandshakeException("Received fatal alert: bad_certificate"),
              "tls: Received fatal alert: bad_certificate"),
          new Row(
              new SSLException("Unsupported or unrecognized SSL message"),
              "http: server gave HTTP response to HTTPS client"),
          new Row(new IOException("Tunnel failed, got: 403"), "Forbidden"),
          new Row(new IOException("something else"), "something else"),
          new Row(new IOException(), "IOException"));

  private static Throwable caused(Throwable outer, Throwable inner) {
    outer.initCause(inner);
    return outer;
  }

  @Test
  void reasons_are_in_gos_words_where_it_has_any() throws UnusableException {
    Address address = Address.parse("https://h/x");
    for (Row row : TABLE) {
      Throwable wrapped = new ExecutionException(row.thrown);
      assertEquals(row.text, Breakdown.of(wrapped).text(address), row.toString());
    }
  }

  @Test
  void only_a_connection_that_was_there_is_lost() {
    assertTrue(Breakdown.of(new IOException("Connection reset")).isLostConnection());
    assertTrue(Breakdown.of(new EOFException()).isLostConnection());
    assertFalse(Breakdown.of(new ConnectException("Connection refused")).isLostConnection());
    assertFalse(Breakdown.of(new SSLException("no")).isLostConnection());
  }
}
