package dev.signet.cli.peer;

import static java.util.stream.Collectors.joining;

import dev.signet.cli.peer.Invocation.Content;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Turns what the real program left into what is wanted of ours, where every run is meant to differ
 * in the same way. What concerns some runs only is in {@link KnownDifference}.
 */
final class Expected {
  private static final Pattern UNOPENED =
      Pattern.compile(
          "(no key could decrypt secret|illegal base64 data at input byte \\d+) \\((.*)\\)");
  private static final Pattern RANDOM_NAME = Pattern.compile("(/\\.[^/\\s:]*?)\\d+:");

  /** Its client logs more than ours, in its own form. */
  private static final Pattern LOG = Pattern.compile("(?m)^[IWE]\\d{4} \\d{2}:.*\\n");

  private static final Pattern NAME_SERVER = Pattern.compile("(lookup \\S+) on \\S+:53:");

  static final String ROTATE_NOTE =
      "Flag --rotate has been deprecated, please use --re-encrypt instead\n";

  private Expected() {}

  static Outcome of(Invocation given, Outcome peer) {
    Map<String, String> files = new TreeMap<>(peer.files());
    // An existing file keeps its mode.
    given
        .files()
        .forEach(
            (path, content) -> {
              if (content instanceof Content.Plain plain) {
                files.computeIfPresent(path, (it, text) -> plain.mode() + text.substring(9));
              }
            });
    // The note is no data, so ours has it on stderr.
    String stdout = peer.stdout().replaceFirst("^" + ROTATE_NOTE, "");
    return new Outcome(peer.exit(), stdout, errors(peer.stderr()), new TreeMap<>(files));
  }

  /**
   * Names of items that do not open come in the order of a Go map; a temporary name is random; whom
   * the address of a host was asked of is told by the real program alone.
   */
  static String errors(String stderr) {
    String sorted = UNOPENED.matcher(stderr).replaceAll(Expected::sorted);
    if (UNOPENED.matcher(sorted).find()) {
      sorted =
          sorted
              .replaceFirst("error: ", "")
              .lines()
              .sorted()
              .collect(joining("\n", "error: ", "\n"));
    }
    String plain = NAME_SERVER.matcher(LOG.matcher(sorted).replaceAll("")).replaceAll("$1:");
    return RANDOM_NAME.matcher(plain).replaceAll("$1<digits>:");
  }

  private static String sorted(java.util.regex.MatchResult found) {
    String names = Stream.of(found.group(2).split(", ")).sorted().collect(joining(", "));
    return Matcher.quoteReplacement(found.group(1) + " (" + names + ")");
  }
}
