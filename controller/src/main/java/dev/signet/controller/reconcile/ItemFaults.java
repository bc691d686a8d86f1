package dev.signet.controller.reconcile;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What is wrong with which items. All items are looked at before anything is said; equal causes are
 * one, and both causes and items are sorted: the text of an unchanged object never changes.
 */
final class ItemFaults {
  /** The one text for every way of not opening, known to everybody who ever searched for it. */
  static final String NO_KEY = "no key could decrypt secret";

  private static final int LONGEST_NAMES = 2000;
  private static final int LONGEST_WORDS = 4000;

  private final Map<String, TreeSet<String>> itemsByWords = new TreeMap<>();
  private final Map<String, Reason> reasons = new TreeMap<>();
  private final TreeMap<String, String> unopened = new TreeMap<>();

  void add(Reason reason, String words, String item) {
    reasons.put(words, reason);
    itemsByWords.computeIfAbsent(words, unknown -> new TreeSet<>()).add(item);
  }

  /** An item that no key opened, with its text. */
  void addUnopened(String item, String text) {
    add(Reason.NO_KEY_FITS, NO_KEY, item);
    unopened.put(item, text);
  }

  boolean isEmpty() {
    return itemsByWords.isEmpty();
  }

  /** The texts of those that no key opened. */
  SortedMap<String, String> unopened() {
    return Collections.unmodifiableSortedMap(unopened);
  }

  /** On one line. What only a change of the object can cure gives the reason, if there is any. */
  Cause cause() {
    String words =
        itemsByWords.entrySet().stream()
            .map(entry -> entry.getKey() + " (" + names(entry.getValue()) + ")")
            .collect(Collectors.joining("; "));
    Reason reason =
        reasons.values().stream()
            .filter(it -> it != Reason.NO_KEY_FITS)
            .findFirst()
            .orElse(Reason.NO_KEY_FITS);
    return Cause.of(reason, cut(words));
  }

  /** The schema lets any text be the name of an item, line ends too. */
  static String shown(String name) {
    return name.replaceAll("[\\p{Cntrl}\\u2028\\u2029]", "?");
  }

  private static String cut(String words) {
    return words.length() <= LONGEST_WORDS ? words : words.substring(0, LONGEST_WORDS) + "...";
  }

  /** An object can have thousands of items, and a status that is too long is refused. */
  static String names(SortedSet<String> items) {
    String all = shown(String.join(", ", items));
    if (all.length() <= LONGEST_NAMES) {
      return all;
    }
    int end = all.lastIndexOf(", ", LONGEST_NAMES);
    String first = end < 0 ? all.substring(0, LONGEST_NAMES) : all.substring(0, end);
    return first + ", ... of %d items".formatted(items.size());
  }
}
