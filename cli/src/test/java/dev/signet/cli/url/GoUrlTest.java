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
    for (String[] row : MASKED) {
      assertEquals("parse \"" + row[1] + "\": " + row[2], error(row[0]), row[0]);
    }
  }

  private static final String[][] MASKED = {
    {"http://u:p@h:x", "http://u:***@h:x", "invalid port \":x\" after host"},
    {"http://u:p@h:p", "http://u:***@h:p", "invalid port \":p\" after host"},
    {"http://a@b:secret@h:xx/", "http://a@b:***@h:xx/", "invalid port \":xx\" after host"},
    {"http://u:p%zz@h/", "http://u:***@h/", "invalid URL escape \"***\""},
    {"http://u:p@h/%zz", "http://u:***@h/%zz", "invalid URL escape \"%zz\""},
    {"http://u:80/s%zz@h/", "http://u:***@h/", "invalid URL escape \"***\""},
    {"http://u:se/cret@h/", "http://u:***@h/", "invalid port \"***\" after host"},
    {"http://u:se?cret@h/", "http://u:***@h/", "invalid port \"***\" after host"},
    {"http://u:se#cret@h/", "http://u:***@h/", "invalid port \"***\" after host"},
    {"http://u:s\n@h/", "http://u:***@h/", "net/url: invalid control character in URL"},
    {"http://u:s t@h/", "http://u:***@h/", "net/url: invalid userinfo"},
    {"ftp://u:s|:8/t@h/", "ftp://u:***@h/", "invalid character \"***\" in host name"},
    {" https://u:s@t@h", " https://u:***@h", "first path segment in URL cannot contain colon"},
    {"1u:secret@h", "1u:***@h", "first path segment in URL cannot contain colon"},
    {"://u:secret@h", "://u:***@h", "missing protocol scheme"},
    {":secret@h", ":***@h", "missing protocol scheme"},
    {"http:u:s#%zz@h", "http:u:***@h", "invalid URL escape \"***\""},
  };

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
    {"http://a@b@h/", "http://a%40b@h/"},
    {"http://a@b:secret@h:1/", "http://a@b:***@h:1/"},
    {"http://a%40b:se@cr%65t@h/x@y", "http://a@b:***@h/x@y"},
    {"http://h:80/a:b@c?d@e", "http://h:80/a:b@c?d@e"},
  };

  @Test
  void a_password_is_masked_where_only_a_person_would_look_for_it() throws MalformedUrlException {
    assertEquals("http:u:***@h", GoUrl.parse("http:u:secret@h").toString());
    assertEquals("http:u@h:1", GoUrl.parse("http:u@h:1").toString());
    assertEquals("me:***@h:1", GoUrl.parse("me:secret@h:1").toString());
    assertEquals("http:/u:***@h/?q", GoUrl.parse("http:/u:secret@h/?q").toString());
    assertEquals("http:u:***@h", GoUrl.parse("http:u:se?c#ret@h").toString());
  }

  @Test
  void what_is_one_is_shown_as_by_go() throws MalformedUrlException {
    for (String[] pair : SHOWN) {
      assertEquals(pair[1], GoUrl.parse(pair[0]).toString(), pair[0]);
    }
  }
}
