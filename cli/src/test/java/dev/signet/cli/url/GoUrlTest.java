package dev.signet.cli.url;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is expected was said by the real kubeseal v0.38.4 of {@code --cert X}. */
@Tag("K-141")
final class GoUrlTest {
  private static final String[][] WRONG = {
    {":x", "missing protocol scheme"},
    {" http://h/", "first path segment in URL cannot contain colon"},
    {"ht_tp://h/", "first path segment in URL cannot contain colon"},
    {"http://h/\n", "net/url: invalid control character in URL"},
    {"http://h/%zz", "invalid URL escape \"%zz\""},
    {"http://h/%f", "invalid URL escape \"%f\""},
    {"http://h/x#%zz", "invalid URL escape \"%zz\""},
    {"http://h%:1/", "invalid URL escape \"%:1\""},
    {"http://a%20b/", "invalid URL escape \"%20\""},
    {"http://a%5fb/", "invalid URL escape \"%5f\""},
    {"http://a b/", "invalid character \" \" in host name"},
    {"http://a\\b/", "invalid character \"\\\\\" in host name"},
    {"http://a|b:1/", "invalid character \"|\" in host name"},
    {"http://[fe80::1%25a b]/", "invalid character \" \" in host name"},
    {"http://[fe80::1%lo]/", "invalid URL escape \"%lo\""},
    {"http://h:x", "invalid port \":x\" after host"},
    {"http://h:-1/", "invalid port \":-1\" after host"},
    {"http://h:1:2", "invalid port \":1:2\" after host"},
    {"http://a b:c d/", "invalid port \":c d\" after host"},
    {"http://[::1]x/", "invalid port \"x\" after host"},
    {"http://[::1/x", "missing ']' in host"},
    {"http://a[b]/", "invalid IP-literal"},
    {"http://[1.2.3.4]/", "invalid IP-literal"},
    {"http://u p@h/", "net/url: invalid userinfo"},
    {"http://u<@h/", "net/url: invalid userinfo"},
  };

  @Test
  void what_is_no_address_is_told_in_gos_words() {
    for (String[] wrong : WRONG) {
      String shown = wrong[0].replace("\\", "\\\\").replace("\n", "\\n");
      assertEquals("parse \"" + shown + "\": " + wrong[1], error(wrong[0]));
    }
  }

  @Test
  void a_password_is_masked_even_where_the_address_is_wrong() {
    assertEquals(
        "parse \"http://u:***@h:x\": invalid port \":x\" after host", error("http://u:p@h:x"));
    assertEquals(
        "parse \"http://u:***@h/\": invalid URL escape \"%zz\"", error("http://u:p%zz@h/"));
  }

  private static String error(String text) {
    return String.valueOf(
        assertThrows(MalformedUrlException.class, () -> GoUrl.parse(text)).getMessage());
  }

  private static final String[][] SHOWN = {
    {"http://a_b/", "http://a_b/"},
    {"http://a\"b/", "http://a\"b/"},
    {"http://a<b/", "http://a<b/"},
    {"http://ä_b/", "http://%C3%A4_b/"},
    {"http://a%C3%A4b:1/", "http://a%C3%A4b:1/"},
    {"http://h:/x", "http://h/x"},
    {"http://h:080/", "http://h:080/"},
    {"http:///x", "http:///x"},
    {"http://:18765/", "http://:18765/"},
    {"https://", "https:"},
    {"https:", "https:"},
    {"https:x", "https:x"},
    {"http:?q", "http:?q"},
    {"http://@/x", "http://@/x"},
    {"http://u@/x", "http://u@/x"},
    {"http://[fe80::1%25lo]:1/", "http://[fe80::1%25lo]:1/"},
    {"http://h?", "http://h?"},
    {"http://h/a[b]", "http://h/a[b]"},
    {"http://h/a b%2Fc", "http://h/a%20b/c"},
    {"http://h/?q=<ü> x", "http://h/?q=<ü> x"},
    {"http://h/x#fr", "http://h/x#fr"},
    {"http://user:@h/", "http://user:***@h/"},
    {"http://user@h/", "http://user@h/"},
    {"HTTP://h/", "http://h/"},
    {"ftp://a:1:2/", "ftp://a:1:2/"},
  };

  @Test
  void what_is_one_is_shown_as_by_go() throws MalformedUrlException {
    for (String[] pair : SHOWN) {
      assertEquals(pair[1], GoUrl.parse(pair[0]).toString(), pair[0]);
    }
  }
}
