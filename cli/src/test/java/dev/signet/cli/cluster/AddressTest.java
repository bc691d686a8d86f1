package dev.signet.cli.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("K-141")
final class AddressTest {
  @Test
  void an_address_is_sent_as_it_was_given() throws UnusableException {
    for (String same :
        new String[] {
          "http://h",
          "https://h:8443/a/b",
          "http://h/a?b=c&d=%20",
          "http://[::1]:80/x",
          "http://h/%2Fa;b=c,d/(e)!'*"
        }) {
      assertEquals(same, Address.parse(same).uri().toString());
      assertEquals(same, Address.parse(same).toString());
    }
  }

  @Test
  void what_may_not_stand_in_one_is_escaped() throws UnusableException {
    assertEquals("http://h/a%20b/%C3%A4%7B%7D?q=%3C%C3%BC%3E", sent("http://h/a b/ä{}?q=<ü>"));
    assertEquals("http://h/%5Bx%5D", sent("http://h/[x]"));
    assertEquals("http://xn--bcher-kva.example/", sent("HTTP://bücher.example/"));
    assertEquals("http://h/x", sent("http://h/x#fragment"));
  }

  private static String sent(String text) throws UnusableException {
    return Address.parse(text).uri().toString();
  }

  @Test
  void a_host_that_java_refuses_is_stood_in_for() throws UnusableException {
    for (String place :
        new String[] {
          "a_b", "kube_api:6443", ":18765", "a<b", "-a", "1.2.3.4.5", "[fe80::1%lo]:1"
        }) {
      Address address = Address.parse("http://" + place.replace("%", "%25") + "/x?y");
      String host = address.uri().getHost();
      assertTrue(host.matches("place-[0-9a-f]+\\.invalid"), host);
      assertEquals(place, StandIn.meant(host));
      assertEquals(place.contains(":") ? place : place + ":443", StandIn.meant(host + ":443"));
      assertEquals("/x?y", address.uri().getPath() + "?" + address.uri().getQuery());
    }
    assertEquals("h.example:443", StandIn.meant("h.example:443"));
    assertEquals("a_b", StandIn.meantHost(Address.parse("https://a_b:1").uri().getHost()));
  }

  @Test
  void a_port_that_is_none_is_told() throws UnusableException {
    for (String port : new String[] {"65536", "99999", "99999999999999999999"}) {
      Address address = Address.parse("http://h:" + port);
      assertEquals("dial tcp: address " + port + ": invalid port", address.flaw().orElseThrow());
    }
    assertTrue(Address.parse("http://h:000000000000000065535").flaw().isEmpty());
    assertTrue(Address.parse("http://h:").flaw().isEmpty());
    assertEquals("http://h", Address.parse("http://h:").toString());
  }

  @Test
  void login_port_and_origin() throws UnusableException {
    Address address = Address.parse("https://ann:p%40ss+word@h/x");
    assertEquals("Basic YW5uOnBAc3Mrd29yZA==", address.authorization().orElseThrow());
    assertEquals("https://h/x", address.uri().toString());
    assertEquals("https://ann:***@h/x", address.toString());
    assertEquals(443, address.port());
    assertEquals(80, Address.parse("http://h").port());
    assertEquals(8080, Address.parse("http://h:8080").port());
    assertTrue(address.hasOriginOf(Address.parse("https://H/other")));
    assertFalse(address.hasOriginOf(Address.parse("http://h/x")));
    assertFalse(address.hasOriginOf(Address.parse("https://h:444/x")));
    assertTrue(Address.parse("http://h").authorization().isEmpty());
  }

  @Test
  void a_location_is_followed_from_where_it_was_found() throws UnusableException {
    Address from = Address.parse("https://h:1/a/b?c=d");
    assertEquals("https://h:1/x", from.follow("/x").toString());
    assertEquals("https://h:1/a/x?y=z", from.follow("x?y=z").toString());
    assertEquals("https://h:1/x", from.follow("../x").toString());
    assertEquals("https://h:1/a/b?y", from.follow("?y").toString());
    assertEquals("https://other/y", from.follow("//other/y").toString());
    assertEquals("http://other", from.follow("http://other").toString());
    assertEquals("https://h:1/a%20b", from.follow("/a b").toString());
  }
}
