package dev.signet.cli.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("K-139")
@Tag("K-141")
final class NoProxyTest {
  private record Row(String list, String host, boolean covered) {}

  private static final List<Row> TABLE =
      List.of(
          new Row("", "localhost", true),
          new Row("", "127.3.2.1", true),
          new Row("", "[::1]", true),
          new Row("", "example.com", false),
          new Row("*", "example.com", true),
          new Row("example.com", "example.com", true),
          new Row("example.com", "EXAMPLE.com", true),
          new Row(" x , Example.com ", "a.example.com", true),
          new Row("example.com", "badexample.com", false),
          new Row(".example.com", "example.com", false),
          new Row(".example.com", "a.b.example.com", true),
          new Row("*.example.com", "a.example.com", true),
          new Row("*.example.com", "example.com", false),
          new Row("example.com:443", "example.com", true),
          new Row("example.com:80", "example.com", false),
          new Row("10.0.0.1", "10.0.0.1", true),
          new Row("10.0.0.1", "10.0.0.11", false),
          new Row("10.0.0.1:443", "10.0.0.1", true),
          new Row("10.0.0.0/8", "10.200.3.4", true),
          new Row("10.0.0.0/9", "10.200.3.4", false),
          new Row("10.0.0.0/x", "10.0.0.1", false),
          new Row("fd00::/8", "[fd12::1]", true),
          new Row("fd00::/8", "10.0.0.1", false),
          new Row("fd00::1", "[fd00:0::1]", true),
          new Row("10.0.0.0/8", "ten.example.com", false));

  @Test
  void names_addresses_and_networks_are_left_out() {
    for (Row row : TABLE) {
      assertEquals(row.covered, NoProxy.parse(row.list).covers(row.host, 443), row.toString());
    }
  }

  @Test
  void the_variable_of_the_scheme_counts() throws UnusableException {
    Map<String, String> env =
        Map.of(
            "HTTP_PROXY", "plain:1",
            "https_proxy", "http://secure:2/",
            "no_proxy", "left.out");
    assertEquals("http://plain:1", proxy(env, "http://h"));
    assertEquals("http://secure:2/", proxy(env, "https://h"));
    assertEquals("none", proxy(env, "https://left.out"));
    assertEquals("none", proxy(Map.of("HTTP_PROXY", "", "ALL_PROXY", "x:1"), "http://h"));
    assertEquals("socks5://s:1", proxy(Map.of("HTTPS_PROXY", "socks5://s:1"), "https://h"));
  }

  private static String proxy(Map<String, String> env, String target) throws UnusableException {
    return ProxyChoice.ofEnvironment(env)
        .of(Address.parse(target))
        .map(Address::toString)
        .orElse("none");
  }

  @Test
  void a_proxy_of_the_kubeconfig_is_for_everything() throws UnusableException {
    ProxyChoice choice = ProxyChoice.of("http://p:3");
    assertEquals(
        "http://p:3", choice.of(Address.parse("http://127.0.0.1")).orElseThrow().toString());
  }
}
