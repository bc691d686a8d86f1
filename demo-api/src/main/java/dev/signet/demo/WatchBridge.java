package dev.signet.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Gives the mock server the three things it lacks: a watch over plain HTTP, as API servers speak it
 * (the mock knows only web sockets), a word about rights (everybody may do everything), and one
 * about what is not there: a 404 alone could be that of any proxy. All else passes through as it
 * is.
 */
final class WatchBridge implements AutoCloseable {
  private static final Pattern WATCH = Pattern.compile("(^|&)watch=(true|1)(&|$)");
  private static final Pattern SECONDS = Pattern.compile("(^|&)timeoutSeconds=(\\d+)(&|$)");

  private static final String ALLOWED =
      """
      {"apiVersion": "authorization.k8s.io/v1", "kind": "SelfSubjectAccessReview",
       "status": {"allowed": true}}
      """;

  private static final Pattern OBJECT = Pattern.compile(".*/([^/]+)/([^/]+)");

  private final URI target;
  private final HttpServer server;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  WatchBridge(URI target) throws IOException {
    this.target = target;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::serve);
    server.start();
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  @Override
  public void close() {
    server.stop(0);
    client.shutdownNow();
  }

  private void serve(HttpExchange exchange) throws IOException {
    String query = Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse("");
    try (exchange) {
      if (WATCH.matcher(query).find()) {
        watch(exchange, limit(query));
      } else if (exchange.getRequestURI().getPath().endsWith("/selfsubjectaccessreviews")) {
        answer(exchange, 201, ALLOWED.getBytes(UTF_8));
      } else {
        forward(exchange);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void forward(HttpExchange exchange) throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(target.resolve(exchange.getRequestURI().toString()))
            .method(
                exchange.getRequestMethod(),
                BodyPublishers.ofByteArray(exchange.getRequestBody().readAllBytes()));
    for (String name : new String[] {"Accept", "Content-Type"}) {
      Optional.ofNullable(exchange.getRequestHeaders().getFirst(name))
          .ifPresent(value -> request.header(name, value));
    }
    HttpResponse<byte[]> response = client.send(request.build(), BodyHandlers.ofByteArray());
    Matcher object = OBJECT.matcher(exchange.getRequestURI().getPath());
    boolean isBare = response.statusCode() == 404 && response.body().length == 0;
    byte[] body = isBare && object.matches() ? missing(object) : response.body();
    answer(exchange, response.statusCode(), body);
  }

  private static byte[] missing(MatchResult object) {
    return """
    {"apiVersion": "v1", "kind": "Status", "status": "Failure", "code": 404, "reason": "NotFound",
     "message": "%1$s %2$s not found", "details": {"kind": "%1$s", "name": "%2$s"}}
    """
        .formatted(object.group(1), object.group(2))
        .getBytes(UTF_8);
  }

  private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
  }

  private void watch(HttpExchange exchange, Duration limit)
      throws IOException, InterruptedException {
    Frames frames = new Frames();
    URI address = target.resolve(exchange.getRequestURI().toString());
    WebSocket socket =
        client
            .newWebSocketBuilder()
            .buildAsync(URI.create("ws" + address.toString().substring("http".length())), frames)
            .join();
    try {
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, 0);
      frames.copyTo(exchange.getResponseBody(), limit);
    } finally {
      socket.abort();
    }
  }

  private static Duration limit(String query) {
    Matcher seconds = SECONDS.matcher(query);
    return Duration.ofSeconds(seconds.find() ? Long.parseLong(seconds.group(2)) : 300);
  }

  /** The web socket's messages, one a line. */
  private static final class Frames implements WebSocket.Listener {
    private static final String END = "";

    private final BlockingQueue<String> lines = new ArrayBlockingQueue<>(10_000);
    private final StringBuilder partial = new StringBuilder();

    void copyTo(OutputStream out, Duration limit) throws IOException, InterruptedException {
      long end = System.nanoTime() + limit.toNanos();
      out.flush();
      while (true) {
        String line = lines.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
        if (line == null || line.equals(END)) {
          return;
        }
        out.write((line + "\n").getBytes(UTF_8));
        out.flush();
      }
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
      partial.append(text);
      if (last) {
        lines.add(partial.toString());
        partial.setLength(0);
      }
      socket.request(1);
      return CompletableFuture.completedStage(null);
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
      lines.add(END);
      return null;
    }

    @Override
    public void onError(WebSocket socket, Throwable error) {
      lines.add(END);
    }
  }
}
