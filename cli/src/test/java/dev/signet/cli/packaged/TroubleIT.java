package dev.signet.cli.packaged;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.signet.cli.Session;
import dev.signet.cli.Session.Ran;
import dev.signet.cli.vectors.TestKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Bad input, as a user who is not root: one clear error, exit 1, the output file absent or as it
 * was, nothing left behind.
 */
@Tag("K-66")
@Tag("K-68")
@Tag("K-69")
final class TroubleIT {
  private static final String SEAL = "kubeseal --cert cert.pem ";

  @TempDir static Path installed;
  @TempDir Path folder;
  private Shell root;
  private Shell shell;

  /** Where it was built may be out of another user's reach. */
  @BeforeAll
  static void install() throws IOException {
    Shell.in(installed).out("cp -rp \"$(dirname \"$(command -v kubeseal)\")/..\" kubeseal");
    open(installed, "rwxr-xr-x");
  }

  @BeforeEach
  void set_up() throws IOException {
    root = Shell.in(folder);
    shell = root.asNobody(installed.resolve("kubeseal/bin"));
    open(folder, "rwxrwxrwx");
    shell.out("echo old >out.yaml");
  }

  private static void open(Path path, String mode) throws IOException {
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(mode));
  }

  private void assertRefuses(String line, String error) {
    List<String> before = files();
    Ran ran = shell.run(line);
    assertEquals(1, ran.exit(), ran.err());
    assertEquals("", ran.out());
    assertTrue(ran.err().startsWith("error: " + error), ran.err());
    assertEquals(1, ran.err().lines().filter(it -> !it.startsWith("hint: ")).count(), ran.err());
    assertFalse(ran.err().contains("xception"), ran.err());
    assertEquals(before, files());
    assertEquals("old\n", shell.text("out.yaml"));
  }

  private List<String> files() {
    return root.out("find . -printf '%p %M %s\\n'").lines().sorted().toList();
  }

  @TestFactory
  @Tag("K-33")
  Stream<DynamicTest> input_that_is_none() {
    String none = "no secrets found. Ensure the input is valid and UTF-8 encoded\n";
    Map<String, byte[]> inputs = new LinkedHashMap<>();
    inputs.put("empty", new byte[0]);
    inputs.put("truncated JSON", "{\"kind\": \"Secret\", \"data\": {".getBytes(UTF_8));
    inputs.put("binary", binary());
    inputs.put("zeros", new byte[5_000_000]);
    inputs.put("alias bomb", aliasBomb().getBytes(UTF_8));
    inputs.put("deep YAML", "[".repeat(1_000_000).getBytes(UTF_8));
    inputs.put("deep JSON", "{\"a\":".repeat(1_000_000).getBytes(UTF_8));
    return inputs.entrySet().stream()
        .map(
            it ->
                dynamicTest(
                    it.getKey(),
                    () -> {
                      root.lay("in", it.getValue());
                      assertRefuses(SEAL + "-f in -w out.yaml", none);
                      assertRefuses(SEAL + "-w new.yaml <in", none);
                    }));
  }

  @Test
  void five_megabytes_are_no_trouble() {
    root.lay("in", Session.SECRET.replace("hunter2", "x".repeat(5_000_000)));
    shell.out(SEAL + "-f in -w out.yaml");
    assertTrue(shell.text("out.yaml").length() > 5_000_000);
  }

  @TestFactory
  @Tag("K-83")
  @Tag("K-84")
  @Tag("K-86")
  Stream<DynamicTest> certificates_that_are_none_of_use() {
    String none = "data does not contain any valid RSA or ECDSA certificates\n";
    Map<String, String> errors = new LinkedHashMap<>();
    errors.put("ec-p256.crt", "expected RSA public key but found ");
    errors.put("expired.crt", "failed to encrypt using an expired certificate on ");
    errors.put("rsa512.crt", "");
    errors.put("rsa2048-a.pkcs8", none);
    errors.put("rsa2048-a.pub", none);
    root.lay("empty", "").lay("secret", Session.SECRET);
    errors.put("empty", none);
    errors.put("secret", none);
    root.lay("garbage", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n");
    errors.put("garbage", "");
    TestKeys keys = new TestKeys();
    errors.keySet().stream()
        .filter(it -> it.contains("."))
        .forEach(it -> root.lay(it, keys.text(it)));
    return errors.entrySet().stream()
        .map(it -> dynamicTest(it.getKey(), () -> refusesCertificate(it.getKey(), it.getValue())));
  }

  private void refusesCertificate(String file, String error) {
    assertRefuses("kubeseal --cert %s -f secret.yaml -w out.yaml".formatted(file), error);
  }

  @Test
  @Tag("K-31")
  @Tag("K-82")
  @Tag("K-108")
  void what_may_not_be_read_is_named() {
    root.out("kubeseal --cert cert.pem -f secret.yaml -w sealed.yaml; mkdir -m 0 shut");
    root.out("chmod 0 sealed.yaml; cp cert.pem c; chmod 0 c; cp secret.yaml s; chmod 0 s");
    assertRefuses(
        SEAL + "-f s -w out.yaml",
        "Could not read file specified with --secret-file\nhint: open s: permission denied\n");
    assertRefuses(
        SEAL + "-f shut/s -w out.yaml",
        "Could not read file specified with --secret-file\nhint: open shut/s: permission denied\n");
    assertRefuses("kubeseal --cert c -f secret.yaml -w out.yaml", "open c: permission denied\n");
    assertRefuses(
        SEAL + "-f secret.yaml --merge-into sealed.yaml", "open sealed.yaml: permission denied\n");
    assertRefuses(
        "kubeseal --recovery-unseal --recovery-private-key c -f secret.yaml -w out.yaml",
        "open c: permission denied\n");
    assertRefuses(
        SEAL + "--raw --scope cluster-wide --from-file c -w out.yaml",
        "open c: permission denied\n");
  }

  @Test
  @Tag("K-106")
  void what_may_not_be_written_is_named_before_anything_is_done() {
    root.out("mkdir -m 755 mine; echo old >mine/file; echo old >read-only; chmod 444 read-only");
    root.out("kubeseal --cert cert.pem -f secret.yaml -w mine/sealed.yaml");
    root.out("chmod 644 mine/sealed.yaml");
    String denied = ": permission denied\n";
    assertRefuses(SEAL + "-f secret.yaml -w read-only", "open read-only" + denied);
    assertRefuses(SEAL + "-f secret.yaml -w mine/file", "open mine/file" + denied);
    assertRefuses(SEAL + "-f secret.yaml -w mine/new", "open mine/.new");
    assertRefuses(
        SEAL + "-f secret.yaml --merge-into mine/sealed.yaml", "open mine/sealed.yaml" + denied);
    assertRefuses(SEAL + "-f secret.yaml -w no/where", "open no/.where");
    assertRefuses(SEAL + "-f secret.yaml -w mine", "open mine: is a directory\n");
  }

  @Test
  void an_output_that_is_closed_or_full_is_told() {
    assertRefuses(SEAL + "<secret.yaml >&-", "write /dev/stdout: ");
    assertRefuses("kubeseal --help >&-", "write /dev/stdout: ");
    assertRefuses("kubeseal --version >&-", "write /dev/stdout: ");
    assertRefuses("kubeseal --fetch-cert --cert cert.pem >&-", "write /dev/stdout: ");
    assertRefuses(SEAL + "<secret.yaml >/dev/full", "write /dev/stdout: no space left on device\n");
    assertRefuses(
        SEAL + "-f secret.yaml -w /dev/full", "write /dev/full: no space left on device\n");
    assertEquals(
        shell.run(SEAL + "-w out.yaml </dev/null").err(),
        shell.run(SEAL + "-w out.yaml <&-").err());
    assertRefuses(SEAL + "-w out.yaml <&-", "no secrets found.");
  }

  /** A disk is full where a file may grow no further, too: that can be tried everywhere. */
  @Test
  void a_file_that_may_not_grow_stays_as_it_was() {
    root.lay("large", Session.SECRET.replace("hunter2", "x".repeat(100_000)));
    String limit = "ulimit -f 8; ";
    assertRefuses(limit + SEAL + "-f large -w out.yaml", "write out.yaml: ");
    assertRefuses(limit + SEAL + "-f large -w new.yaml", "write new.yaml: ");
    root.out("kubeseal --cert cert.pem -f secret.yaml -w sealed.yaml; chmod 666 sealed.yaml");
    assertRefuses(limit + SEAL + "-f large --merge-into sealed.yaml", "write sealed.yaml: ");
  }

  @Test
  void a_full_disk_leaves_the_file_as_it_was() {
    root.lay("large", Session.SECRET.replace("hunter2", "x".repeat(100_000)));
    root.lay(
        "script",
        """
        mount -t tmpfs -o size=64k tmpfs disk && echo old >disk/file || exit 9
        kubeseal --cert cert.pem -f large -w disk/file; echo $?
        kubeseal --cert cert.pem -f large -w disk/new; echo $?
        kubeseal --cert cert.pem -f secret.yaml -w disk/sealed.yaml; echo $?
        kubeseal --cert cert.pem -f large --merge-into disk/sealed.yaml; echo $?
        cat disk/file; ls -A disk; grep -c . disk/sealed.yaml
        """);
    root.out("mkdir disk");
    Ran ran =
        root.run("unshare --mount bash script || unshare --mount --map-root-user bash script");
    if (ran.exit() != 0) {
      System.out.println("FULL DISK NOT TRIED: no tmpfs can be mounted here: " + ran.err());
      return;
    }
    System.out.println("full disk: tried on a tmpfs");
    assertEquals("1\n1\n0\n1\nold\nfile\nsealed.yaml\n13\n", ran.out());
    String full = "error: write disk/%s: no space left on device\n";
    assertEquals(
        full.formatted("file") + full.formatted("new") + full.formatted("sealed.yaml"), ran.err());
  }

  private static byte[] binary() {
    byte[] bytes = new byte[4096];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (i * 31);
    }
    return bytes;
  }

  private static String aliasBomb() {
    StringBuilder bomb = new StringBuilder("a: &a [x,x,x,x,x,x,x,x,x]\n");
    for (char c = 'b'; c < 'k'; c++) {
      String before = "*" + (char) (c - 1);
      bomb.append(c).append(": &").append(c).append(" [");
      bomb.append(String.join(",", Collections.nCopies(9, before))).append("]\n");
    }
    return bomb.toString();
  }
}
