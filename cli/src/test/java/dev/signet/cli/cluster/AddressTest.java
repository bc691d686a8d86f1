package dev.signet.cli.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
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
      assertEquals(same, Address.parse(same).toString());
    }
  }

  @Test
  void what_may_not_stand_in_one_is_escaped() throws UnusableException {
    assertEquals("http://h/a%20b/%C3%A4%7B%7D?q=%3C%C3%BC%3E", parsed("http://h/a b/ä{}?q=<ü>"));
    assertEquals("http://xn--bcher-kva.example/", parsed("HTTP://bücher.example/"));
    assertEquals("http://h/x", parsed("http://h/x#fragment"));
  }

  private static String parsed(String text) throws UnusableException {
    return Address.parse(text).toString();
  }

  @Test
  void what_is_no_address_is_told_in_gos_words() {
    assertEquals("parse \"x\": missing protocol scheme", error("x"));
    assertEquals("parse \"http://h/%zz\": invalid URL escape \"%zz\"", error("http://h/%zz"));
    assertEquals("parse \"http://h/%f\": invalid URL escape \"%f\"", error("http://h/%f"));
    assertEquals("parse \"http://h:x\": invalid port \":x\" after host", error("http://h:x"));
    assertEquals(
        "parse \"http://h/\n\": net/url: invalid control character in URL", error("http://h/\n"));
    assertEquals(
        "parse \"http://u:***@h:x\": invalid port \":x\" after host", error("http://u:p@h:x"));
  }

  private static String error(String text) {
    return assertThrows(UnusableException.class, () -> Address.parse(text)).fault().error();
  }

  @Test
  void login_port_and_origin() throws UnusableException {
    Address address = Address.parse("https://ann:p%40ss+word@h/x");
    assertEquals("Basic YW5uOnBAc3Mrd29yZA==", address.authorization().orElseThrow());
    assertEquals("https://h/x", address.toString());
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
