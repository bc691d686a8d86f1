package dev.signet.cli.packaged;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.cli.Session;
import dev.signet.cli.Session.Ran;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each mode that needs no cluster once, from the arguments to the exit code. */
final class SmokeIT {
  private static final String OPEN = " kubeseal --recovery-unseal --recovery-private-key key.pem";
  private static final Pattern PEAK = Pattern.compile("VmHWM:\\s+(\\d+) kB");

  @TempDir Path folder;
  private Shell shell;

  @BeforeEach
  void set_up() {
    shell = Shell.in(folder);
  }

  @Test
  @Tag("K-14")
  @Tag("K-15")
  void it_tells_its_version_and_its_flags() {
    assertTrue(shell.out("kubeseal --version").matches("kubeseal version: \\S+\n"));
    String help = shell.out("kubeseal --help");
    assertTrue(help.startsWith("Usage of " + shell.bin() + "/kubeseal:\n"), help);
    assertEquals(help, shell.out("kubeseal -h"));
  }

  @Test
  @Tag("K-10")
  @Tag("K-69")
  void a_wrong_flag_is_two_lines_and_exit_2() {
    Ran ran = shell.run("kubeseal --nope <secret.yaml");
    assertEquals(2, ran.exit());
    assertEquals("", ran.out());
    assertEquals(
        "error: unknown flag: --nope\nhint: see %s/kubeseal --help\n".formatted(shell.bin()),
        ran.err());
  }

  @Test
  @Tag("K-61")
  @Tag("K-62")
  @Tag("K-110")
  void what_it_seals_it_opens() {
    for (String format : new String[] {"json", "yaml"}) {
      String seal = "kubeseal --cert cert.pem -o %s <secret.yaml".formatted(format);
      assertTrue(shell.out(seal + " |" + OPEN + " -o yaml").contains("  password: aHVudGVyMg==\n"));
    }
  }

  /** What no other mode calls must not have been left out of the package. */
  @Test
  void templates_find_all_that_they_call_in_the_package() {
    shell.lay(
        "templates.yaml",
        """
        kind: SealedSecret
        metadata: {name: t}
        spec:
          template:
            data:
              a: '{{ regexFind "[0-9]+" "a12" }} {{ semverCompare "^1.2" "1.3.0" }}'
              b: '{{ dateInZone "MST" 0 "Europe/Berlin" }} {{ htpasswd "u" "p" | len }}'
              c: |
                {{- $key := genPrivateKey "ecdsa" }}{{ $ca := genCAWithKey "ca" 1 $key }}
                {{- eq $ca.Key $key }} {{ genPrivateKey "ed25519" | len }}
              d: '{{ derivePassword 1 "long" "password" "user" "example.com" }}'
              e: '{{ encryptAES "k" "v" | decryptAES "k" }} {{ urlParse "http://h" | toJson | len }}'
        """);
    assertEquals("", shell.out("kubeseal template check -f templates.yaml"));
    String out = shell.out("kubeseal template render -f templates.yaml");
    for (String wanted :
        new String[] {
          "a: 12 true\n", "b: CET 62\n", "c: |\n    true 119\n", "d: ZedaFaxcZaso9*\n", "e: v "
        }) {
      assertTrue(out.contains(wanted), out);
    }
  }

  @Test
  @Tag("K-73")
  void a_raw_value_has_no_newline() {
    String value = shell.out("printf s3cret | kubeseal --cert cert.pem --raw --name a -n b");
    assertTrue(value.matches("[A-Za-z0-9+/]+=*"), value);
  }

  @Test
  @Tag("K-66")
  @Tag("K-100")
  @Tag("K-106")
  void a_file_is_written_and_one_key_is_merged_into_it() throws IOException {
    assertEquals("", shell.out("umask 0; kubeseal --cert cert.pem -f secret.yaml -w sealed.yaml"));
    Path sealed = folder.resolve("sealed.yaml");
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(sealed)));
    String before = "# ours\n" + shell.text("sealed.yaml");
    shell.lay("sealed.yaml", before);
    shell.out(
        "chmod 640 sealed.yaml; ln -s sealed.yaml link; sed s/password/zz/ secret.yaml >more");
    assertEquals("", shell.out("kubeseal --cert cert.pem -f more --merge-into link"));
    String added = shell.text("sealed.yaml").replaceFirst("(?m)^    zz: \\S+\n", "");
    assertEquals(before, added);
    assertEquals(
        "640 symbolic link\n", shell.out("stat -c %a sealed.yaml | tr '\\n' ' '; stat -c %F link"));
  }

  @Test
  void it_runs_from_anywhere_whatever_others_set_for_java() throws IOException {
    Path far = Files.createDirectory(folder.resolve("far away"));
    Files.createSymbolicLink(far.resolve("ks"), shell.bin().resolve("kubeseal"));
    Files.createSymbolicLink(folder.resolve("link"), Path.of("far away/ks"));
    shell.lay("größe.yaml", Session.SECRET);
    String env =
        "LANG=C LC_ALL= JAVA_TOOL_OPTIONS=-Dx=y JDK_JAVA_OPTIONS=-showversion CLASSPATH=none ";
    String sealed = shell.out(env + "./link --cert cert.pem -f größe.yaml -o yaml");
    assertTrue(sealed.startsWith("---\napiVersion: bitnami.com/v1alpha1\n"), sealed);
  }

  @Test
  void without_its_cache_it_is_slower_and_no_less_quiet() {
    shell.out("cp -rL '%s/..' copy; rm copy/lib/kubeseal.aot".formatted(shell.bin()));
    assertTrue(shell.out("copy/bin/kubeseal --version").startsWith("kubeseal version: "));
    shell.out("head -c 100000 /dev/urandom >copy/lib/kubeseal.aot");
    assertTrue(shell.out("copy/bin/kubeseal --version").startsWith("kubeseal version: "));
  }

  @Test
  void ten_thousand_documents_take_no_more_memory_than_one_thousand() throws Exception {
    long few = peakKilobytes(1_000);
    long many = peakKilobytes(10_000);
    System.out.printf("peak memory: %d kB for 1,000 documents, %d kB for 10,000%n", few, many);
    assertTrue(many < few + 64 * 1024, few + " kB, then " + many + " kB");
  }

  private long peakKilobytes(int documents) throws Exception {
    Path in = folder.resolve("in.yaml");
    try (BufferedWriter writer = Files.newBufferedWriter(in)) {
      for (int i = 0; i < documents; i++) {
        writer.write("---\n" + Session.SECRET.replace("creds", "s" + i));
        writer.write("# %s\n".formatted("x".repeat(4000)));
      }
    }
    Path out = folder.resolve("out.yaml");
    Process process =
        new ProcessBuilder(shell.bin() + "/kubeseal", "--cert", "cert.pem", "-o", "yaml")
            .directory(folder.toFile())
            .redirectInput(in.toFile())
            .redirectOutput(out.toFile())
            .start();
    long peak = 0;
    while (process.isAlive()) {
      Matcher found = PEAK.matcher(status(process.pid()));
      peak = found.find() ? Long.parseLong(found.group(1)) : peak;
      Thread.sleep(10);
    }
    assertEquals(0, process.exitValue());
    try (var lines = Files.lines(out, UTF_8)) {
      assertEquals(documents, lines.filter(it -> it.equals("kind: SealedSecret")).count());
    }
    return peak;
  }

  /** Nothing once the process is gone. */
  private static String status(long pid) {
    try {
      return Files.readString(Path.of("/proc/%d/status".formatted(pid)));
    } catch (IOException e) {
      return "";
    }
  }
}
