package dev.signet.controller.http;

import dev.signet.controller.log.Log;
import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.util.JavalinException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import org.eclipse.jetty.ee10.servlet.ServletContextResponse;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;

/** A server of a few endpoints on one address. HTTP/1.1, no TLS: it stands behind a Service. */
public final class HttpServer implements AutoCloseable {
  /**
   * What a server is made of.
   *
   * @param read how long a request may take to come in
   * @param write how long its answer may take to go out
   */
  public record Plan(
      ListenAddress address, Duration read, Duration write, List<Endpoint> endpoints) {
    public Plan {
      endpoints = List.copyOf(endpoints);
    }
  }

  /** How starting went. */
  public sealed interface Start {
    record Serving(HttpServer server) implements Start {}

    /** One line with the address. */
    record CannotBind(String why) implements Start {}
  }

  /** Within the half minute that a Pod is given to end, when all other work has ended. */
  private static final Duration LAST_ANSWERS = Duration.ofSeconds(5);

  /**
   * Connections that may wait for a busy processor. Java's own 50 are soon too few, and those over
   * it are reset by the kernel without an answer; Go asks for as many as this.
   */
  private static final int MOST_TO_ACCEPT = 4096;

  private final Javalin javalin;

  private HttpServer(Javalin javalin) {
    this.javalin = javalin;
  }

  /** Listens from here on, or says why not. */
  public static Start start(Plan plan, Served served, Log log) {
    Javalin javalin = Javalin.create(config -> configure(config, plan, served, log));
    try {
      return new Start.Serving(new HttpServer(javalin.start()));
    } catch (JavalinException refused) {
      javalin.stop();
      return new Start.CannotBind(
          "cannot listen on %s: %s".formatted(plan.address(), reason(refused)));
    }
  }

  /** Of an address that left it to the system. */
  public int port() {
    return javalin.port();
  }

  /** Lets answers under way end. */
  @Override
  public void close() {
    javalin.stop();
  }

  private static void configure(JavalinConfig config, Plan plan, Served served, Log log) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.concurrency.useVirtualThreads = true;
    config.http.generateEtags = false;
    config.http.compressionStrategy = CompressionStrategy.NONE;
    config.router.ignoreTrailingSlashes = false;
    config.jetty.modifyServer(
        server -> {
          // What is under way at the stop is waited for.
          server.setHandler(new GracefulHandler());
          server.setStopTimeout(LAST_ANSWERS.toMillis());
        });
    config.jetty.addConnector((server, http) -> connector(server, http, plan));
    config.jetty.modifyServletContextHandler(
        // What is odd in a path is ours to answer, in our words.
        context -> context.getServletHandler().setDecodeAmbiguousURIs(true));
    for (Endpoint endpoint : plan.endpoints()) {
      for (HandlerType method : HandlerType.values()) {
        if (method.isHttpMethod()) {
          config.routes.addHttpHandler(
              method, endpoint.path(), context -> answer(endpoint, context, served, log));
        }
      }
    }
    config.routes.error(404, HttpServer::notFound);
  }

  private static ServerConnector connector(Server server, HttpConfiguration http, Plan plan) {
    http.setSendServerVersion(false);
    http.setUriCompliance(UriCompliance.UNSAFE);
    ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(http));
    connector.setHost(plan.address().host().isEmpty() ? null : plan.address().host());
    connector.setPort(plan.address().port());
    connector.setAcceptQueueSize(MOST_TO_ACCEPT);
    Duration longest = plan.read().compareTo(plan.write()) > 0 ? plan.read() : plan.write();
    connector.setIdleTimeout(longest.toMillis());
    connector.addBean(new Deadlines(connector.getScheduler(), plan.read(), plan.write()));
    return connector;
  }

  private static void answer(Endpoint endpoint, Context context, Served served, Log log) {
    long began = System.nanoTime();
    String method = context.method().name();
    Answer answer = answerSafely(endpoint, method, context, log);
    send(answer, context);
    if (context.req().getContentLengthLong() != 0 && answer.code() >= 400) {
      Unread.letIn(context, answer.body());
    }
    Duration took = Duration.ofNanos(System.nanoTime() - began);
    served.served(endpoint.path(), method, answer.code(), took);
  }

  private static Answer answerSafely(Endpoint endpoint, String method, Context context, Log log) {
    try {
      return endpoint.answer(method, new Question(context::header, body(context)));
    } catch (RuntimeException fault) {
      // The server would answer with its own page; and what a message quotes is nothing for a log.
      log.error("HTTP fault", "path", endpoint.path(), "error", fault.getClass().getName());
      return Answer.error(500, "internal error\n");
    }
  }

  private static Body body(Context context) {
    return new Body() {
      @Override
      public long declaredLength() {
        return context.req().getContentLengthLong();
      }

      @Override
      public InputStream open() throws IOException {
        return context.req().getInputStream();
      }
    };
  }

  private static void notFound(Context context) {
    String path = context.path();
    String clean = CleanPath.of(path);
    if (clean.equals(path)) {
      send(Answer.error(404, "404 page not found\n"), context);
    } else {
      send(Answer.of(307, "text/plain; charset=utf-8", "").with("Location", clean), context);
    }
  }

  private static void send(Answer answer, Context context) {
    context.status(answer.code());
    context.result(answer.body());
    context.res().setContentType(null);
    // Not by the servlet's own way, which writes types in a spelling of its own.
    HttpFields.Mutable headers =
        ServletContextResponse.getServletContextResponse(context.res()).getWrapped().getHeaders();
    answer.headers().forEach(headers::put);
  }

  private static String reason(Throwable refused) {
    Throwable cause = refused;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return String.valueOf(cause.getMessage());
  }
}
