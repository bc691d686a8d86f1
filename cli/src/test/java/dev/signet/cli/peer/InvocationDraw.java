package dev.signet.cli.peer;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.signet.cli.peer.Invocation.Content;
import dev.signet.cli.peer.Tree.Fields;
import dev.signet.crypto.Bytes;
import java.util.Base64;

/** Draws a whole run: a mode with its flags, files and input. */
final class InvocationDraw {
  private final Draw draw;
  private final KeySet keys;
  private final SecretDraw secrets;
  private final InputDraw inputs;
  private final CommandDraw command;
  private final String key;
  private final SealedDraw sealed;

  private InvocationDraw(Draw draw, KeySet keys) {
    this.draw = draw;
    this.keys = keys;
    this.secrets = new SecretDraw(draw);
    this.inputs = new InputDraw(draw);
    this.command = new CommandDraw(draw);
    // Small keys most of the time: what is compared does not depend on the size.
    this.key = draw.oneIn(4) ? draw.of(keys.rsa()) : "rsa1024";
    this.sealed = new SealedDraw(draw, keys.hand(key));
  }

  static Invocation draw(long seed, int number, KeySet keys) {
    return new InvocationDraw(new Draw(seed, number), keys).whole();
  }

  private Invocation whole() {
    switch (draw.below(20)) {
      case 0, 1 -> raw();
      case 2, 3, 4 -> merge();
      case 5, 6, 7 -> recover();
      case 8 -> fetch();
      case 9 -> withoutCluster();
      case 10, 11 -> elsewhere();
      default -> seal();
    }
    if (draw.oneIn(8)) {
      new OddFlags(draw, command).add();
    }
    return command.done();
  }

  private void seal() {
    certificate();
    input(inputs.stream(secrets::secret));
    place();
    output();
    if (draw.oneIn(5)) {
      command.set("name", Words.name(draw));
    }
    if (draw.oneIn(4)) {
      command.on("allow-empty-data");
    }
  }

  private void raw() {
    certificate();
    command.on("raw").stdin(value());
    place();
    if (!draw.oneIn(4)) {
      command.set("name", Words.name(draw));
    }
    if (!draw.oneIn(4)) {
      command.set("namespace", Words.namespace(draw));
    }
    if (draw.oneIn(2)) {
      command.file("value", Content.bytes(value())).file("a,b", Content.bytes(value()));
      command.plainly(
          "from-file",
          draw.of("value", "value", "k=value", "=value", "missing", "\"a,b\"", "a,b", "", "home"));
    }
    if (draw.oneIn(5)) {
      output();
    }
  }

  private Bytes value() {
    byte[] value =
        draw.oneIn(4) ? draw.bytes(draw.of(0, 1, 100, 5000)) : Words.text(draw).getBytes(UTF_8);
    return Bytes.of(value);
  }

  private void merge() {
    certificate();
    String file = draw.of("t.yaml", "t.json", "t", "sub/t.yaml");
    String scope = draw.of("", "", Words.NAMESPACE_WIDE, Words.CLUSTER_WIDE);
    Fields target = sealed.tidy("team-a", "creds", scope);
    boolean json = file.equals("t.json");
    Bytes text =
        draw.oneIn(4)
            ? inputs.single(draw.oneIn(2) ? target : sealed.any())
            : Bytes.of((json ? Canonical.json(target) : Canonical.yaml(target)).getBytes(UTF_8));
    command.file(file, Content.bytes(text));
    command.set("merge-into", draw.oneIn(30) ? "missing.yaml" : file);
    if (json ? draw.oneIn(4) : !draw.oneIn(8)) {
      command.set("format", json ? "json" : "yaml");
    }
    input(inputs.stream(secrets::secret));
    if (draw.oneIn(4)) {
      place();
    }
    if (draw.oneIn(4)) {
      command.on("allow-empty-data");
    }
  }

  private void recover() {
    command.on("recovery-unseal");
    command.file("key", Content.bytes(keyFile())).file("b.pem", Content.text(pem("rsa2048-b")));
    command.file("none", Content.text(draw.of("", "no key here\n", "kind: ConfigMap\n")));
    command.plainly(
        "recovery-private-key",
        draw.of(
            "key",
            "key",
            "key",
            "key",
            "key",
            "b.pem,key",
            "key,b.pem",
            "b.pem",
            "none",
            "missing",
            "\"key\"",
            "{{cwd}}/key"));
    input(draw.oneIn(2) ? inputs.single(sealed.any()) : canonical());
    output();
  }

  private Bytes canonical() {
    Fields one = sealed.tidy("team-a", "creds", draw.of("", Words.NAMESPACE_WIDE));
    return Bytes.of((draw.oneIn(3) ? Canonical.json(one) : Canonical.yaml(one)).getBytes(UTF_8));
  }

  private String pem(String name) {
    return keys.text(name, draw.of("pkcs1", "pkcs8"));
  }

  private Bytes keyFile() {
    String pem = pem(key);
    if (draw.oneIn(2)) {
      String before = draw.of("", "", keys.text("rsa2048-a", "crt"), "text\n");
      return Bytes.of((before + pem).getBytes(US_ASCII));
    }
    String base64 = Base64.getEncoder().encodeToString(pem.getBytes(US_ASCII));
    Fields secret =
        Tree.fields(
            Tree.field("apiVersion", "v1"),
            Tree.field("kind", "Secret"),
            Tree.field("metadata", Tree.fields(Tree.field("name", "key"))),
            Tree.field("data", Tree.fields(Tree.field("tls.key", base64))));
    String json = Canonical.json(secret);
    String text =
        switch (draw.below(4)) {
          case 0 -> json;
          case 1 -> Canonical.yaml(secret);
          case 2 -> Canonical.yaml(secret) + "---\n" + json;
          default -> "{\"apiVersion\":\"v1\",\"kind\":\"List\",\"items\":[" + json + "]}";
        };
    return Bytes.of(text.getBytes(US_ASCII));
  }

  private void fetch() {
    certificate();
    command.on("fetch-cert");
    if (draw.oneIn(4)) {
      output();
    }
  }

  /** At an address where nobody is. */
  private void elsewhere() {
    var addresses = new AddressDraw(draw);
    command.on("fetch-cert");
    if (draw.oneIn(2)) {
      command.set("cert", addresses.url());
    } else {
      command.set("server", addresses.server());
      if (draw.oneIn(3)) {
        command.set("proxy-url", addresses.proxy());
      }
    }
    if (draw.oneIn(4)) {
      command.variable(draw.of("HTTP_PROXY", "HTTPS_PROXY", "http_proxy"), addresses.proxy());
      command.variable("NO_PROXY", draw.of("", "", "a_b.invalid", ".invalid", "*"));
    }
  }

  /** No cluster is configured, or one that nobody can reach. */
  private void withoutCluster() {
    if (draw.oneIn(2)) {
      command.on(draw.of("validate", "re-encrypt", "fetch-cert"));
    }
    input(inputs.single(draw.oneIn(2) ? sealed.any() : secrets.secret()));
    place();
  }

  private void certificate() {
    String text =
        switch (draw.below(150)) {
          case 0 -> keys.text("expired", "crt");
          case 1 -> keys.text("future", "crt");
          case 2 -> keys.text("ec-p256", "crt");
          case 3 -> keys.text("ed25519", "crt");
          case 4 -> keys.text("rsa512", "crt");
          case 5 -> keys.text(key, "pkcs8");
          case 6 -> "<html>no</html>\n";
          case 7 -> "";
          case 8 -> keys.text(key, "crt").replace("\n", "\r\n");
          case 9 -> "a comment\n" + keys.text(key, "crt") + keys.text("chain", "crt");
          case 10 -> keys.text(key, "crt").replace("MII", "MIx");
          case 11 -> keys.text(key, "crt").replace("-----END", "---END");
          case 12 -> keys.text("rsa2048-b", "pkcs1") + keys.text(key, "crt");
          default -> keys.text(key, "crt");
        };
    String file =
        draw.oneIn(10) ? draw.of("my cert.pem", "sub/c.pem", "a=b.pem", "-c.pem") : "c.pem";
    command.file(file, Content.text(text));
    String named =
        switch (draw.below(120)) {
          case 0 -> "missing.pem";
          case 1 -> "home";
          case 2, 3 -> "file://{{cwd}}/" + file.replace(" ", "%20");
          case 4, 5 -> "{{cwd}}/" + file;
          case 6 -> "./" + file;
          case 7 -> "ftp://example.com/c.pem";
          default -> file;
        };
    command.set("cert", named);
  }

  private void input(Bytes bytes) {
    if (draw.oneIn(5)) {
      String file = draw.of("in.yaml", "in.json", "sub/in", "in put");
      command.file(file, Content.bytes(bytes));
      command.set("secret-file", draw.oneIn(20) ? "missing" : file);
    } else {
      command.stdin(bytes);
    }
  }

  private void place() {
    if (draw.oneIn(3)) {
      command.set("scope", draw.of("strict", "namespace-wide", "cluster-wide", "strict", ""));
    }
    if (draw.oneIn(4)) {
      command.set("namespace", draw.oneIn(10) ? "" : Words.namespace(draw));
    }
    if (draw.oneIn(6)) {
      new KubeconfigDraw(draw, command).add();
    }
  }

  private void output() {
    if (draw.oneIn(2)) {
      command.set("format", draw.of("yaml", "yaml", "json", "YAML", "Json", "", "xml"));
    }
    if (draw.oneIn(6)) {
      String file =
          draw.of("out", "out.yaml", "out.yml", "out.json", "o.YAML", "sub/out", "no/out");
      if (draw.oneIn(3) && !file.startsWith("no/")) {
        command.file(file, new Content.Plain(Bytes.of("old\n".getBytes(UTF_8)), "rw-r-----"));
      }
      command.file("sub/there", new Content.Folder());
      command.set("sealed-secret-file", file);
    }
  }
}
