package dev.signet.controller.kube;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.http.AsyncBody;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import io.fabric8.kubernetes.client.jdkhttp.JdkHttpClientFactory;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Connections to the API server.
 *
 * <p>HTTP/1.1 alone: over HTTP/2 all requests share one connection, and one that stays open but
 * forwards nothing fails them all for minutes. The client can be replaced while in use, so that
 * after such a fault no request is given an old connection.
 */
final class Transport {
  /** An answer whose body is still to be read. */
  record Answer(int code, HttpResponse<AsyncBody> head, BodyStream body) {}

  private final Config config;
  private final String product;
  private volatile HttpClient client;

  Transport(Config from, ClientSettings settings) {
    config =
        new ConfigBuilder(from)
            .withHttp2Disable(true)
            .withConnectionTimeout((int) settings.connect().toMillis())
            .withRequestRetryBackoffLimit(0)
            .withUserAgent(settings.product())
            .build();
    product = settings.product();
    client = new Factory().newBuilder(config).build();
  }

  /** Requests under way go on; later ones get new connections. */
  void renew() {
    // The old client is not closed but forgotten: it ends with its last request.
    client = new Factory().newBuilder(config).build();
  }

  /**
   * Sends, and waits for the headers.
   *
   * @throws IOException if there is no answer, with a reason that may be logged
   */
  Answer send(Request request, BodyStream body, Limits limits) throws IOException {
    Duration headersWithin = limits.headers();
    CompletableFuture<HttpResponse<AsyncBody>> future = begin(request, body, limits);
    try {
      CompletableFuture.anyOf(future, body.closed())
          .get(headersWithin.toNanos(), TimeUnit.NANOSECONDS);
      if (!future.isDone()) {
        throw new IOException("gave up on the connection");
      }
      HttpResponse<AsyncBody> head = future.get();
      body.begin(head.body());
      return new Answer(head.code(), head, body);
    } catch (ExecutionException failed) {
      throw new IOException(Reasons.of(failed, headersWithin));
    } catch (TimeoutException late) {
      throw new IOException(Reasons.noAnswer(headersWithin));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted");
    } finally {
      // Has no effect on an answer that is there.
      future.cancel(true);
    }
  }

  private CompletableFuture<HttpResponse<AsyncBody>> begin(
      Request request, BodyStream body, Limits limits) throws IOException {
    try {
      return client.consumeBytes(http(request, limits), (buffers, source) -> body.offer(buffers));
    } catch (RuntimeException refused) {
      // A credential that cannot be got: the library says so on the spot, and at length.
      throw new IOException(Reasons.of(refused, limits.headers()));
    }
  }

  private HttpRequest http(Request request, Limits limits) {
    HttpRequest.Builder builder =
        client
            .newHttpRequestBuilder()
            .uri(URI.create(config.getMasterUrl() + request.target()))
            // To the JDK the time ends with the headers, from JDK 26 on with the body: so both.
            .timeout(limits.all().toMillis(), TimeUnit.MILLISECONDS)
            .setHeader("Accept", request.accept())
            .setHeader("User-Agent", product);
    Request.Body body = request.body();
    if (body.tree() != null) {
      builder.setHeader("Content-Type", body.type());
      builder.method(request.method(), body.type(), body.text());
    }
    return builder.build();
  }

  private static final class Factory extends JdkHttpClientFactory {
    @Override
    protected java.net.http.HttpClient.Builder createNewHttpClientBuilder() {
      return java.net.http.HttpClient.newBuilder()
          .executor(Executors.newVirtualThreadPerTaskExecutor());
    }

    @Override
    protected void additionalConfig(java.net.http.HttpClient.Builder builder) {
      // A redirect would carry the token to another host.
      builder.version(Version.HTTP_1_1).followRedirects(Redirect.NEVER);
    }
  }
}
