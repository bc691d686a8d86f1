package dev.signet.cli.cluster;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The head of a request as a client sends it to a proxy (RFC 9112, section 3.2).
 *
 * @param target host, and port if there is one
 * @param path behind the target; empty for a tunnel
 * @param rest the head without its first line, both line ends of its end included
 */
record ProxyRequest(String method, String target, String path, String rest) {
  private static final Pattern LINE =
      Pattern.compile("([A-Z]+) (?:http://)?([^/ ]+)(\\S*) HTTP/1\\.1\r\n(.*)", Pattern.DOTALL);
  private static final Pattern LENGTH =
      Pattern.compile("(?:^|\n)content-length: *(\\d{1,9})\r", Pattern.CASE_INSENSITIVE);
  private static final Pattern HOST =
      Pattern.compile("(?<=^|\n)host:[^\r\n]*", Pattern.CASE_INSENSITIVE);
  private static final String END = "\r\n\r\n";
  private static final int LONGEST = 1 << 16;

  /** Reads one; empty at the end of the connection, or if it is none. */
  static Optional<ProxyRequest> read(InputStream in) throws IOException {
    Matcher line = LINE.matcher(head(in));
    return line.matches()
        ? Optional.of(
            new ProxyRequest(
                line.group(1), StandIn.meant(line.group(2)), line.group(3), line.group(4)))
        : Optional.empty();
  }

  /** Byte by byte, since what follows may be for somebody else. */
  private static String head(InputStream in) throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    for (int matched = 0; matched < END.length(); ) {
      int next = in.read();
      if (next < 0 && head.size() == 0) {
        return "";
      }
      if (next < 0 || head.size() > LONGEST) {
        throw new EOFException("the head of a request breaks off");
      }
      head.write(next);
      matched = next == END.charAt(matched) ? matched + 1 : next == '\r' ? 1 : 0;
    }
    return head.toString(ISO_8859_1);
  }

  /** The target as an address, so that errors can name it. */
  Address address() throws IOException {
    try {
      return Address.ofPlace("http", target);
    } catch (UnusableException e) {
      throw new IOException(e.fault().error(), e);
    }
  }

  boolean isTunnel() {
    return method.equals("CONNECT");
  }

  int bodyLength() {
    Matcher length = LENGTH.matcher(rest);
    return length.find() ? Integer.parseInt(length.group(1)) : 0;
  }

  String host() {
    return hasPort() ? target.substring(0, target.lastIndexOf(':')) : target;
  }

  int port() {
    return hasPort() ? Integer.parseInt(target.substring(target.lastIndexOf(':') + 1)) : 80;
  }

  private boolean hasPort() {
    return target.matches(".*:\\d{1,5}");
  }

  /** As another proxy is to get it. */
  String forProxy(Optional<String> authorization) {
    String place = isTunnel() ? target : "http://" + target + path;
    // The client writes the host of a tunnel itself, even where another stands in for it.
    String headers =
        isTunnel()
            ? HOST.matcher(rest).replaceFirst(Matcher.quoteReplacement("Host: " + target))
            : rest;
    String proof = authorization.map(it -> "Proxy-Authorization: " + it + "\r\n").orElse("");
    return method + " " + place + " HTTP/1.1\r\n" + proof + headers;
  }

  /** As the target itself is to get it. */
  String forTarget() {
    String place = path.startsWith("/") ? path : "/" + path;
    return method + " " + place + " HTTP/1.1\r\n" + rest;
  }
}
