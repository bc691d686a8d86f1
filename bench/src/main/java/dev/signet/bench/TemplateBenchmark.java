package dev.signet.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.signet.template.Renderer;
import dev.signet.template.Rendering;
import dev.signet.template.Template;
import dev.signet.template.limit.Limits;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The template that most people have: the configuration of a registry client. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class TemplateBenchmark {
  static final String TEXT =
      """
      {{- $auth := printf "%s:%s" .user .password | b64enc -}}
      {{ dict "auths" (dict .host (dict "username" .user "password" .password "auth" $auth)) | toJson }}
      """;

  static final Map<String, String> ITEMS =
      Map.of("user", "deploy", "password", "s3cr3t&pass", "host", "registry.example.com");

  private final Renderer renderer = new Renderer();
  private final Map<String, byte[]> items =
      Map.of(
          "user", bytes("user"),
          "password", bytes("password"),
          "host", bytes("host"));
  private final Template parsed = parsed();

  private static byte[] bytes(String item) {
    return String.valueOf(ITEMS.get(item)).getBytes(UTF_8);
  }

  private Template parsed() {
    if (renderer.parse("docker", TEXT.getBytes(UTF_8), Limits.standard()) instanceof Template t) {
      return t;
    }
    throw new IllegalStateException("the template cannot be parsed");
  }

  @Benchmark
  public Rendering render() {
    return parsed.render(items, Limits.standard());
  }

  @Benchmark
  public Rendering parseAndRender() {
    return renderer.render("docker", TEXT.getBytes(UTF_8), items, Limits.standard());
  }
}
