package dev.signet.cli.resource;

import dev.signet.cli.terminal.Quoting;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The API server's rules for what a Secret calls itself and its items. kubeseal seals whatever it
 * gets, so a breach is no fault here, but better known before the Secret is missing.
 */
public final class NameRules {
  private static final String WORD = "[a-z0-9]([-a-z0-9]*[a-z0-9])?";
  private static final Pattern NAMESPACE = Pattern.compile(WORD);
  private static final Pattern NAME = Pattern.compile(WORD + "(\\." + WORD + ")*");
  private static final Pattern KEY = Pattern.compile("(?!\\.\\.)[-._a-zA-Z0-9]+");
  private static final int LONGEST_NAMESPACE = 63;
  private static final int LONGEST = 253;

  private NameRules() {}

  /**
   * One sentence for each breach.
   *
   * @param name may be empty, as may the namespace: then it is to be found out later
   */
  public static List<String> breaches(String name, String namespace, Collection<String> keys) {
    List<String> breaches = new ArrayList<>();
    if (!name.isEmpty() && breaks(NAME, LONGEST, name)) {
      breaches.add(sentence("name", name));
    }
    if (!namespace.isEmpty() && breaks(NAMESPACE, LONGEST_NAMESPACE, namespace)) {
      breaches.add(sentence("namespace", namespace));
    }
    for (String key : new TreeSet<>(keys)) {
      if (key.equals(".") || breaks(KEY, LONGEST, key)) {
        breaches.add(sentence("key", key));
      }
    }
    return breaches;
  }

  private static boolean breaks(Pattern rule, int longest, String text) {
    return text.length() > longest || !rule.matcher(text).matches();
  }

  private static String sentence(String what, String text) {
    return "Kubernetes takes no Secret with the %s %s".formatted(what, Quoting.quote(text));
  }
}
