package dev.signet.cli.packaged;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.signet.cli.Session.Ran;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * The package, unpacked in a folder with a bad name, and what is asked of it in each of the tests:
 * answers that are known to the byte.
 */
record Unpacked(Shell shell, String program) {
  private static final String BAD_NAME = "it's \"a\" $HOME `pwd`; & *";

  /** Unpacks one of the packages; {@code kind} is the end of its name. */
  static Unpacked in(Path folder, String kind) throws IOException {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    Path home = Files.createDirectory(folder.resolve(BAD_NAME));
    Shell shell = Shell.in(folder);
    String tar = System.getProperty("signet.package") + "-" + kind + ".tar.gz";
    shell.out("tar -xzf '%s' --strip-components 1 -C %s".formatted(tar, quoted(home)));
    Shell own = new Shell(folder, home.resolve("bin"), shell.prefix());
    own.out("command kubeseal --cert cert.pem -f secret.yaml -o yaml >sealed.yaml; chmod a+r *");
    return new Unpacked(own, "kubeseal");
  }

  Path home() {
    return shell.bin().resolveSibling("");
  }

  /** The same, started by other words. */
  Unpacked as(String words) {
    return new Unpacked(shell, words);
  }

  Unpacked by(Shell other) {
    return new Unpacked(other, program);
  }

  static String quoted(Path path) {
    return "'" + path.toString().replace("'", "'\\''") + "'";
  }

  void assertWorks() {
    Ran version = shell.run(program + " --version");
    assertEquals("", version.err());
    assertEquals(0, version.exit());
    assertEquals(shell.out("kubeseal --version"), version.out());

    String folder = quoted(shell.folder());
    Ran opened =
        shell.run(
            "%s --recovery-unseal --recovery-private-key %s/key.pem -f %s/sealed.yaml -o yaml"
                .formatted(program, folder, folder));
    assertEquals("", opened.err());
    assertEquals(0, opened.exit());
    assertEquals(true, opened.out().contains("  password: aHVudGVyMg==\n"), opened.out());

    Ran refused = shell.run("%s --cert %s/none </dev/null".formatted(program, folder));
    assertEquals(
        "error: open %s/none: no such file or directory\n".formatted(shell.folder()),
        refused.err());
    assertEquals(1, refused.exit());
    assertEquals("", refused.out());
  }
}
