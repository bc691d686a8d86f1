package dev.signet.cli.vectors;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;

/**
 * A server on 127.0.0.1 that answers by a list of routes and writes down every request. What is in
 * no route is 404, {@code no such route in this case}.
 */
public final class FakeApiServer implements AutoCloseable {
  /** What is served on exactly this method and path with query, so often. */
  public record Route(String method, String path, Reply reply, int times) {
    public static final int ALWAYS = Integer.MAX_VALUE;

    public static Route get(String path, Reply reply) {
      return new Route("GET", path, reply, ALWAYS);
    }

    public static Route post(String path, Reply reply) {
      return new Route("POST", path, reply, ALWAYS);
    }

    public Route times(int count) {
      return new Route(method, path, reply, count);
    }
  }

  /** What is sent, after how long. */
  @SuppressWarnings("ArrayRecordComponent") // a test's own bytes
  public record Reply(
      int status, Map<String, String> headers, byte[] body, Duration delay, boolean hangsUp) {
    public static Reply of(int status, Map<String, String> headers, String body) {
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      return new Reply(status, headers, bytes, Duration.ZERO, false);
    }

    public static Reply ok(String body) {
      return of(200, Map.of(), body);
    }

    public static Reply json(int status, String body) {
      return of(status, Map.of("Content-Type", "application/json"), body);
    }

    /** Closes the connection without a word. */
    public static Reply hangUp() {
      return new Reply(0, Map.of(), new byte[0], Duration.ZERO, true);
    }

    public Reply after(Duration pause) {
      return new Reply(status, headers, body, pause, hangsUp);
    }
  }

  /** What came in: headers by lower-case name, several of one name joined by comma and blank. */
  @SuppressWarnings("ArrayRecordComponent") // a test's own bytes
  public record Request(String method, String path, Map<String, String> headers, byte[] body) {
    public Optional<String> header(String name) {
      return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    public String bodyText() {
      return new String(body, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
      return method + " " + path;
    }
  }

  private final ServerSocket socket;
  private final Thread accepting;
  private final String scheme;
  private final List<Request> requests = new ArrayList<>();
  private final List<Route> routes = new ArrayList<>();
  private final Map<Route, Integer> left = new HashMap<>();
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();

  private FakeApiServer(ServerSocket socket, String scheme) {
    this.socket = socket;
    this.scheme = scheme;
    accepting = Thread.ofVirtual().start(this::accept);
  }

  public static FakeApiServer http() {
    try {
      return new FakeApiServer(new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1")), "http");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Serves over TLS.
   *
   * @param context holds the server's key, and whom it trusts if it asks for a certificate
   */
  public static FakeApiServer https(SSLContext context, boolean wantsCertificate) {
    SSLParameters parameters = context.getDefaultSSLParameters();
    parameters.setNeedClientAuth(wantsCertificate);
    return https(context, parameters);
  }

  /** Serves over TLS with these parameters, such as names that it answers to. */
  public static FakeApiServer https(SSLContext context, SSLParameters parameters) {
    try {
      SSLServerSocket socket =
          (SSLServerSocket)
              context
                  .getServerSocketFactory()
                  .createServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1"));
      socket.setSSLParameters(parameters);
      return new FakeApiServer(socket, "https");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Adds routes; the first that fits and is not used up answers. */
  public FakeApiServer serve(List<Route> more) {
    synchronized (requests) {
      routes.addAll(more);
    }
    return this;
  }

  public String hostPort() {
    return "127.0.0.1:" + socket.getLocalPort();
  }

  public String url() {
    return scheme + "://" + hostPort();
  }

  public List<Request> requests() {
    synchronized (requests) {
      return List.copyOf(requests);
    }
  }

  private void accept() {
    while (!socket.isClosed()) {
      try {
        Socket connection = socket.accept();
        open.add(connection);
        Thread.ofVirtual().start(() -> converse(connection));
      } catch (SocketException e) {
        return;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** One connection, until either side has enough; what breaks it is the client's to report. */
  private void converse(Socket connection) {
    try (connection) {
      HttpTalk talk = new HttpTalk(connection.getInputStream(), connection.getOutputStream());
      for (Optional<Request> next = talk.read(); next.isPresent(); next = talk.read()) {
        Reply reply = answer(next.get());
        Thread.sleep(reply.delay());
        if (reply.hangsUp()) {
          return;
        }
        talk.write(reply);
      }
    } catch (IOException e) {
      // A client that goes away, or that refuses our certificate.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      open.remove(connection);
    }
  }

  private Reply answer(Request request) {
    synchronized (requests) {
      requests.add(request);
      for (Route route : routes) {
        int uses = left.getOrDefault(route, route.times());
        boolean fits =
            route.method().equals(request.method()) && route.path().equals(request.path());
        if (fits && uses > 0) {
          left.put(route, uses - 1);
          return route.reply();
        }
      }
    }
    return Reply.of(404, Map.of(), "no such route in this case\n");
  }

  @Override
  public void close() {
    try {
      socket.close();
      for (Socket connection : open) {
        connection.close();
      }
      // The system takes connections until whoever waits for one has woken up.
      accepting.join();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
