package dev.signet.template.function;

import static dev.signet.template.value.Type.MAP;
import static dev.signet.template.value.Type.STRING;

import dev.signet.template.url.BadUrlException;
import dev.signet.template.url.Url;
import dev.signet.template.value.Value;
import java.util.List;
import java.util.TreeMap;

/** URLs to maps of their parts, and back. */
final class UrlFunctions {
  private UrlFunctions() {}

  static List<Function> all() {
    return List.of(
        Function.of("urlParse", List.of(STRING), UrlFunctions::parse),
        Function.of("urlJoin", List.of(MAP), UrlFunctions::join));
  }

  private static Value parse(Call call) {
    String octets = call.octets(0);
    call.budget().text(octets.length());
    try {
      Url url = Url.read(octets);
      var parts = new TreeMap<String, Value>();
      call.budget().items(8);
      parts.put("scheme", Value.Text.octets(url.scheme()));
      parts.put("userinfo", Value.Text.octets(url.userinfo().text()));
      parts.put("host", Value.Text.octets(url.host()));
      parts.put("hostname", Value.Text.octets(url.hostname()));
      parts.put("path", Value.Text.octets(url.path()));
      parts.put("opaque", Value.Text.octets(url.opaque()));
      parts.put("query", Value.Text.octets(url.query()));
      parts.put("fragment", Value.Text.octets(url.fragment()));
      return Value.Dict.of(parts);
    } catch (BadUrlException e) {
      throw new CallException("unable to parse url: " + e.reason());
    }
  }

  private static Value join(Call call) {
    try {
      Url url =
          new Url(
              part(call, "scheme"),
              Url.userinfo(part(call, "userinfo")),
              part(call, "host"),
              part(call, "path"),
              part(call, "opaque"),
              part(call, "query"),
              part(call, "fragment"));
      return call.text(url.text());
    } catch (BadUrlException e) {
      throw new CallException("unable to parse userinfo in dict: " + e.reason());
    }
  }

  private static String part(Call call, String name) {
    Value part = call.dict(0).entries().get(name);
    if (part == null) {
      return "";
    }
    if (!(part instanceof Value.Text(String octets))) {
      throw new CallException(
          "unable to parse %s key, must be of type string, but %s found"
              .formatted(name, part.type().kind()));
    }
    // Escaped, an octet takes three.
    call.budget().text(3L * octets.length());
    return octets;
  }
}
