package dev.signet.cli.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.signet.cli.cluster.Controller.Place;
import dev.signet.cli.kubeconfig.ClusterOptions;
import dev.signet.cli.kubeconfig.ClusterOptions.Impersonation;
import dev.signet.cli.kubeconfig.ClusterOptions.Login;
import dev.signet.cli.kubeconfig.ClusterOptions.Selection;
import dev.signet.cli.kubeconfig.ClusterOptions.Server;
import dev.signet.cli.terminal.Terminal;
import dev.signet.cli.vectors.FakeApiServer;
import dev.signet.cli.vectors.FakeApiServer.Reply;
import dev.signet.cli.vectors.FakeApiServer.Route;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** A folder with a kubeconfig for a server of ours, and what is asked of it from there. */
final class Bench implements AutoCloseable {
  static final String SERVICES = "/api/v1/namespaces/kube-system/services/";
  static final String SERVICE = SERVICES + "sealed-secrets-controller";
  static final String PROXY = SERVICES + "http:sealed-secrets-controller:http/proxy";
  static final String SERVICE_JSON =
      "{\"kind\":\"Service\",\"apiVersion\":\"v1\",\"spec\":{\"ports\":[{\"name\":\"http\"}]}}";
  static final Place USUAL = new Place("kube-system", "sealed-secrets-controller");

  final FakeApiServer server;
  private final Path folder;
  private final Map<String, String> env = new TreeMap<>();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private int verbosity;
  private String requestTimeout = "";
  private Clock clock = Clock.systemUTC();

  Bench(Path folder, FakeApiServer server) {
    this.folder = folder;
    this.server = server;
    env.put("HOME", folder.toString());
    env.put("PATH", folder.toString());
    configure("", "");
  }

  /** Writes the kubeconfig, with these fields of its cluster and its user. */
  Bench configure(String cluster, String user) {
    return configure(server.url(), cluster, user);
  }

  Bench configure(String address, String cluster, String user) {
    return file(
        ".kube/config",
        """
        current-context: x
        contexts: [{name: x, context: {cluster: c, user: u}}]
        clusters: [{name: c, cluster: {server: "%s", %s}}]
        users: [{name: u, user: {%s}}]
        """
            .formatted(address, cluster, user));
  }

  Bench file(String name, String text) {
    try {
      Path path = folder.resolve(name);
      Files.createDirectories(path.getParent());
      Files.writeString(path, text);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Bench program(String name, String script) {
    file(name, "#!/bin/sh\n" + script + "\n");
    try {
      Files.setPosixFilePermissions(
          folder.resolve(name), PosixFilePermissions.fromString("rwx------"));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String read(String name) {
    try {
      return Files.readString(folder.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Bench variable(String name, String value) {
    env.put(name, value);
    return this;
  }

  Bench verbosity(int level) {
    verbosity = level;
    return this;
  }

  Bench requestTimeout(String text) {
    requestTimeout = text;
    return this;
  }

  Bench clock(Clock other) {
    clock = other;
    return this;
  }

  /** Serves the Service, and a certificate behind it. */
  Bench serveAll() {
    return serve(
        Route.get(SERVICE, Reply.json(200, SERVICE_JSON)),
        Route.get(PROXY + "/v1/cert.pem", Reply.ok("PEM")));
  }

  Bench serve(Route... routes) {
    server.serve(List.of(routes));
    return this;
  }

  Surroundings surroundings() {
    Terminal terminal =
        new Terminal(
            InputStream.nullInputStream(),
            OutputStream.nullOutputStream(),
            new PrintStream(err, true, UTF_8),
            new Terminal.Place(folder, env),
            Set.of());
    return new Surroundings(terminal, clock, verbosity);
  }

  private ClusterOptions options() {
    return new ClusterOptions(
        Selection.NONE, Server.NONE, Login.NONE, Impersonation.NONE, requestTimeout);
  }

  Search find(Place place) {
    return Controller.find(place, options(), surroundings());
  }

  Controller controller() {
    return switch (find(USUAL)) {
      case Search.Found(Controller controller) -> controller;
      case Search.Missing(Fault fault) -> throw new AssertionError(fault.error());
    };
  }

  /** Why the controller was not found. */
  Fault fault() {
    return fault(USUAL);
  }

  Fault fault(Place place) {
    return switch (find(place)) {
      case Search.Found(Controller controller) -> throw new AssertionError("it was found");
      case Search.Missing(Fault fault) -> fault;
    };
  }

  /** What the certificate is, or why there is none. */
  String certificate() {
    return text(controller().fetchCertificate());
  }

  static String text(CertificateAnswer answer) {
    return switch (answer) {
      case CertificateAnswer.Fetched(var bytes) -> new String(bytes.toArray(), UTF_8);
      case CertificateAnswer.Failed(Fault fault) -> "error: " + fault.error();
    };
  }

  /** The value of a header of each request. */
  List<String> sent(String header) {
    return server.requests().stream().map(it -> it.header(header).orElse("none")).toList();
  }

  List<String> paths() {
    return server.requests().stream().map(FakeApiServer.Request::toString).toList();
  }

  String err() {
    return err.toString(UTF_8);
  }

  @Override
  public void close() {
    server.close();
  }
}
