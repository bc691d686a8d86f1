package dev.signet.template.regex;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.signet.template.format.Octets;
import dev.signet.template.limit.Budget;
import dev.signet.template.limit.DeepStack;
import dev.signet.template.limit.Limit;
import dev.signet.template.value.Utf8;
import dev.signet.template.value.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A compiled pattern and what can be done with it, within one budget. */
public final class Regex {
  private static final int DEEP = 50;
  private static final int STEPS_OF_FOLDING_A_RANGE = 2000;
  private static final int ITEMS_OF_A_RANGE = 50;
  private static final int SIZE_PER_STEP = 16;

  private final Pattern pattern;
  private final List<@Nullable String> names;
  private final Budget budget;

  private Regex(Pattern pattern, List<@Nullable String> names, Budget budget) {
    this.pattern = pattern;
    this.names = names;
    this.budget = budget;
  }

  public static Regex compile(String octets, Budget budget) throws BadPatternException {
    budget.size(Limit.PATTERN_BYTES, octets.length());
    PatternReader.Reading reading = new PatternReader(characters(octets)).read();
    budget.size(Limit.PATTERN_INSTRUCTIONS, reading.size());
    budget.steps(octets.length() + reading.size() / SIZE_PER_STEP);
    budget.items((long) reading.ranges().count() * ITEMS_OF_A_RANGE);
    budget.text(reading.rewritten().length());
    if (reading.ranges().folds()) {
      budget.steps((long) reading.ranges().count() * STEPS_OF_FOLDING_A_RANGE);
    }
    try {
      Pattern pattern =
          reading.depth() > DEEP
              ? DeepStack.call(budget, () -> Pattern.compile(reading.rewritten()))
              : Pattern.compile(reading.rewritten());
      return new Regex(pattern, reading.names(), budget);
    } catch (PatternSyntaxException e) {
      throw new BadPatternException(e.getDescription());
    }
  }

  private static String characters(String octets) throws BadPatternException {
    var characters = new StringBuilder();
    for (int index = 0; index < octets.length(); ) {
      Utf8.Rune rune = Utf8.at(octets, index);
      if (rune.isBad()) {
        throw new BadPatternException("invalid UTF-8");
      }
      characters.appendCodePoint(rune.code());
      index += rune.width();
    }
    return characters.toString();
  }

  public boolean isIn(String octets) {
    return pattern.matcher(subject(octets)).find();
  }

  private Subject subject(String octets) {
    return new Subject(octets, budget, pattern.programSize());
  }

  /** The first match; empty if there is none. */
  public String find(String octets) {
    Subject subject = subject(octets);
    Matcher matcher = pattern.matcher(subject);
    return matcher.find() ? subject.octets(matcher.start(), matcher.end()) : "";
  }

  /** Matches that do not overlap; at most so many, or all of them for a negative number. */
  public List<String> findAll(String octets, long most) {
    Subject subject = subject(octets);
    List<String> found = new ArrayList<>();
    for (Match match : matches(subject, most)) {
      budget.value(match.end - match.start);
      found.add(subject.octets(match.start, match.end));
    }
    return found;
  }

  private record Match(int start, int end) {}

  private List<Match> matches(Subject subject, long most) {
    List<Match> matches = new ArrayList<>();
    Matcher matcher = pattern.matcher(subject);
    int position = 0;
    int before = -1;
    while ((most < 0 || matches.size() < most)
        && position <= subject.length()
        && matcher.find(position)) {
      budget.step();
      Match match = new Match(matcher.start(), matcher.end());
      boolean isEmpty = match.end == position;
      // Nothing directly after a match is no match of its own.
      if (!isEmpty || match.start != before) {
        budget.items(1);
        matches.add(match);
      }
      position = isEmpty ? position + Math.max(1, subject.width(position)) : match.end;
      before = match.end;
    }
    return matches;
  }

  /** What stands between matches, in at most so many parts. */
  public List<String> split(String octets, long most) {
    List<String> parts = new ArrayList<>();
    if (most == 0) {
      return parts;
    }
    if (octets.isEmpty() && !pattern.pattern().isEmpty()) {
      return List.of("");
    }
    Subject subject = subject(octets);
    int begin = 0;
    int end = 0;
    for (Match match : matches(subject, most)) {
      if (most > 0 && parts.size() >= most - 1) {
        break;
      }
      end = match.start;
      if (match.end != 0) {
        budget.value(end - begin);
        parts.add(subject.octets(begin, end));
      }
      begin = match.end;
    }
    if (end != subject.length()) {
      parts.add(subject.octets(begin, subject.length()));
    }
    return parts;
  }

  /** With each match replaced by this text. */
  public Value replaceLiterally(String octets, String replacement) {
    return replace(subject(octets), (out, _) -> out.add(replacement));
  }

  /** With each match replaced by this text, in which a dollar sign and a name mean a group. */
  public Value replace(String octets, String replacement) {
    Subject subject = subject(octets);
    Expansion expansion = Expansion.read(replacement, names);
    return replace(
        subject, (out, matcher) -> expansion.write(out, number -> group(subject, matcher, number)));
  }

  private static @Nullable String group(Subject subject, Matcher matcher, int number) {
    if (number > matcher.groupCount() || matcher.start(number) < 0) {
      return null;
    }
    return subject.octets(matcher.start(number), matcher.end(number));
  }

  /** Writes what comes in place of a match. */
  private interface Substitute {
    void write(Octets out, Matcher matcher);
  }

  private Value replace(Subject subject, Substitute substitute) {
    Octets out = Octets.text(budget);
    Matcher matcher = pattern.matcher(subject);
    int copied = 0;
    int position = 0;
    while (position <= subject.length() && matcher.find(position)) {
      budget.step();
      out.add(subject.octets(copied, matcher.start()));
      // Nothing directly after a match is not replaced.
      if (matcher.end() > copied || matcher.start() == 0) {
        substitute.write(out, matcher);
      }
      copied = matcher.end();
      position = Math.max(position + Math.max(1, subject.width(position)), copied);
    }
    return out.add(subject.octets(copied, subject.length())).toText();
  }
}
