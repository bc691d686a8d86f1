package dev.signet.e2e.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.signet.e2e.cluster.Command.Ran;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The cluster under test, as its administrator sees it. */
public final class Cluster {
  /** What the API server said. */
  public record Answer(int status, JsonNode body) {
    public boolean ok() {
      return status / 100 == 2;
    }
  }

  /** The project's own folder. */
  public static final Path ROOT = Path.of(property("signet.root"));

  private static final RandomGenerator RANDOM = RandomGenerator.getDefault();
  private static final String LETTERS = "bcdfghjklmnpqrstvwxz2456789";

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI proxy;

  private Cluster(URI proxy) {
    this.proxy = proxy;
  }

  /** Connects once for all tests; afterwards the SealedSecret type is there, and collected. */
  public static Cluster current() {
    return Current.CLUSTER;
  }

  private static final class Current {
    static final Cluster CLUSTER = connect();
  }

  private static Cluster connect() {
    Ran version = Command.of("kubectl", "version", "--request-timeout=10s").run();
    if (version.exit() != 0) {
      throw new AssertionError(
          "no cluster answers; set KUBECONFIG, or use e2e/testbed/testbed run: " + version.err());
    }
    System.out.println("cluster: " + version.out().strip().replace("\n", ", "));
    Cluster cluster = new Cluster(startProxy());
    Definition.install(cluster);
    return cluster;
  }

  private static URI startProxy() {
    try {
      Process process =
          new ProcessBuilder("kubectl", "proxy", "--port=0").redirectErrorStream(true).start();
      Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
      BufferedReader out =
          new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
      String line = out.readLine();
      if (line == null || !line.contains("127.0.0.1:")) {
        throw new AssertionError("kubectl proxy does not serve: " + line);
      }
      return URI.create("http://" + line.substring(line.indexOf("127.0.0.1:")).strip());
    } catch (IOException e) {
      throw new UncheckedIOException("kubectl is not on PATH", e);
    }
  }

  public static String property(String name) {
    String value = System.getProperty(name);
    if (value == null) {
      throw new AssertionError("the property " + name + " is not set; run by ./mvnw -Pe2e verify");
    }
    return value;
  }

  /** Stock kubectl, which must succeed. */
  public String kubectl(String... arguments) {
    return Command.of(words(arguments)).out();
  }

  /** {@code kubectl apply} of a text, which must succeed. */
  public void apply(String manifests) {
    Command.of(words("apply", "-f", "-")).input(manifests).out();
  }

  static List<String> words(String... arguments) {
    return Stream.concat(Stream.of("kubectl"), Stream.of(arguments)).toList();
  }

  public Optional<JsonNode> get(Kind kind, String namespace, String name) {
    return get(kind.in(namespace, name));
  }

  public Optional<JsonNode> get(String path) {
    Answer answer = send("GET", path, null);
    return switch (answer.status) {
      case 200 -> Optional.of(answer.body);
      case 404 -> Optional.empty();
      default -> throw new AssertionError("GET " + path + ": " + answer);
    };
  }

  public List<JsonNode> list(Kind kind, String namespace) {
    JsonNode list = get(kind.in(namespace)).orElseThrow();
    return list.path("items").valueStream().toList();
  }

  /** A request that may be refused, and then says so. */
  public Answer send(String method, String path, @Nullable JsonNode body) {
    BodyPublisher content =
        body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body.toString());
    String type = method.equals("PATCH") ? "application/merge-patch+json" : "application/json";
    HttpRequest request =
        HttpRequest.newBuilder(proxy.resolve(path))
            .timeout(Duration.ofSeconds(30))
            .header("Content-Type", type)
            .method(method, content)
            .build();
    try {
      HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
      return new Answer(response.statusCode(), parse(response.body()));
    } catch (IOException e) {
      throw new UncheckedIOException(method + " " + path, e);
    } catch (InterruptedException e) {
      throw Interruption.of(e);
    }
  }

  /** The service proxy answers with what the service says, which need not be JSON. */
  private static JsonNode parse(String body) {
    return body.startsWith("{") ? Json.read(body) : Json.object().put("text", body);
  }

  /** A namespace that no other test has. */
  public Namespace newNamespace() {
    StringBuilder name = new StringBuilder("e2e-");
    for (int i = 0; i < 6; i++) {
      name.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
    }
    return newNamespace(name.toString());
  }

  public Namespace newNamespace(String name) {
    JsonNode body = Json.tree(Map.of("metadata", Map.of("name", name)));
    Answer answer = send("POST", "/api/v1/namespaces", body);
    if (!answer.ok()) {
      throw new AssertionError("not made: " + answer);
    }
    return new Namespace(this, name);
  }
}
