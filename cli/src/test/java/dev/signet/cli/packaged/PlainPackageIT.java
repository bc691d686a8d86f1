package dev.signet.cli.packaged;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.signet.cli.Session.Ran;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The package that brings no Java: it needs one, and says so in one line. */
final class PlainPackageIT {
  private static final String COMPLAINT =
      "error: no Java 25 found: set JAVA_HOME to a JDK 25, or put its java on PATH\n";

  @TempDir Path folder;
  private Unpacked full;
  private Path program;

  @BeforeEach
  void unpack() throws IOException {
    Path plain = folder.resolve("plain");
    String tar = System.getProperty("signet.package") + "-java.tar.gz";
    full = Unpacked.in(folder, "linux-x64");
    full.shell().out("mkdir plain; tar -xzf '%s' --strip-components 1 -C plain".formatted(tar));
    program = plain.resolve("bin/kubeseal");
  }

  private static String java() {
    return "JAVA_HOME=" + Unpacked.quoted(Path.of(System.getProperty("java.home")));
  }

  @Test
  void it_works_with_a_java_of_25() {
    full.as("env %s %s".formatted(java(), Unpacked.quoted(program))).assertWorks();
    full.shell().out("ln -s plain/bin/kubeseal link");
    full.as("env JAVA_TOOL_OPTIONS=-Dx=y _JAVA_OPTIONS=-Xmx1k %s ./link".formatted(java()))
        .assertWorks();
    String nothing =
        "env %s ./link --raw --scope cluster-wide --cert cert.pem --from-file=/dev/stdin"
            .formatted(java());
    assertEquals(
        full.shell().out(nothing + " </dev/null | wc -c"),
        full.shell().out(nothing + " <&- | wc -c"));
  }

  @Test
  void without_one_it_says_so_in_one_line() {
    full.shell().lay("java", "#!/bin/sh\necho 'openjdk version \"17.0.15\" 2025-04-15' >&2\n");
    full.shell().out("mkdir bin; mv java bin/; chmod +x bin/java");
    for (String none :
        new String[] {"JAVA_HOME=.", "JAVA_HOME=/nowhere", "-u JAVA_HOME PATH=bin:/bin"}) {
      Ran ran = full.shell().run("env %s %s --version".formatted(none, Unpacked.quoted(program)));
      assertEquals(COMPLAINT, ran.err(), none);
      assertEquals("", ran.out());
      assertEquals(1, ran.exit());
    }
  }

  @Test
  void both_bring_completion_and_a_manual_page() {
    String list = "find share -type f | LC_ALL=C sort";
    String papers =
        """
        share/bash-completion/completions/kubeseal
        share/fish/vendor_completions.d/kubeseal.fish
        share/man/man1/kubeseal.1
        share/zsh/site-functions/_kubeseal
        """;
    assertEquals(papers, full.shell().out("cd plain; " + list));
    assertEquals(
        papers, full.shell().out("cd %s; ".formatted(Unpacked.quoted(full.home())) + list));
  }
}
