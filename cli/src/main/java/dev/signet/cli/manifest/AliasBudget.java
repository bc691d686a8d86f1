package dev.signet.cli.manifest;

/**
 * Refuses documents that consist almost wholly of aliases to aliases, by the very bounds of Go's
 * yaml.v2, so that what kubeseal takes is taken.
 *
 * @see <a href="https://github.com/go-yaml/yaml/pull/515">Limit alias expansion</a>
 */
final class AliasBudget {
  private static final long SMALL = 400_000;
  private static final long LARGE = 4_000_000;

  private long nodes;
  private long behindAliases;

  void node(int line) throws BrokenException {
    nodes++;
    check(line);
  }

  /**
   * An alias to so many nodes.
   *
   * @param size with all aliases followed
   */
  void alias(int line, long size) throws BrokenException {
    nodes += 1 + size;
    behindAliases += size;
    check(line);
  }

  private void check(int line) throws BrokenException {
    if (behindAliases > 100 && nodes > 1000 && (double) behindAliases / nodes > allowed()) {
      throw new BrokenException(line, "aliases that stand for too much");
    }
  }

  private double allowed() {
    if (nodes <= SMALL) {
      return 0.99;
    }
    return nodes >= LARGE ? 0.10 : 0.99 - 0.89 * (nodes - SMALL) / (LARGE - SMALL);
  }
}
