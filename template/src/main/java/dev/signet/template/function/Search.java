package dev.signet.template.function;

import dev.signet.template.limit.Budget;

/**
 * Looks for one text in others, in time that grows with their sizes alone. {@link String#indexOf}
 * takes the product of them for texts that nearly match everywhere, which is up to whoever writes
 * them (Knuth, Morris, Pratt, SIAM J. Comput. 6, 1977).
 */
final class Search {
  /** Below, the product is small. */
  private static final int LONG = 16;

  private static final int ENTRIES_PER_ITEM = 8;
  private static final int OCTETS_BETWEEN_PAUSES = 1 << 16;

  private final Budget budget;
  private final String wanted;

  /** By how many of its octets matched: how many do so once the next one did not. */
  private final int[] fallbacks;

  private Search(Budget budget, String wanted, int[] fallbacks) {
    this.budget = budget;
    this.wanted = wanted;
    this.fallbacks = fallbacks;
  }

  /**
   * Gets ready.
   *
   * @param wanted not empty
   * @param within the longest text that will be searched
   */
  static Search of(Budget budget, String wanted, String within) {
    boolean isShort = wanted.length() < LONG || wanted.length() > within.length();
    if (isShort) {
      return new Search(budget, wanted, new int[0]);
    }
    budget.read(within.length());
    budget.items(wanted.length() / ENTRIES_PER_ITEM);
    int[] fallbacks = new int[wanted.length() + 1];
    int matched = 0;
    for (int index = 1; index < wanted.length(); index++) {
      while (matched > 0 && wanted.charAt(index) != wanted.charAt(matched)) {
        matched = fallbacks[matched];
      }
      matched += wanted.charAt(index) == wanted.charAt(matched) ? 1 : 0;
      fallbacks[index + 1] = matched;
    }
    return new Search(budget, wanted, fallbacks);
  }

  /** Where it is first, from an index on; -1 if nowhere. */
  int in(String octets, int start) {
    if (fallbacks.length == 0) {
      return octets.indexOf(wanted, start);
    }
    int matched = 0;
    for (int index = start; index < octets.length(); index++) {
      if (index % OCTETS_BETWEEN_PAUSES == 0) {
        budget.pause();
      }
      while (matched > 0 && octets.charAt(index) != wanted.charAt(matched)) {
        matched = fallbacks[matched];
      }
      matched += octets.charAt(index) == wanted.charAt(matched) ? 1 : 0;
      if (matched == wanted.length()) {
        return index + 1 - matched;
      }
    }
    return -1;
  }
}
