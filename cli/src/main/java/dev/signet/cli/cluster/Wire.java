package dev.signet.cli.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.signet.cli.cluster.Outgoing.Header;
import io.fabric8.kubernetes.client.RequestConfig;
import io.fabric8.kubernetes.client.RequestConfigBuilder;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import io.fabric8.kubernetes.client.jdkhttp.JdkHttpClientFactory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ProxySelector;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.zip.GZIPInputStream;
import javax.net.ssl.SSLContext;

/**
 * Sends requests, each once: repetitions, redirects, credentials and time limits are up to who
 * asks. Everything that the Kubernetes client would decide on its own is switched off, as it
 * decides otherwise than kubeseal: it repeats a request for a minute, and knows neither another
 * server name for TLS nor the rules of NO_PROXY.
 */
final class Wire implements AutoCloseable {
  static {
    // What is sent to a stand-in is meant for somebody else, and has to say so. The JDK's client
    // asks once whether its callers may.
    System.setProperty("jdk.httpclient.allowRestrictedHeaders", "host");
  }

  private final HttpClient client;
  private final Proxies proxies;

  Wire(SSLContext tls, Proxies proxies) {
    this.proxies = proxies;
    RequestConfig once = new RequestConfigBuilder().withRequestRetryBackoffLimit(0).build();
    HttpClient.Builder builder = new Clients(tls, proxies).newBuilder();
    // HTTP/2 would share one connection, and one that is open but dead would stall every request.
    builder.preferHttp11();
    builder.tag(once);
    this.client = builder.build();
  }

  private static final class Clients extends JdkHttpClientFactory {
    private final SSLContext tls;
    private final ProxySelector proxies;

    Clients(SSLContext tls, ProxySelector proxies) {
      this.tls = tls;
      this.proxies = proxies;
    }

    @Override
    protected void additionalConfig(java.net.http.HttpClient.Builder builder) {
      builder
          .sslContext(tls)
          .proxy(proxies)
          .followRedirects(java.net.http.HttpClient.Redirect.NEVER);
    }
  }

  /** Why a request need not be tried at all, if so. */
  Optional<String> flaw(Address target) {
    return proxies.flaw(target);
  }

  /** Why a proxy could not be reached, if that is why a request has failed. */
  Optional<String> proxyTrouble(Address target, Breakdown breakdown) {
    return proxies.trouble(target, breakdown);
  }

  CompletableFuture<Incoming> send(Outgoing request) {
    HttpRequest.Builder builder = client.newHttpRequestBuilder().uri(request.address().uri());
    if (!request.isGet()) {
      builder.post("application/json", request.body().getBytes(UTF_8));
    }
    if (StandIn.isNeeded(request.address())) {
      builder.header("Host", request.address().hostPort());
    }
    for (Header header : request.headers()) {
      builder.header(header.name(), header.value());
    }
    return client.sendAsync(builder.build(), byte[].class).thenApply(Wire::incoming);
  }

  private static Incoming incoming(HttpResponse<byte[]> response) {
    Map<String, String> headers = new HashMap<>();
    response
        .headers()
        .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
    byte[] body = response.body();
    if ("gzip".equalsIgnoreCase(headers.get("content-encoding"))) {
      body = unzipped(body);
    }
    return new Incoming(response.code(), Map.copyOf(headers), body);
  }

  private static byte[] unzipped(byte[] body) {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(body))) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    client.close();
    proxies.close();
  }
}
