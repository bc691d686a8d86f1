package dev.signet.cli.packaged;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.signet.cli.Session.Ran;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The package unpacked: started from anywhere, by anybody, in any surroundings. */
final class LauncherIT {
  @TempDir static Path folder;
  private static Unpacked unpacked;

  @BeforeAll
  static void unpack() throws IOException {
    unpacked = Unpacked.in(folder, "linux-x64");
  }

  private static Shell shell() {
    return unpacked.shell();
  }

  @Test
  void it_works_under_a_path_with_spaces_and_quotes() {
    unpacked.assertWorks();
    unpacked.as("\"$(command -v kubeseal)\"").assertWorks();
    unpacked.as("cd \"$(dirname \"$(command -v kubeseal)\")\"; ./kubeseal").assertWorks();
    unpacked.as("cd \"$(dirname \"$(command -v kubeseal)\")\"; sh kubeseal").assertWorks();
  }

  @Test
  void it_works_through_links_from_any_folder() {
    shell()
        .out(
            """
            mkdir -p "far away" && ln -s "$(command -v kubeseal)" "far away/a b"
            ln -s "a b" "far away/c" && ln -s "far away/c" link && ln -s "far away" folder
            """);
    for (String words : List.of("./link", "folder/c", "'far away/a b'", "cd /; " + link())) {
      unpacked.as(words).assertWorks();
    }
    // Some shells have a word to say about that themselves.
    assertEquals(
        shell().out("kubeseal --version"),
        shell().out("mkdir gone; cd gone; rmdir ../gone; " + link() + " --version 2>/dev/null"));
    // Without a PATH there is no readlink either, but where the system has it.
    unpacked.as("env -i " + link()).assertWorks();
    unpacked.as("env -i PATH=/nowhere " + link()).assertWorks();
  }

  private static String link() {
    return Unpacked.quoted(folder.resolve("link"));
  }

  @Test
  void it_works_for_another_user_where_nothing_may_be_written() {
    shell().out("chmod -R a-w,a+rX " + Unpacked.quoted(unpacked.home()));
    unpacked.by(shell().asNobody(shell().bin())).assertWorks();
    shell().out("chmod -R u+w " + Unpacked.quoted(unpacked.home()));
  }

  @Test
  void it_works_without_a_folder_for_temporary_files() {
    unpacked.as("env TMPDIR=/nowhere kubeseal").assertWorks();
    shell()
        .lay(
            "script",
            """
            mount --bind "$1" /mnt && mount --bind "$2" /media || exit 9
            mount -t tmpfs -o ro tmpfs /tmp && mount -t tmpfs -o ro tmpfs /var/tmp || exit 9
            cd /mnt && /media/bin/kubeseal --cert cert.pem -f secret.yaml -w /dev/stdout |
              /media/bin/kubeseal --recovery-unseal --recovery-private-key key.pem -o yaml
            """);
    String arguments = Unpacked.quoted(folder) + " " + Unpacked.quoted(unpacked.home());
    Ran ran = shell().run("unshare --mount bash script " + arguments);
    if (ran.exit() != 0 && ran.out().isEmpty()) {
      System.out.println("NO /tmp NOT TRIED: nothing can be mounted here: " + ran.err());
      return;
    }
    System.out.println("no /tmp: tried");
    assertEquals("", ran.err());
    assertTrue(ran.out().contains("  password: aHVudGVyMg==\n"), ran.out());
  }

  @TestFactory
  Stream<DynamicTest> it_works_whatever_is_set_for_other_programs() {
    return Stream.of(
            "JAVA_TOOL_OPTIONS='-Dx=y -XX:+PrintCommandLineFlags'",
            "JDK_JAVA_OPTIONS=-version",
            "_JAVA_OPTIONS=-Xmx1k",
            "CLASSPATH=/nowhere",
            "JAVA_HOME=/nowhere",
            "_JAVA_LAUNCHER_DEBUG=1",
            "IFS=eal/",
            "ENV=cert.pem BASH_ENV=cert.pem",
            "CDPATH=/",
            "LC_ALL=none LANG=de_DE LANGUAGE=de")
        .map(it -> dynamicTest(it, () -> unpacked.as("env " + it + " kubeseal").assertWorks()));
  }

  @TestFactory
  Stream<DynamicTest> without_a_cache_that_fits_it_is_slower_and_no_less_quiet() {
    String copy = "rm -rf copy; cp -a %s copy; ".formatted(Unpacked.quoted(unpacked.home()));
    return Stream.of(
            "rm copy/lib/*.aot",
            "truncate -s 0 copy/lib/*.aot",
            "truncate -s 1 copy/lib/*.aot",
            "truncate -s 1000 copy/lib/*.aot",
            "truncate -s 100000 copy/lib/*.aot",
            "truncate -s 9000000 copy/lib/*.aot",
            "truncate -s -1 copy/lib/*.aot",
            "sed -i s/25.0/26.1/g copy/lib/*.aot",
            "touch copy/lib/kubeseal.jar",
            "rm copy/lib/*.aot copy/runtime/lib/server/classes.jsa",
            "rm copy/lib/*.aot; mkdir copy/lib/kubeseal.aot copy/lib/kubeseal-all.aot")
        .map(
            damage ->
                dynamicTest(
                    damage,
                    () -> {
                      shell().out(copy + damage);
                      unpacked.as("copy/bin/kubeseal").assertWorks();
                    }));
  }

  @Test
  void a_cache_that_may_not_be_read_is_none() {
    String home = Unpacked.quoted(unpacked.home());
    shell().out("cp -a %s shut; chmod 0 shut/lib/*.aot".formatted(home));
    unpacked.by(shell().asNobody(folder.resolve("shut/bin"))).assertWorks();
  }

  /** A class that is not in it costs as much as a hundred that are. */
  @Test
  void a_seal_finds_all_its_classes_in_the_cache() {
    String loaded =
        shell()
            .out(
                """
                sed 's/-Xlog:disable/-Xlog:class+load:file=loaded/; s/-Xlog:[^ ]*=off[^ ]*//g' \
                  "$(command -v kubeseal)" >sniff
                cp sniff "$(dirname "$(command -v kubeseal)")/sniff"
                sh "$(dirname "$(command -v kubeseal)")/sniff" --cert cert.pem -f secret.yaml >/dev/null
                grep source: loaded
                """);
    assertTrue(loaded.lines().count() > 1000, loaded);
    List<String> outside =
        loaded.lines().filter(line -> !line.contains("source: shared objects file")).toList();
    assertTrue(outside.size() <= 2, outside.toString());
  }

  @Test
  void it_ends_without_a_word_when_nobody_reads() {
    String many = "for i in {1..2000}; do cat secret.yaml; echo ---; done | ";
    String seal = "kubeseal --cert cert.pem -o yaml";
    assertEquals("141\n", shell().out(many + seal + " | true; echo ${PIPESTATUS[1]}"));
    assertEquals("---\n141\n", shell().out(many + seal + " | head -1; echo ${PIPESTATUS[1]}"));
  }

  @TestFactory
  Stream<DynamicTest> a_signal_ends_it_and_leaves_no_half_file() {
    return Stream.of("INT 130", "TERM 143", "HUP 129", "KILL 137")
        .map(it -> it.split(" ", -1))
        .map(it -> dynamicTest(it[0], () -> assertEnds(it[0], it[1])));
  }

  private static void assertEnds(String signal, String exit) {
    String line =
        """
        rm -rf work; mkdir work; cd work; echo old >out.yaml; mkfifo in; exec 3<>in
        cat ../secret.yaml >&3; echo --- >&3
        timeout --preserve-status -s %s 4 kubeseal --cert ../cert.pem -w out.yaml <in 3>&-
        echo $?; cat out.yaml; rm in; ls -A
        """
            .formatted(signal);
    Ran ran = shell().run(line);
    if (!signal.equals("KILL")) {
      assertEquals("", ran.err());
      assertEquals(exit + "\nold\nout.yaml\n", ran.out());
    } else {
      assertTrue(ran.out().startsWith(exit + "\nold\n"), ran.out());
    }
  }

  @Test
  void descriptors_that_are_closed_are_no_files() {
    String version = shell().out("kubeseal --version");
    assertEquals(version, shell().out("kubeseal --version <&-"));
    assertEquals(version, shell().out("kubeseal --version 2>&-"));
    assertEquals(version, shell().out("kubeseal --version <&- 2>&-"));
    assertEquals("1\n", shell().out("kubeseal --version >&- 2>&-; echo $?"));
    assertEquals("1\n", shell().out("kubeseal --cert cert.pem <&- 2>&-; echo $?"));
    String nothing =
        "kubeseal --raw --scope cluster-wide --cert cert.pem --from-file=/dev/stdin %s | wc -c";
    assertEquals(
        shell().out(nothing.formatted("</dev/null")), shell().out(nothing.formatted("<&-")));
  }
}
